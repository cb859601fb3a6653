package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;
import org.tongxin.core.random.KeyedRandom;

/** What donors and everybody read about donations: every unit is somewhere, and none is told twice. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class DonationLedgerIT {

    private static final int STEPS = 160;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Stocks stocks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Donations donations;

    @Autowired
    Transfers transfers;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    private Actor officer() {
        return district.actor("officer");
    }

    private Donation given(String key, UUID place, String item, long quantity) {
        return donations
                .receive(
                        officer(),
                        key,
                        "梧桐商会",
                        place,
                        new Goods(item, quantity, item.equals(Storehouse.PARCEL) ? TODAY.plusDays(4) : null),
                        "")
                .orThrow();
    }

    private Donation now(Donation donation) {
        return donations.find(donation.number()).orElseThrow();
    }

    private UUID handOut(String key, UUID place, long quantity) {
        return stocks.handOut(officer(), key, place, Storehouse.MASK, quantity, "发给志愿者")
                .orThrow();
    }

    /** {@code place quantity/handed out}. */
    private List<String> whereTo(Donation donation) {
        return stocks.whereTo(Source.DONATION, donation.number()).stream()
                .map(traced -> traced.holderName() + " " + traced.quantity() + "/" + traced.handedOut())
                .toList();
    }

    @Test
    void aHandOutThatWasMendedCountsOnce() {
        Donation donation = given("d", house.warehouse(), Storehouse.MASK, 100);
        UUID wrong = handOut("w", house.warehouse(), 40);
        stocks.correct(officer(), wrong, "登错了").orThrow();
        handOut("r", house.warehouse(), 30);

        assertThat(whereTo(donation)).containsExactly("柳荫库 100/30");
        assertThat(now(donation).handedOut()).isEqualTo(30);
        assertThat(now(donation).inStock()).isEqualTo(70);
    }

    @Test
    void whatTheWarehouseItselfHandsOutDoesNotVanish() {
        Donation donation = given("d", house.warehouse(), Storehouse.MASK, 100);
        handOut("all", house.warehouse(), 100);

        assertThat(stocks.whereTo(Source.DONATION, donation.number()))
                .singleElement()
                .satisfies(traced -> assertThat(traced.reached()).isEqualTo(100));
        assertThat(now(donation).handedOut()).isEqualTo(100);
    }

    @Test
    void aDonationWrittenDownByMistakeWasNotReceived() {
        Donation donation = given("d", house.warehouse(), Storehouse.MASK, 100);
        UUID movement = stocks.entries(house.warehouse(), "", "", Long.MAX_VALUE, 1)
                .lines()
                .getFirst()
                .movementId();
        stocks.correct(officer(), movement, "登错了").orThrow();

        assertThat(now(donation).corrected()).isTrue();
        assertThat(now(donation).received()).isZero();
        assertThat(now(donation).inStock()).isZero();
    }

    @Test
    void theTenThousandthDonationComesBeforeTheOneBeforeIt() {
        jdbc.sql("insert into supply_number (letter, last) values ('J', 9997)"
                        + " on conflict (letter) do update set last = 9997")
                .update();
        for (int i = 0; i < 4; i++) {
            given("n" + i, house.warehouse(), Storehouse.MASK, 1 + i);
        }
        List<Donation> newest = donations.list("", 2);
        List<Donation> older = donations.list(newest.getLast().number(), 9);

        assertThat(newest).extracting(Donation::number).containsExactly("J2026-10001", "J2026-10000");
        assertThat(older).extracting(Donation::number).containsExactly("J2026-9999", "J2026-9998");
    }

    /** Random movements and corrections; after each, every donation adds up and its places tell the same as its sums. */
    @Test
    void everyUnitOfEveryDonationIsSomewhere() {
        long seed = 20260326;
        KeyedRandom chance = new KeyedRandom(seed);
        List<Donation> given = new ArrayList<>();
        List<UUID> mendable = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            step(chance, step, given, mendable);
            for (Donation each : given) {
                addsUp("seed " + seed + ", step " + step, now(each));
            }
        }
        assertThat(given)
                .extracting(each -> now(each).handedOut())
                .anySatisfy(units -> assertThat(units).isPositive());
        assertThat(given)
                .extracting(each -> now(each).writtenOff())
                .anySatisfy(units -> assertThat(units).isNotZero());
        assertThat(given)
                .extracting(each -> now(each).passedOn())
                .anySatisfy(units -> assertThat(units).isPositive());
    }

    private void step(KeyedRandom chance, int step, List<Donation> given, List<UUID> mendable) {
        long quantity = 1 + chance.below(60, step, 1);
        String key = "s" + step;
        switch (chance.below(7, step, 2)) {
            case 0 -> given.add(given(key, house.warehouse(), Storehouse.MASK, 20 + quantity));
            case 1 ->
                accepted(stocks.handOut(officer(), key, somewhere(chance, step), Storehouse.MASK, quantity, "发放"))
                        .ifPresent(mendable::add);
            case 2 -> count(chance, step, quantity).ifPresent(mendable::add);
            case 3 -> deliver(chance, step, quantity);
            case 4 -> passOn(key, quantity);
            case 5 ->
                accepted(stocks.relocate(
                                officer(),
                                key,
                                somewhere(chance, step),
                                house.warehouse(),
                                Storehouse.MASK,
                                quantity,
                                "退回"))
                        .ifPresent(mendable::add);
            default -> {
                if (!mendable.isEmpty()) {
                    stocks.correct(officer(), mendable.get(chance.below(mendable.size(), step, 3)), "登错了");
                }
            }
        }
    }

    private UUID somewhere(KeyedRandom chance, int step) {
        List<Stock> places = stocks.ofItem(Storehouse.MASK, TestDistrict.DISTRICT).stream()
                .filter(stock -> stock.holderKind() != HolderKind.IN_TRANSIT)
                .toList();
        return places.isEmpty()
                ? house.warehouse()
                : places.get(chance.below(places.size(), step, 4)).holderId();
    }

    private static <T> Optional<T> accepted(Outcome<T> outcome) {
        return outcome instanceof Outcome.Accepted<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    private Optional<UUID> count(KeyedRandom chance, int step, long counted) {
        UUID place = somewhere(chance, step);
        return stocks.lots(place, "").stream()
                .findFirst()
                .flatMap(lot -> accepted(stocks.count(officer(), "s" + step, place, lot.lotId(), counted, "盘点")));
    }

    /** Proposed, accepted, sent; received at once, or left on the road. */
    private void deliver(KeyedRandom chance, int step, long quantity) {
        String login = chance.below(2, step, 5) == 0 ? "street" : "meixi";
        Need need = house.ask(login, login.equals("street") ? STREET : OTHER, Storehouse.MASK, 1_000 + step);
        accepted(deliveries.propose(officer(), "s" + step, need.id(), house.warehouse(), null, quantity))
                .map(proposed -> deliveries
                        .accept(district.actor(login), proposed.id(), proposed.version())
                        .orThrow())
                .flatMap(ready -> accepted(deliveries.send(officer(), ready.id(), ready.version())))
                .filter(sent -> chance.uniform(step, 6) < 0.7)
                .ifPresent(sent -> deliveries
                        .receive(
                                district.actor(login),
                                sent.id(),
                                chance.below((int) quantity + 1, step, 7),
                                "破损",
                                sent.version())
                        .orThrow());
    }

    private void passOn(String key, long quantity) {
        Transfer proposed = transfers
                .propose(officer(), key, house.transfer(Transfer.Direction.OUT, quantity))
                .orThrow();
        accepted(transfers.decide(district.actor("signatory"), proposed.id(), true, "", proposed.version()))
                .ifPresent(approved -> transfers
                        .move(officer(), approved.id(), quantity, null, "", approved.version())
                        .orThrow());
    }

    private void addsUp(String what, Donation donation) {
        assertThat(donation.received()).as(what).isEqualTo(donation.quantity());
        assertThat(donation.inStock()
                        + donation.onTheWay()
                        + donation.handedOut()
                        + donation.writtenOff()
                        + donation.passedOn())
                .as(what)
                .isEqualTo(donation.received());
        List<Traced> places = stocks.whereTo(Source.DONATION, donation.number());
        assertThat(places.stream().mapToLong(Traced::handedOut).sum()).as(what).isEqualTo(donation.handedOut());
        assertThat(places.stream().mapToLong(Traced::quantity).sum())
                .as(what)
                .isEqualTo(donation.inStock() + donation.onTheWay() + donation.handedOut());
    }
}
