package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Needs and what answers them, floors and orders, producers, transfers and requisitions. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class SuppliesIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Stocks stocks;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Donations donations;

    @Autowired
    Reserves reserves;

    @Autowired
    Procurement procurement;

    @Autowired
    Producers producers;

    @Autowired
    Transfers transfers;

    @Autowired
    Requisitions requisitions;

    @Autowired
    DistrictClock clock;

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

    private Actor actor(String login) {
        return district.actor(login);
    }

    private Delivery proposed(Need need, long quantity) {
        return deliveries
                .propose(actor("officer"), need.number() + "/" + quantity, need.id(), house.warehouse(), null, quantity)
                .orThrow();
    }

    private Delivery sent(Need need, long quantity) {
        Delivery proposed = proposed(need, quantity);
        Delivery accepted = deliveries
                .accept(actor("street"), proposed.id(), proposed.version())
                .orThrow();
        return deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
    }

    @Test
    void aNeedIsAnsweredInPartsAndTracedBackToTheDonor() {
        Donation given = donations
                .receive(
                        actor("officer"),
                        "d1",
                        "梧桐商会",
                        house.warehouse(),
                        new Goods(Storehouse.MASK, 300, null),
                        "给志愿者")
                .orThrow();
        house.stock("s", Storehouse.MASK, 500, null);
        Need need = house.ask("street", STREET, Storehouse.MASK, 400);

        Delivery first = sent(need, 250);
        assertThat(needs.find(need.id(), "").orElseThrow().promised()).isEqualTo(250);
        assertThat(deliveries
                        .receive(actor("street"), first.id(), 240, " ", first.version())
                        .toString())
                .contains("G-012", "10");
        deliveries
                .receive(actor("street"), first.id(), 240, "破损10只", first.version())
                .orThrow();
        assertThat(needs.find(need.id(), "").orElseThrow().remaining()).isEqualTo(160);

        Delivery second = sent(need, 160);
        deliveries
                .receive(actor("street"), second.id(), 160, "", second.version())
                .orThrow();
        assertThat(needs.find(need.id(), "").orElseThrow().state()).isEqualTo(Need.State.MET);

        assertThat(house.sum(need.holderId(), Storehouse.MASK)).isEqualTo(400);
        assertThat(stocks.whereTo(Source.DONATION, given.number())).anySatisfy(traced -> {
            assertThat(traced.holderName()).isEqualTo("柳荫街道物资点");
            assertThat(traced.quantity()).isPositive();
        });
        assertThat(stocks.whereFrom(need.holderId(), STREET))
                .anySatisfy(traced -> assertThat(traced.donor()).isEqualTo("梧桐商会"));
        assertThat(stocks.whereFrom(need.holderId(), STREET).stream()
                        .mapToLong(Traced::quantity)
                        .sum())
                .isEqualTo(400);
        stocks.handOut(actor("street"), "out", need.holderId(), Storehouse.MASK, 100, "发到楼组")
                .orThrow();
        assertThat(stocks.whereFrom(need.holderId(), STREET).stream()
                        .mapToLong(Traced::quantity)
                        .sum())
                .as("what was handed out still came from somewhere")
                .isEqualTo(400);
        district.settle();
        assertThat(jdbc.sql("select count(*) from timeline_entry where kind = 'NeedMet' and business_key = ?")
                        .param(need.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theReceiverMayDeclineAndNobodyIsNoted() {
        house.stock("s", Storehouse.MASK, 500, null);
        Need need = house.ask("street", STREET, Storehouse.MASK, 100);
        Delivery proposed = proposed(need, 100);
        assertThat(deliveries
                        .accept(actor("meixi"), proposed.id(), proposed.version())
                        .toString())
                .as("another street")
                .contains("G-010");
        Delivery declined = deliveries
                .decline(actor("street"), proposed.id(), Deliveries.Wish.of("想要儿童口罩"), proposed.version())
                .orThrow();

        assertThat(declined.wish()).isEqualTo("想要儿童口罩");
        assertThat(needs.find(need.id(), "").orElseThrow().remaining()).isEqualTo(100);
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action like '%eclin%'")
                        .param(declined.number())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(deliveries
                        .accept(actor("street"), proposed.id(), proposed.version())
                        .toString())
                .contains("G-007");
    }

    @Test
    void noMoreIsPromisedThanIsThereOrIsMissing() {
        house.stock("s", Storehouse.MASK, 100, null);
        Need first = house.ask("street", STREET, Storehouse.MASK, 80);
        Need second = house.ask("meixi", OTHER, Storehouse.MASK, 90);
        proposed(first, 80);

        assertThat(propose(first, 1)).contains("G-013");
        assertThat(propose(second, 21)).contains("G-006", "20");
        assertThat(propose(second, 0)).contains("G-002");
        proposed(second, 20);
        assertThat(deliveries
                        .propose(actor("street"), "x", first.id(), house.warehouse(), null, 1)
                        .toString())
                .contains("I-003");
    }

    @Test
    void whatIsPromisedIsNotHandedOutPassedOnOrReturned() {
        Requisition taken = inUse(100);
        Need need = house.ask("street", STREET, Storehouse.MASK, 80);
        Delivery promised = proposed(need, 80);

        assertThat(handOut("a", 21).toString()).contains("G-006", "20");
        assertThat(approved("b", 21).toString()).contains("G-006", "20");
        assertThat(settle(taken, Settlement.Kind.RETURNED, 21, 0)).contains("G-006", "20");
        Requisition returned = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.RETURNED, 15, 0, "", taken.version())
                .orThrow();
        assertThat(returned.outstanding()).isEqualTo(85);
        handOut("c", 5).orThrow();
        Delivery accepted = deliveries
                .accept(actor("street"), promised.id(), promised.version())
                .orThrow();
        deliveries.send(actor("officer"), accepted.id(), accepted.version()).orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isZero();
    }

    private Outcome<UUID> handOut(String key, long quantity) {
        return stocks.handOut(actor("officer"), key, house.warehouse(), Storehouse.MASK, quantity, "发给志愿者");
    }

    private Outcome<Transfer> approved(String key, long quantity) {
        Transfer proposed = transfers
                .propose(actor("officer"), key, house.transfer(Transfer.Direction.OUT, quantity))
                .orThrow();
        return transfers.decide(actor("signatory"), proposed.id(), true, "", proposed.version());
    }

    private Requisition inUse(long quantity) {
        Requisition decided = requisitions
                .decide(actor("signatory"), "in use " + quantity, requisition(quantity))
                .orThrow();
        return requisitions
                .takeOver(actor("officer"), decided.id(), quantity, null, decided.version())
                .orThrow();
    }

    @Test
    void anApprovedTransferIsSetAsideUntilItIsMovedOrLapses() {
        house.stock("s", Storehouse.MASK, 1_000, null);
        Transfer approved = approved("first", 700).orThrow();
        Need need = house.ask("street", STREET, Storehouse.MASK, 900);

        assertThat(propose(need, 301)).contains("G-006", "300");
        assertThat(handOut("h", 301).toString()).contains("G-006", "300");
        assertThat(approved("second", 301).toString()).contains("G-006", "300");
        assertThat(stocks.ofItem(Storehouse.MASK, "").getFirst().free()).isEqualTo(300);
        transfers
                .move(actor("officer"), approved.id(), 700, null, "", approved.version())
                .orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(300);

        approved("third", 300).orThrow();
        assertThat(handOut("i", 1).toString()).contains("G-006", "0");
        clock.holdAt(clock.now().plus(Duration.ofDays(3)));
        transfers.runDue();
        handOut("j", 300).orThrow();
    }

    @Test
    void aTransferLeavesTheFloorAndWhatIsPromised() {
        house.stock("s", Storehouse.MASK, 1_000, null);
        reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 600, 900)
                .orThrow();
        proposed(house.ask("street", STREET, Storehouse.MASK, 300), 300);
        assertThat(approved("too much", 101).toString()).contains("G-020", "599", "600");
        approved("just", 100).orThrow();
    }

    @Test
    void aFloorIsMissedByWhatIsPromisedAndOrderedFromSeveralAgreements() {
        house.stock("s", Storehouse.MASK, 600, null);
        reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 500, 1_500)
                .orThrow();
        assertThat(reserves.below("")).isEmpty();
        proposed(house.ask("street", STREET, Storehouse.MASK, 200), 200);
        assertThat(reserves.below(""))
                .singleElement()
                .satisfies(floor -> assertThat(floor.kept()).isEqualTo(400));
        agreement("X-1", 60, 500, 500);
        agreement("X-2", 45, 300, 1_000);

        assertThat(reserves.proposals(""))
                .extracting(each ->
                        (each.agreement() == null ? "nobody" : each.agreement().number()) + " " + each.quantity())
                .as("1,100 are missing to the target")
                .containsExactly("X-2 300", "X-1 500", "nobody 300");
    }

    private String propose(Need need, long quantity) {
        return deliveries
                .propose(actor("officer"), "k" + quantity, need.id(), house.warehouse(), null, quantity)
                .toString();
    }

    @Test
    void anOfferGoesPointToPointAndKeepsItsOrigin() {
        Offer offer = offers.offer(
                        actor("street"),
                        "o1",
                        new Offers.Proposal(
                                Offer.Giver.RESIDENTS,
                                " ",
                                null,
                                STREET,
                                new Goods(Storehouse.PARCEL, 60, TODAY.plusDays(4)),
                                clock.now().plus(Duration.ofDays(2))))
                .orThrow();
        assertThat(offer.name()).as("nobody is named").isNull();
        Need need = house.ask("meixi", OTHER, Storehouse.PARCEL, 50);
        List<Candidate> near = deliveries.candidates(need, DISTRICT, 5);
        assertThat(near)
                .singleElement()
                .satisfies(each -> assertThat(each.offerId()).isEqualTo(offer.id()));

        Delivery proposed = deliveries
                .propose(actor("officer"), "p", need.id(), null, offer.id(), 50)
                .orThrow();
        Delivery accepted = deliveries
                .accept(actor("meixi"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        deliveries.receive(actor("meixi"), sent.id(), 50, "", sent.version()).orThrow();

        assertThat(offers.find(offer.id(), "").orElseThrow().left()).isEqualTo(10);
        assertThat(stocks.whereFrom(need.holderId(), ""))
                .singleElement()
                .satisfies(traced -> assertThat(traced.sourceNumber()).isEqualTo(offer.number()));
    }

    @Test
    void askingIsCheckedAndAskedTwiceIsOnce() {
        Need need = house.ask("street", STREET, Storehouse.MASK, 7);
        assertThat(house.ask("street", STREET, Storehouse.MASK, 7).id()).isEqualTo(need.id());
        assertThat(ask("street", OTHER, Storehouse.MASK, 7)).contains("G-005");
        assertThat(ask("street", STREET, "SHIELD", 7)).contains("G-001");
        assertThat(ask("street", STREET, Storehouse.MASK, 0)).contains("G-002");
        for (String login : List.of("signatory", "analyst", "clinic")) {
            assertThat(ask(login, STREET, Storehouse.MASK, 7)).as(login).contains("I-003");
        }
        assertThat(needs.open(OTHER, 10)).isEmpty();
        assertThat(needs.counted(STREET)).isEqualTo(new Needs.Counted(1, 1));
        clock.holdAt(need.until());
        needs.runDue();
        assertThat(needs.find(need.id(), "").orElseThrow().state()).isEqualTo(Need.State.LAPSED);
    }

    private String ask(String login, String area, String item, long quantity) {
        return needs.ask(actor(login), login + area + item + quantity + "!", house.request(area, item, quantity))
                .toString();
    }

    private Agreement agreement(String number, long priceFen, long perDay, long total) {
        Supplier supplier = procurement
                .addSupplier(actor("officer"), "青禾医材", "Green Grain", "供应部 021-00000000", DISTRICT, true)
                .orThrow();
        return procurement
                .addAgreement(
                        actor("officer"),
                        number,
                        supplier.id(),
                        new Procurement.Terms(Storehouse.MASK, priceFen, perDay, total, 2, TODAY, TODAY.plusDays(30)))
                .orThrow();
    }

    @Test
    void floorsSuggestTheCheapestAgreementAndAnOfficerOrders() {
        house.stock("s", Storehouse.MASK, 400, null);
        reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 500, 900)
                .orThrow();
        agreement("X-1", 60, 10_000, 10_000);
        agreement("X-2", 45, 300, 1_000);
        Proposal proposal = reserves.proposals("").getFirst();
        assertThat(proposal.agreement()).isNotNull();
        assertThat(proposal.agreement().number()).isEqualTo("X-2");
        assertThat(proposal.quantity()).isEqualTo(300);
        assertThat(proposal.costFen()).isEqualTo(300 * 45);
        assertThat(proposal.dueOn()).isEqualTo(TODAY.plusDays(2));

        UUID agreement = proposal.agreement().id();
        Order order = procurement
                .order(actor("officer"), "o", agreement, house.warehouse(), 300)
                .orThrow();
        assertThat(procurement
                        .order(actor("officer"), "o", agreement, house.warehouse(), 300)
                        .orThrow()
                        .number())
                .isEqualTo(order.number());
        assertThat(procurement
                        .order(actor("officer"), "o2", agreement, house.warehouse(), 1)
                        .toString())
                .as("the day's limit")
                .contains("G-018");
        assertThat(procurement
                        .order(actor("signatory"), "o3", agreement, house.warehouse(), 1)
                        .toString())
                .contains("I-003");
        assertThat(procurement
                        .arrive(actor("officer"), order.id(), 301, null, "", order.version())
                        .toString())
                .contains("G-011");
        procurement
                .arrive(actor("officer"), order.id(), 290, null, "短装10只", order.version())
                .orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(690);
        assertThat(reserves.proposals("")).isEmpty();
    }

    @Test
    void aMissedFloorIsSaidOnceUntilItIsMissedAgain() {
        reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 500, 900)
                .orThrow();
        reserves.runDue();
        reserves.runDue();
        district.settle();
        assertThat(belowFloors()).isEqualTo(1);
        house.stock("s", Storehouse.MASK, 500, null);
        reserves.runDue();
        assertThat(reserves.below("")).isEmpty();
        stocks.handOut(actor("officer"), "h", house.warehouse(), Storehouse.MASK, 1, "发放")
                .orThrow();
        clock.holdAt(clock.now().plus(Duration.ofDays(1)));
        reserves.runDue();
        district.settle();
        assertThat(belowFloors()).isEqualTo(2);
        assertThat(reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 5, 4)
                        .toString())
                .contains("G-017");
    }

    private long belowFloors() {
        return jdbc.sql("select count(*) from timeline_entry where kind = 'BelowFloor' and business_key like ?")
                .param(house.warehouse() + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void blockedCapacityComesFirstAndNamesWhoClearsIt() {
        Producer producer = producers
                .register(
                        actor("street"),
                        new Producers.Registration(
                                "青禾防护",
                                "Green Grain Protection",
                                STREET,
                                Storehouse.MASK,
                                50_000,
                                "生产部 021-00000000",
                                true))
                .orThrow();
        Block block = producers
                .block(
                        actor("officer"),
                        producer.id(),
                        new Producers.Obstacle(Block.Kind.STAFF, "夜班缺30人", 20_000, "区人社专班", TODAY.plusDays(2)))
                .orThrow();
        assertThat(producers.list("").getFirst().running()).isEqualTo(30_000);
        assertThat(producers
                        .block(
                                actor("officer"),
                                producer.id(),
                                new Producers.Obstacle(Block.Kind.STAFF, "缺人", 50_001, "专班", TODAY))
                        .toString())
                .contains("G-034");
        assertThat(producers
                        .clear(actor("meixi"), block.id(), "到岗了", block.version())
                        .toString())
                .contains("G-010");
        producers.clear(actor("street"), block.id(), "30人到岗", block.version()).orThrow();
        assertThat(producers
                        .clear(actor("street"), block.id(), "又到岗", block.version())
                        .toString())
                .contains("G-029");
        assertThat(producers.list("").getFirst().blocked()).isZero();
        assertThat(producers.open("")).isEmpty();
    }

    @Test
    void aTransferIsDecidedBySignatureAndNeverGoesBelowTheOwnFloor() {
        house.stock("s", Storehouse.MASK, 1_000, null);
        reserves.set(actor("officer"), house.warehouse(), Storehouse.MASK, 600, 900)
                .orThrow();
        Transfer transfer = transfers
                .propose(actor("officer"), "t1", house.transfer(Transfer.Direction.OUT, 500))
                .orThrow();
        assertThat(transfer.priority()).isEqualTo(TransportPriority.FIRST);
        assertThat(transfers
                        .decide(actor("officer"), transfer.id(), true, "", transfer.version())
                        .toString())
                .contains("I-003");
        assertThat(transfers
                        .decide(actor("signatory"), transfer.id(), true, "", transfer.version())
                        .toString())
                .contains("G-020", "500", "600");
        transfers
                .decide(actor("signatory"), transfer.id(), false, "先保本区", transfer.version())
                .orThrow();

        Transfer smaller = transfers
                .propose(actor("officer"), "t2", house.transfer(Transfer.Direction.OUT, 400))
                .orThrow();
        Transfer approved = transfers
                .decide(actor("signatory"), smaller.id(), true, "", smaller.version())
                .orThrow();
        transfers
                .move(actor("officer"), approved.id(), 400, null, "", approved.version())
                .orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(600);

        Transfer in = transfers
                .propose(actor("officer"), "t3", house.transfer(Transfer.Direction.IN, 250))
                .orThrow();
        Transfer welcome = transfers
                .decide(actor("signatory"), in.id(), true, "", in.version())
                .orThrow();
        transfers
                .move(actor("officer"), welcome.id(), 250, null, "", welcome.version())
                .orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(850);
    }

    @Test
    void aTransferThatNobodyDecidesLapses() {
        Transfer transfer = transfers
                .propose(actor("officer"), "t9", house.transfer(Transfer.Direction.IN, 5))
                .orThrow();
        clock.holdAt(transfer.validUntil());
        transfers.runDue();
        assertThat(transfers.find(transfer.id(), "").orElseThrow().state()).isEqualTo(Transfer.State.LAPSED);
    }

    private Requisitions.Decision requisition(long quantity) {
        return house.requisition(Storehouse.MASK, quantity);
    }

    private String settle(Requisition requisition, Settlement.Kind kind, long quantity, long fen) {
        return requisitions
                .settle(actor("officer"), requisition.id(), kind, quantity, fen, "说明", requisition.version())
                .toString();
    }

    @Test
    void unitsAreReadFromTheCatalogue() {
        assertThat(catalogue.quantity(Storehouse.MASK, "3", "箱").orThrow()).isEqualTo(6_000);
        assertThat(catalogue.quantity(Storehouse.MASK, "3", "").orThrow()).isEqualTo(3);
        assertThat(catalogue.quantity(Storehouse.MASK, "3", "车").toString()).contains("G-004");
        assertThat(catalogue.quantity(Storehouse.MASK, "600000", "箱").toString())
                .contains("G-003");
        assertThat(catalogue.quantity("SHIELD", "3", "").toString()).contains("G-001");
        assertThat(catalogue.quantity(Storehouse.MASK, "三", "").toString()).contains("G-002");
    }
}
