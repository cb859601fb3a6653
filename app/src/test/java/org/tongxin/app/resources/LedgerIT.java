package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.random.KeyedRandom;

/** The ledger: it adds up, it is never rewritten, nothing goes below nothing, nothing expired goes out. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class LedgerIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Stocks stocks;

    @Autowired
    Holders holders;

    @Autowired
    Ledger ledger;

    @Autowired
    Donations donations;

    @Autowired
    DistrictClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.close();
    }

    private Actor officer() {
        return district.actor("officer");
    }

    private Outcome<UUID> handOut(String key, String item, long quantity) {
        return stocks.handOut(officer(), key, house.warehouse(), item, quantity, "发给志愿者");
    }

    @Test
    void randomSequencesAgreeWithAPlainModel() {
        UUID clinic = house.place(HolderKind.UNIT, "柳荫卫生中心", STREET);
        List<UUID> places = List.of(house.warehouse(), clinic);
        long seed = 20260326;
        KeyedRandom chance = new KeyedRandom(seed);
        Map<UUID, TreeMap<LocalDate, Long>> model = new HashMap<>();
        places.forEach(place -> model.put(place, new TreeMap<>()));
        for (int step = 0; step < 300; step++) {
            String what = "seed " + seed + ", step " + step;
            UUID place = places.get(chance.below(2, step, 1));
            long quantity = 1 + chance.below(60, step, 2);
            TreeMap<LocalDate, Long> lots = model.get(place);
            if (chance.uniform(step, 3) < 0.45) {
                LocalDate expiry = TODAY.plusDays(chance.below(5, step, 4));
                stocks.opening(officer(), "s" + step, place, new Goods(Storehouse.PARCEL, quantity, expiry))
                        .orThrow();
                lots.merge(expiry, quantity, Long::sum);
            } else {
                boolean enough =
                        lots.values().stream().mapToLong(Long::longValue).sum() >= quantity;
                Outcome<UUID> outcome = stocks.handOut(officer(), "h" + step, place, Storehouse.PARCEL, quantity, "发放");
                assertThat(outcome instanceof Outcome.Accepted).as(what).isEqualTo(enough);
                if (enough) {
                    takeFirstExpiredFirst(lots, quantity);
                }
            }
            assertThat(byExpiry(place)).as(what).isEqualTo(lots);
        }
        booksAddUp();
    }

    private static void takeFirstExpiredFirst(TreeMap<LocalDate, Long> lots, long quantity) {
        long missing = quantity;
        while (missing > 0) {
            Map.Entry<LocalDate, Long> first = lots.firstEntry();
            long taken = Math.min(missing, first.getValue());
            missing -= taken;
            if (taken == first.getValue()) {
                lots.remove(first.getKey());
            } else {
                lots.put(first.getKey(), first.getValue() - taken);
            }
        }
    }

    private Map<LocalDate, Long> byExpiry(UUID place) {
        Map<LocalDate, Long> lots = new TreeMap<>();
        stocks.lots(place, "").forEach(lot -> lots.merge(lot.expiresOn(), lot.quantity(), Long::sum));
        return lots;
    }

    /** Every lot sums to nothing over all accounts, and each balance is the sum of its lines. */
    private void booksAddUp() {
        assertThat(jdbc.sql("select lot_id from supply_posting group by lot_id having sum(quantity) <> 0")
                        .query(UUID.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from supply_balance b full join
                            (select holder_id, lot_id, sum(quantity) as quantity from supply_posting group by 1, 2) p
                            using (holder_id, lot_id)
                        where b.quantity is distinct from p.quantity
                        """).query(Long.class).single()).isZero();
    }

    @Test
    void theLastGoodsGoToOneOfManyWhoAskAtOnce() throws Exception {
        house.stock("a", Storehouse.MASK, 70, null);
        house.stock("b", Storehouse.MASK, 30, null);
        List<Callable<Outcome<UUID>>> asks = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(8);
        for (int i = 0; i < 8; i++) {
            String key = "at once " + i;
            asks.add(() -> {
                together.await();
                return handOut(key, Storehouse.MASK, 30);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int given = 0;
            for (Future<Outcome<UUID>> answer : threads.invokeAll(asks)) {
                given += answer.get() instanceof Outcome.Accepted ? 1 : 0;
            }
            assertThat(given).isEqualTo(3);
        }
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(10);
        booksAddUp();
    }

    @Test
    void goodsSentBothWaysAtOnceNeverLockEachOther() throws Exception {
        UUID clinic = house.place(HolderKind.UNIT, "柳荫卫生中心", STREET);
        house.stock("a", Storehouse.MASK, 1_000, null);
        stocks.opening(officer(), "c", clinic, new Goods(Storehouse.MASK, 1_000, null))
                .orThrow();
        List<Callable<Boolean>> moves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            moves.add(() -> move(
                    number,
                    number % 2 == 0 ? house.warehouse() : clinic,
                    number % 2 == 0 ? clinic : house.warehouse()));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> moved : threads.invokeAll(moves)) {
                assertThat(moved.get()).isTrue();
            }
        }
        assertThat(house.sum(clinic, Storehouse.MASK)).isEqualTo(1_000);
        booksAddUp();
    }

    private boolean move(int number, UUID from, UUID to) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            ledger.lock(Storehouse.MASK);
            List<Ledger.Line> taken = ledger.take(from, Storehouse.MASK, 7).orElseThrow();
            ledger.post(
                    new Ledger.Entry(MovementKind.COUNT, "move " + number, "officer", "来回", Ledger.both(taken, to)));
            return true;
        }));
    }

    @Test
    void theSameActTwiceIsOnce() {
        house.stock("a", Storehouse.MASK, 100, null);
        house.stock("a", Storehouse.MASK, 100, null);
        UUID first = handOut("k1", Storehouse.MASK, 30).orThrow();
        UUID again = handOut("k1", Storehouse.MASK, 30).orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(70);
    }

    @Test
    void whatHasExpiredIsListedAndNeverHandedOut() {
        house.stock("old", Storehouse.PARCEL, 50, TODAY);
        house.stock("new", Storehouse.PARCEL, 20, TODAY.plusDays(3));
        clock.holdAt(clock.now().plus(java.time.Duration.ofDays(1)));

        assertThat(handOut("x", Storehouse.PARCEL, 21).toString()).contains("G-006", "20");
        handOut("y", Storehouse.PARCEL, 20).orThrow();
        assertThat(stocks.expiring("", 0))
                .singleElement()
                .satisfies(lot -> assertThat(lot.quantity()).isEqualTo(50));
        LotStock expired = stocks.expiring("", 0).getFirst();
        stocks.count(officer(), "w", house.warehouse(), expired.lotId(), 0, "过期销毁")
                .orThrow();
        assertThat(stocks.lots(house.warehouse(), "")).isEmpty();
        booksAddUp();
    }

    @Test
    void quantitiesThatCannotBeAreRefused() {
        house.stock("a", Storehouse.MASK, 10, null);
        assertThat(handOut("1", Storehouse.MASK, 0).toString()).contains("G-002");
        assertThat(handOut("2", Storehouse.MASK, -5).toString()).contains("G-002");
        assertThat(handOut("3", Storehouse.MASK, Long.MAX_VALUE).toString()).contains("G-002");
        assertThat(opening(new Goods(Storehouse.MASK, Long.MIN_VALUE, null))).contains("G-002");
        assertThat(opening(new Goods("NOTHING", 1, null))).contains("G-001", "NOTHING");
        assertThat(opening(new Goods(Storehouse.PARCEL, 1, null)))
                .as("no expiry")
                .contains("G-015");
        assertThat(opening(new Goods(Storehouse.PARCEL, 1, TODAY.minusDays(1)))).contains("G-014");
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(10);
    }

    private String opening(Goods goods) {
        return stocks.opening(officer(), "q", house.warehouse(), goods).toString();
    }

    @Test
    void theDatabaseRefusesWhatDoesNotAddUp() {
        house.stock("a", Storehouse.MASK, 10, null);
        UUID lot = stocks.lots(house.warehouse(), "").getFirst().lotId();
        UUID lost = transaction.execute(status -> holders.account(HolderKind.LOST));

        assertThatThrownBy(() -> post("one sided", List.of(new Ledger.Line(house.warehouse(), lot, 5))))
                .hasMessageContaining("do not add up");
        assertThatThrownBy(() -> post("nothing", List.of())).hasMessageContaining("moves nothing");
        assertThatThrownBy(() -> post("too much", Ledger.move(house.warehouse(), lost, lot, 11)))
                .hasMessageContaining("supply_never_below_nothing");
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(10);
    }

    private void post(String key, List<Ledger.Line> lines) {
        transaction.executeWithoutResult(
                status -> ledger.post(new Ledger.Entry(MovementKind.COUNT, key, "officer", "试", lines)));
    }

    @Test
    void theLedgerIsNeverRewritten() {
        house.stock("a", Storehouse.MASK, 10, null);
        for (String change : List.of(
                "update supply_posting set quantity = quantity * 2",
                "delete from supply_posting",
                "update supply_movement set who = 'x'",
                "delete from supply_movement",
                "delete from supply_lot")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).as(change).hasMessageContaining("never rewritten");
        }
    }

    @Test
    void aMistakeIsMendedByItsMirrorImageOnce() {
        house.stock("a", Storehouse.MASK, 10, null);
        UUID wrong = handOut("w", Storehouse.MASK, 4).orThrow();
        assertThat(stocks.correct(officer(), wrong, " ").toString()).contains("G-008");
        stocks.correct(officer(), wrong, "登错了").orThrow();

        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(10);
        assertThat(stocks.correct(officer(), wrong, "再来").toString()).contains("G-027");
        List<LedgerEntry> lines =
                stocks.entries(house.warehouse(), "", "", Long.MAX_VALUE, 10).lines();
        assertThat(lines).extracting(LedgerEntry::balance).containsExactly(10L, 6L, 10L);
        assertThat(lines.get(1).reversed()).isTrue();
    }

    @Test
    void aDonationThatHasGoneOnIsNotTakenBack() {
        Donation given = donations
                .receive(officer(), "d", "梧桐商会", house.warehouse(), new Goods(Storehouse.MASK, 10, null), "")
                .orThrow();
        UUID movement = stocks.entries(house.warehouse(), "", "", Long.MAX_VALUE, 1)
                .lines()
                .getFirst()
                .movementId();
        handOut("out", Storehouse.MASK, 4).orThrow();

        assertThat(stocks.correct(officer(), movement, "登错了").toString()).contains("G-028", "6", "10");
        assertThat(donations.find(" " + given.number().toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @Test
    void pagesOfTheLedgerFollowEachOtherWithARunningBalance() {
        for (int i = 1; i <= 7; i++) {
            house.stock("s" + i, Storehouse.MASK, i, null);
        }
        LedgerPage newest = stocks.entries(house.warehouse(), "", "", Long.MAX_VALUE, 4);
        LedgerPage older =
                stocks.entries(house.warehouse(), "", "", java.util.Objects.requireNonNull(newest.older()), 4);

        assertThat(newest.lines()).extracting(LedgerEntry::balance).containsExactly(28L, 21L, 15L, 10L);
        assertThat(older.lines()).extracting(LedgerEntry::balance).containsExactly(6L, 3L, 1L);
        assertThat(older.older()).isNull();
    }

    @Test
    void aPageNeverEndsInsideAMovement() {
        for (int i = 1; i <= 3; i++) {
            house.stock("s" + i, Storehouse.MASK, 10, null);
        }
        handOut("of three lots", Storehouse.MASK, 30).orThrow();

        LedgerPage newest = stocks.entries(house.warehouse(), "", "", Long.MAX_VALUE, 1);
        assertThat(newest.lines()).extracting(LedgerEntry::change).containsExactly(-10L, -10L, -10L);
        LedgerPage older =
                stocks.entries(house.warehouse(), "", "", java.util.Objects.requireNonNull(newest.older()), 9);
        assertThat(older.lines()).extracting(LedgerEntry::change).containsExactly(10L, 10L, 10L);
    }

    @Test
    void nobodyReadsOrKeepsStockOutsideTheirGround() {
        house.stock("a", Storehouse.MASK, 10, null);
        assertThat(stocks.list(OTHER)).isEmpty();
        assertThat(stocks.lots(house.warehouse(), OTHER)).isEmpty();
        assertThat(stocks.entries(house.warehouse(), OTHER, "", Long.MAX_VALUE, 5)
                        .lines())
                .isEmpty();
        assertThat(stocks.handOut(district.actor("meixi"), "m", house.warehouse(), Storehouse.MASK, 1, "要")
                        .toString())
                .contains("G-005");
        assertThat(stocks.handOut(district.actor("street"), "s", house.warehouse(), Storehouse.MASK, 1, "要")
                        .toString())
                .as("a street does not keep the district's warehouse")
                .contains("I-003");
        for (String login : List.of("signatory", "analyst", "street")) {
            assertThat(stocks.opening(
                                    district.actor(login),
                                    login,
                                    house.warehouse(),
                                    new Goods(Storehouse.MASK, 1, null))
                            .toString())
                    .as(login)
                    .contains("I-003");
        }
    }

    @Test
    void quantitiesAreReadAsPeopleTypeThem() {
        assertThat(Quantities.read("１,２００ ")).contains(1_200L);
        assertThat(Quantities.read("0")).isEmpty();
        assertThat(Quantities.read("-3")).isEmpty();
        assertThat(Quantities.read("1.5")).isEmpty();
        assertThat(Quantities.read("99999999999999999999")).isEmpty();
        assertThat(Quantities.readFen("12.5")).contains(1_250L);
        assertThat(Quantities.readFen("12.345")).isEmpty();
    }
}
