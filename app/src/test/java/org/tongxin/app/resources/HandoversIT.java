package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NewAccount;
import org.tongxin.app.identity.Post;
import org.tongxin.app.identity.Role;
import org.tongxin.app.identity.TemporaryHelp;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Who answers for what: receivers and their deputies, stores among each other, units that offer what they keep. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class HandoversIT {

    private static final String WILLOW = STREET + "001";

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Stocks stocks;

    @Autowired
    Holders holders;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Deputies deputies;

    @Autowired
    TemporaryHelp help;

    @Autowired
    Transfers transfers;

    @Autowired
    Registry registry;

    @Autowired
    Organisation organisation;

    @Autowired
    Accounts accounts;

    @Autowired
    DistrictClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
        if (organisation.findArea(WILLOW).isEmpty()) {
            registry.addAreas(List.of(Registry.NewArea.of(new Area(
                    UUID.nameUUIDFromBytes(new byte[] {1}),
                    WILLOW,
                    AreaLevel.COMMUNITY,
                    "COMMUNITY",
                    "柳荫一居",
                    "Willow Community",
                    true,
                    true,
                    null,
                    null))));
            accounts.open(Actor.system(), NewAccount.withPassword("lina", "lina", TestDistrict.PASSWORD))
                    .orThrow();
            accounts.appoint(
                            Actor.system(),
                            "lina",
                            new Post(
                                    Role.COMMUNITY_WORKER,
                                    WILLOW,
                                    "岗位",
                                    clock.now(),
                                    clock.now().plus(Duration.ofDays(30))))
                    .orThrow();
        }
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Actor actor(String login) {
        return district.actor(login);
    }

    private Delivery proposed(Need need, long quantity) {
        return deliveries
                .propose(actor("officer"), "p" + need.number(), need.id(), house.warehouse(), null, quantity)
                .orThrow();
    }

    private String accept(String login, Delivery delivery) {
        return deliveries
                .accept(actor(login), delivery.id(), delivery.version())
                .toString();
    }

    @Test
    void onlyTheReceiverOrItsDeputySigns() {
        house.stock("s", Storehouse.MASK, 500, null);
        Need need = house.ask("lina", WILLOW, Storehouse.MASK, 100);
        Delivery proposed = proposed(need, 100);

        assertThat(accept("officer", proposed)).as("the sender").contains("G-047");
        assertThat(accept("street", proposed)).as("the street, not named").contains("G-047");
        assertThat(deputies.name(actor("officer"), need.holderId(), "street").toString())
                .as("only the place names")
                .contains("I-003");
        assertThat(deputies.name(actor("lina"), need.holderId(), "officer").toString())
                .as("the sender is nobody's deputy")
                .contains("G-049");
        assertThat(deputies.name(actor("lina"), need.holderId(), "meixi").toString())
                .as("another street")
                .contains("G-049");
        deputies.name(actor("lina"), need.holderId(), "street").orThrow();
        assertThat(deputies.of(need.holderId())).containsExactly("street");
        Delivery accepted = deliveries
                .accept(actor("street"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        deputies.end(actor("lina"), need.holderId(), "street").orThrow();
        assertThat(deliveries
                        .receive(actor("street"), sent.id(), 100, "", sent.version())
                        .toString())
                .contains("G-047");
        assertThat(deliveries
                        .receive(actor("officer"), sent.id(), 100, "", sent.version())
                        .toString())
                .contains("G-047");
        deliveries.receive(actor("lina"), sent.id(), 100, "", sent.version()).orThrow();
    }

    @Test
    void whatIsOnTheRoadIsInNobodysHands() {
        house.stock("s", Storehouse.MASK, 500, null);
        Delivery proposed = proposed(house.ask("lina", WILLOW, Storehouse.MASK, 100), 100);
        Delivery accepted = deliveries
                .accept(actor("lina"), proposed.id(), proposed.version())
                .orThrow();
        deliveries.send(actor("officer"), accepted.id(), accepted.version()).orThrow();
        UUID road = holders.list(HolderKind.IN_TRANSIT, "").getFirst().id();
        assertThat(stocks.handOut(actor("officer"), "h", road, Storehouse.MASK, 1, "发放")
                        .toString())
                .contains("G-005");
        assertThat(stocks.relocate(actor("officer"), "r", road, house.warehouse(), Storehouse.MASK, 1, "退回")
                        .toString())
                .contains("G-005");
        assertThat(stocks.opening(actor("officer"), "o", road, new Goods(Storehouse.MASK, 1, null))
                        .toString())
                .contains("G-005");
        assertThat(house.sum(road, Storehouse.MASK)).isEqualTo(100);
    }

    @Test
    void storesPassGoodsOnAndBringThemBackInTheLedger() {
        UUID street = holders.store(STREET).orElseThrow().id();
        UUID willow = holders.store(WILLOW).orElseThrow().id();
        UUID meixi = holders.store(OTHER).orElseThrow().id();
        stocks.opening(actor("officer"), "o", street, new Goods(Storehouse.MASK, 100, null))
                .orThrow();

        stocks.relocate(actor("street"), "1", street, willow, Storehouse.MASK, 60, "一居缺")
                .orThrow();
        stocks.relocate(actor("street"), "1", street, willow, Storehouse.MASK, 60, "一居缺")
                .orThrow();
        UUID back = stocks.relocate(actor("lina"), "2", willow, house.warehouse(), Storehouse.MASK, 20, "用不完")
                .orThrow();
        assertThat(house.sum(street, Storehouse.MASK)).isEqualTo(40);
        assertThat(house.sum(willow, Storehouse.MASK)).isEqualTo(40);
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(20);
        assertThat(stocks.entries(willow, "", "", Long.MAX_VALUE, 9).lines())
                .extracting(LedgerEntry::kind)
                .containsExactly(MovementKind.RETURN, MovementKind.RELOCATION);

        assertThat(relocate("street", street, meixi)).as("another's store").contains("I-003");
        assertThat(relocate("officer", house.warehouse(), willow)).as("no need").contains("G-046");
        assertThat(relocate("street", street, street)).contains("G-005");
        assertThat(relocate("lina", street, willow)).contains("G-005");
        assertThat(stocks.relocate(actor("street"), "4", street, willow, Storehouse.MASK, 41, "多")
                        .toString())
                .contains("G-006", "40");
        stocks.correct(actor("officer"), back, "没有退").orThrow();
        assertThat(house.sum(willow, Storehouse.MASK)).isEqualTo(60);
    }

    private String relocate(String login, UUID from, UUID to) {
        return stocks.relocate(actor(login), "3", from, to, Storehouse.MASK, 1, "调拨")
                .toString();
    }

    private Offers.Proposal offer(String name, UUID unit, long quantity) {
        return new Offers.Proposal(
                Offer.Giver.UNIT,
                name,
                unit,
                STREET,
                new Goods(Storehouse.PARCEL, quantity, TODAY.plusDays(3)),
                clock.now().plus(Duration.ofDays(2)));
    }

    @Test
    void whatAUnitOffersFromItsStockEntersTheLedgerOnce() {
        UUID clinic = house.place(HolderKind.UNIT, "柳荫卫生中心", STREET);
        stocks.opening(actor("officer"), "c", clinic, new Goods(Storehouse.PARCEL, 50, TODAY.plusDays(4)))
                .orThrow();
        assertThat(offers.offer(actor("street"), "much", offer("", clinic, 51)).toString())
                .contains("G-006", "50");
        Offer named =
                offers.offer(actor("street"), "o", offer("柳荫卫生中心", null, 40)).orThrow();
        assertThat(named.unitId()).isEqualTo(clinic);

        Need need = house.ask("meixi", OTHER, Storehouse.PARCEL, 30);
        Delivery proposed = deliveries
                .propose(actor("officer"), "p", need.id(), null, named.id(), 30)
                .orThrow();
        assertThat(stocks.handOut(actor("street"), "h", clinic, Storehouse.PARCEL, 21, "发放")
                        .toString())
                .as("30 are promised")
                .contains("G-006", "20");
        Delivery accepted = deliveries
                .accept(actor("meixi"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        deliveries.receive(actor("meixi"), sent.id(), 30, "", sent.version()).orThrow();

        assertThat(house.sum(clinic, Storehouse.PARCEL)).isEqualTo(20);
        assertThat(jdbc.sql("select coalesce(sum(quantity), 0) from supply_balance where physical")
                        .query(Long.class)
                        .single())
                .as("no parcel is there twice")
                .isEqualTo(50);
        assertThat(stocks.whereFrom(need.holderId(), ""))
                .extracting(Traced::source)
                .containsExactly(Source.OPENING);
    }

    @Test
    void namesOfWhoOffersAreForWhoHandlesOffers() {
        offers.offer(
                        actor("street"),
                        "o",
                        new Offers.Proposal(
                                Offer.Giver.RESIDENTS,
                                "王阿姨",
                                null,
                                STREET,
                                new Goods(Storehouse.MASK, 5, null),
                                clock.now().plus(Duration.ofDays(2))))
                .orThrow();
        assertThat(offers.page(actor("street"), null).rows())
                .extracting(Offer::name)
                .containsExactly("王阿姨");
        for (String login : List.of("signatory", "analyst")) {
            assertThat(offers.page(actor(login), null).rows())
                    .extracting(Offer::name)
                    .containsOnlyNulls();
        }
        assertThat(offers.page(actor("meixi"), null).rows()).isEmpty();
        assertThat(offers.offer(actor("street"), "phone", offer("王阿姨 １３９ ００００ ００００", null, 1))
                        .toString())
                .contains("G-016");
    }

    @Test
    void aKeyIsOfOneAccountAndOneActAndNeverBlank() {
        house.stock("s", Storehouse.MASK, 100, null);
        UUID store = holders.store(STREET).orElseThrow().id();
        stocks.opening(actor("officer"), "k", store, new Goods(Storehouse.MASK, 50, null))
                .orThrow();
        UUID one = stocks.handOut(actor("officer"), "k", store, Storehouse.MASK, 5, "发放")
                .orThrow();
        UUID other = stocks.handOut(actor("street"), "k", store, Storehouse.MASK, 5, "发放")
                .orThrow();
        assertThat(other).isNotEqualTo(one);
        assertThat(house.sum(store, Storehouse.MASK)).isEqualTo(40);

        Need need = house.ask("street", STREET, Storehouse.MASK, 7);
        UUID lot = stocks.lots(store, "").getFirst().lotId();
        for (Object refused : List.of(
                stocks.handOut(actor("officer"), " ", store, Storehouse.MASK, 5, "发放"),
                stocks.opening(actor("officer"), "", store, new Goods(Storehouse.MASK, 50, null)),
                stocks.count(actor("officer"), "", store, lot, 3, "盘点"),
                needs.ask(actor("street"), "", house.request(STREET, Storehouse.MASK, 8)),
                deliveries.propose(actor("officer"), "", need.id(), house.warehouse(), null, 7),
                transfers.propose(actor("officer"), "", house.transfer(Transfer.Direction.OUT, 1)))) {
            assertThat(refused.toString()).contains("G-043");
        }
    }

    @Test
    void whomTemporaryHelpHasNamedAnswersNoLongerThanTheHelpLasts() {
        Need need = house.ask("lina", WILLOW, Storehouse.MASK, 100);
        String helper = help.open(actor("lina"), "帮手", WILLOW, 3).orThrow().login();

        deputies.name(actor(helper), need.holderId(), "street").orThrow();
        assertThat(deputies.of(need.holderId())).containsExactly("street");
        clock.holdAt(clock.now().plus(Duration.ofDays(4)));
        assertThat(deputies.of(need.holderId())).as("when the help is over").isEmpty();

        deputies.name(actor("lina"), need.holderId(), "street").orThrow();
        assertThat(deputies.of(need.holderId())).as("named by the post itself").containsExactly("street");
        deputies.end(actor("lina"), need.holderId(), "street").orThrow();
    }

    @Test
    void aCountSentTwiceIsOnce() {
        house.stock("s", Storehouse.MASK, 100, null);
        UUID lot = stocks.lots(house.warehouse(), "").getFirst().lotId();
        UUID first = stocks.count(actor("officer"), "c", house.warehouse(), lot, 90, "盘点")
                .orThrow();
        UUID again = stocks.count(actor("officer"), "c", house.warehouse(), lot, 90, "盘点")
                .orThrow();
        assertThat(again).isEqualTo(first);
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(90);
    }

    @Test
    void whoDeclinesMayAskForAnotherItemInTheSameStep() {
        house.stock("s", Storehouse.MASK, 500, null);
        Need need = house.ask("lina", WILLOW, Storehouse.MASK, 100);
        Delivery proposed = proposed(need, 100);
        assertThat(deliveries
                        .decline(
                                actor("lina"),
                                proposed.id(),
                                new Deliveries.Wish("要菜", "NOTHING", 5),
                                proposed.version())
                        .toString())
                .as("nothing is declined where the wish cannot be")
                .contains("G-001");
        deliveries
                .decline(
                        actor("lina"),
                        proposed.id(),
                        new Deliveries.Wish("要菜", Storehouse.PARCEL, 40),
                        proposed.version())
                .orThrow();

        assertThat(needs.open(WILLOW, 9))
                .extracting(each -> each.itemCode() + " " + each.quantity() + " " + each.wanted())
                .containsExactlyInAnyOrder("MASK 100 0", "PARCEL 40 40");
        Need wished = needs.open(WILLOW, 9).stream()
                .filter(each -> each.itemCode().equals(Storehouse.PARCEL))
                .findFirst()
                .orElseThrow();
        assertThat(wished.askedBy()).as("who declined is not who wishes").isEqualTo("receiving-place");
        assertThat(jdbc.sql("select login from audit_entry where subject = ? order by seq desc limit 1")
                        .param(wished.number())
                        .query(String.class)
                        .single())
                .isEqualTo("receiving-place");
        Need now = needs.find(need.id(), "").orElseThrow();
        assertThat(needs.change(actor("lina"), need.id(), 0, NeedPriority.LIFE, now.until(), now.version())
                        .toString())
                .contains("G-002");
        Need changed = needs.change(actor("lina"), need.id(), 50, NeedPriority.LIFE, now.until(), now.version())
                .orThrow();
        assertThat(changed.wanted()).isEqualTo(50);
        proposed(changed, 50 - 10);
    }

    /** Whoever locks several needs does it by id; by number, two of them would wait for each other. */
    @Test
    void lapsingNeedsAndHoldingThemForAPlanNeverLockEachOther() throws Exception {
        List<UUID> byNumber = new ArrayList<>();
        for (int each = 1; each <= 6; each++) {
            byNumber.add(house.ask("lina", WILLOW, Storehouse.MASK, each).id());
        }
        UUID lowest = jdbc.sql("select id from supply_need order by id limit 1")
                .query(UUID.class)
                .single();
        UUID highest = jdbc.sql("select id from supply_need where id <> ? order by number limit 1")
                .param(lowest)
                .query(UUID.class)
                .single();
        assertThat(byNumber.indexOf(highest))
                .as("an id that is not in the order of numbers")
                .isLessThan(byNumber.indexOf(lowest));
        clock.holdAt(clock.now().plus(Duration.ofDays(4)));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> lapsing = transaction.execute(status -> {
                lock(lowest);
                Future<?> started = other.submit(needs::runDue);
                waitForALock();
                lock(highest);
                return started;
            });
            java.util.Objects.requireNonNull(lapsing).get();
        }
        assertThat(needs.open(WILLOW, 9)).isEmpty();
    }

    private void lock(UUID need) {
        jdbc.sql("select 1 from supply_need where id = ? for update")
                .param(need)
                .query(Integer.class)
                .single();
    }

    private void waitForALock() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aNeedIsNotChangedBelowWhatIsPromised() {
        house.stock("s", Storehouse.MASK, 500, null);
        Need need = house.ask("lina", WILLOW, Storehouse.MASK, 100);
        proposed(need, 60);
        assertThat(needs.change(actor("lina"), need.id(), 59, NeedPriority.LIFE, need.until(), need.version())
                        .toString())
                .contains("G-050", "60", "59");
    }

    @Test
    void aStandInAnswersForWhatItStandsFor() {
        catalogue
                .add(
                        actor("officer"),
                        new Item("N95", "N95口罩", "Respirators", ItemKind.PROTECTION, "只", "pcs", null, true))
                .orThrow();
        Need need = house.ask("lina", WILLOW, Storehouse.MASK, 100);
        house.stock("n", "N95", 500, null);
        assertThat(deliveries
                        .propose(
                                actor("officer"),
                                "no",
                                need.id(),
                                new Deliveries.Answer(house.warehouse(), null, "N95", 10))
                        .toString())
                .contains("G-048");
        catalogue
                .addSubstitute(actor("officer"), new Substitute("N95", Storehouse.MASK, 3))
                .orThrow();
        assertThat(deliveries
                        .propose(
                                actor("officer"),
                                "much",
                                need.id(),
                                new Deliveries.Answer(house.warehouse(), null, "N95", 35))
                        .toString())
                .contains("G-013", "100", "105");
        Delivery proposed = deliveries
                .propose(actor("officer"), "p", need.id(), new Deliveries.Answer(house.warehouse(), null, "N95", 30))
                .orThrow();
        assertThat(proposed.standIn()).isTrue();
        assertThat(needs.find(need.id(), "").orElseThrow().remaining()).isEqualTo(10);
        assertThat(stocks.ofItem("N95", DISTRICT).getFirst().free()).isEqualTo(470);
        Delivery accepted = deliveries
                .accept(actor("lina"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        assertThat(sent.priority()).isEqualTo(TransportPriority.FIRST);
        deliveries.receive(actor("lina"), sent.id(), 29, "丢1只", sent.version()).orThrow();
        assertThat(needs.find(need.id(), "").orElseThrow().received()).isEqualTo(87);
        assertThat(house.sum(need.holderId(), "N95")).isEqualTo(29);
    }
}
