package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Requisitions: decided for a time and a response, taken over, given back or paid for. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class RequisitionsIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Stocks stocks;

    @Autowired
    Requisitions requisitions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Plans plans;

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

    private Requisitions.Decision requisition(long quantity) {
        return house.requisition(Storehouse.MASK, quantity);
    }

    private Requisition decided(String key, String item) {
        return requisitions
                .decide(actor("signatory"), key, house.requisition(item, 10))
                .orThrow();
    }

    private Requisition takenOver(Requisition decided) {
        return requisitions
                .takeOver(actor("officer"), decided.id(), 10, null, decided.version())
                .orThrow();
    }

    @Test
    void aRequisitionEndsOnlyWhenAllIsReturnedOrPaidFor() {
        assertThat(requisitions.decide(actor("officer"), "z", requisition(100)).toString())
                .contains("I-003");
        Requisition decided =
                requisitions.decide(actor("signatory"), "z", requisition(100)).orThrow();
        assertThat(decided.basis()).contains("第44条", "第12条");
        Requisition taken = requisitions
                .takeOver(actor("officer"), decided.id(), 90, null, decided.version())
                .orThrow();
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isEqualTo(90);
        stocks.handOut(actor("officer"), "u", house.warehouse(), Storehouse.MASK, 20, "给隔离点用")
                .orThrow();

        assertThat(settle(taken, Settlement.Kind.RETURNED, 91, 0)).contains("G-024", "90");
        assertThat(settle(taken, Settlement.Kind.RETURNED, 80, 0))
                .as("only 70 are there")
                .contains("G-006");
        assertThat(settle(taken, Settlement.Kind.DAMAGED, 5, 0)).contains("G-025");
        Requisition returned = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.RETURNED, 65, 0, "", taken.version())
                .orThrow();
        Requisition damaged = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.DAMAGED, 5, 10_000, "压坏", returned.version())
                .orThrow();
        assertThat(requisitions
                        .close(actor("officer"), taken.id(), "", damaged.version())
                        .toString())
                .contains("G-021", "20");
        Requisition paid = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.USED_UP, 20, 40_000, "用掉", damaged.version())
                .orThrow();
        Requisition closed = requisitions
                .close(actor("officer"), taken.id(), "", paid.version())
                .orThrow();

        assertThat(closed.state()).isEqualTo(Requisition.State.CLOSED);
        assertThat(closed.compensationFen()).isEqualTo(50_000);
        assertThat(house.sum(house.warehouse(), Storehouse.MASK)).isZero();
        assertThat(requisitions.settlements(taken.id())).hasSize(3);
    }

    private String settle(Requisition requisition, Settlement.Kind kind, long quantity, long fen) {
        return requisitions
                .settle(actor("officer"), requisition.id(), kind, quantity, fen, "说明", requisition.version())
                .toString();
    }

    @Test
    void theDatabaseTooRefusesToCloseWhatIsOutstanding() {
        Requisition decided =
                requisitions.decide(actor("signatory"), "zz", requisition(10)).orThrow();
        requisitions
                .takeOver(actor("officer"), decided.id(), 10, null, decided.version())
                .orThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(
                                "update supply_requisition set state = 'CLOSED', closed_by = 'x', closed_at = now()")
                        .update())
                .hasMessageContaining("neither returned nor compensated");
    }

    @Test
    void perishableGoodsAreTakenOverWithTheirLastDay() {
        Requisition decided = decided("p", Storehouse.PARCEL);
        assertThat(requisitions
                        .takeOver(actor("officer"), decided.id(), 10, null, decided.version())
                        .toString())
                .contains("G-015");
        assertThat(requisitions
                        .takeOver(actor("officer"), decided.id(), 10, TODAY.minusDays(1), decided.version())
                        .toString())
                .contains("G-014");
        requisitions
                .takeOver(actor("officer"), decided.id(), 10, TODAY.plusDays(2), decided.version())
                .orThrow();
        assertThat(stocks.lots(house.warehouse(), ""))
                .extracting(LotStock::expiresOn)
                .containsExactly(TODAY.plusDays(2));
        clock.holdAt(clock.now().plus(Duration.ofDays(3)));
        assertThat(stocks.handOut(actor("officer"), "h", house.warehouse(), Storehouse.PARCEL, 1, "发放")
                        .toString())
                .contains("G-006");
    }

    @Test
    void whatHasExpiredIsGivenBackAllTheSame() {
        Requisition decided = decided("x", Storehouse.PARCEL);
        Requisition taken = requisitions
                .takeOver(actor("officer"), decided.id(), 10, TODAY.plusDays(2), decided.version())
                .orThrow();
        clock.holdAt(clock.now().plus(Duration.ofDays(3)));
        Requisition returned = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.RETURNED, 10, 0, "", taken.version())
                .orThrow();
        assertThat(returned.outstanding()).isZero();
    }

    @Test
    void goodsAreTakenOverWithinThePeriodOnly() {
        Requisition decided = decided("q", Storehouse.MASK);
        clock.holdAt(clock.now().plus(Duration.ofDays(21)));
        assertThat(requisitions
                        .takeOver(actor("officer"), decided.id(), 10, null, decided.version())
                        .toString())
                .contains("G-044");
        clock.holdAt(clock.now().minus(Duration.ofDays(1)));
        takenOver(decided);
    }

    @Test
    void onlyWhatIsGoneCanBePaidForAsUsedUp() {
        Requisition taken = takenOver(decided("u", Storehouse.MASK));
        stocks.handOut(actor("officer"), "h", house.warehouse(), Storehouse.MASK, 4, "给隔离点用")
                .orThrow();
        assertThat(settle(taken, Settlement.Kind.USED_UP, 5, 1_000)).contains("G-045", "4");
        Requisition part = requisitions
                .settle(actor("officer"), taken.id(), Settlement.Kind.USED_UP, 3, 1_000, "用掉", taken.version())
                .orThrow();
        assertThat(settle(part, Settlement.Kind.USED_UP, 2, 1_000)).contains("G-045", "1");
    }

    /** The lot among others of the same item, six of it in the community's store. */
    private UUID sixInTheStore(Requisition taken) {
        Need need = house.ask("street", TestDistrict.STREET, Storehouse.MASK, 6);
        Delivery proposed = deliveries
                .propose(actor("officer"), "p", need.id(), house.warehouse(), null, 6)
                .orThrow();
        Delivery accepted = deliveries
                .accept(actor("street"), proposed.id(), proposed.version())
                .orThrow();
        Delivery sent = deliveries
                .send(actor("officer"), accepted.id(), accepted.version())
                .orThrow();
        deliveries.receive(actor("street"), sent.id(), 6, "", sent.version()).orThrow();
        stocks.opening(actor("officer"), "own", need.holderId(), new Goods(Storehouse.MASK, 50, null))
                .orThrow();
        assertThat(stocks.lyingOf(Source.REQUISITION, taken.number(), ""))
                .extracting(LotStock::quantity)
                .containsExactly(6L, 4L);
        return need.holderId();
    }

    @Test
    void whatLiesInAStoreIsGivenBackFromThere() {
        Requisition taken = takenOver(decided("s", Storehouse.MASK));
        UUID store = sixInTheStore(taken);
        assertThat(settle(taken, Settlement.Kind.RETURNED, 6, 0))
                .as("only four are in the warehouse")
                .contains("G-006", "4");
        Requisition part = requisitions
                .settle(
                        actor("officer"),
                        taken.id(),
                        new Requisitions.Part(Settlement.Kind.RETURNED, store, 6, 0, ""),
                        taken.version())
                .orThrow();
        assertThat(part.outstanding()).isEqualTo(4);
        assertThat(house.sum(store, Storehouse.MASK)).isEqualTo(50);
        assertThat(requisitions
                        .settle(
                                actor("officer"),
                                taken.id(),
                                new Requisitions.Part(Settlement.Kind.RETURNED, UUID.randomUUID(), 4, 0, ""),
                                part.version())
                        .toString())
                .contains("G-005");
    }

    @Test
    void aStoreBringsBackTheVeryLotThatHasToGoBack() {
        Requisition taken = takenOver(decided("l", Storehouse.MASK));
        UUID store = sixInTheStore(taken);
        UUID lot = stocks.lyingOf(Source.REQUISITION, taken.number(), "")
                .getFirst()
                .lotId();
        assertThat(stocks.relocate(actor("street"), "m", back(store, lot, 7)).toString())
                .contains("G-006", "6");
        assertThat(stocks.relocate(actor("street"), "m", back(store, UUID.randomUUID(), 6))
                        .toString())
                .contains("G-006", "0");
        stocks.relocate(actor("street"), "m", back(store, lot, 6)).orThrow();
        stocks.relocate(actor("street"), "m", back(store, lot, 6)).orThrow();
        assertThat(stocks.lyingOf(Source.REQUISITION, taken.number(), ""))
                .singleElement()
                .satisfies(lying -> assertThat(lying.holderId()).isEqualTo(house.warehouse()))
                .satisfies(lying -> assertThat(lying.quantity()).isEqualTo(10));
    }

    private Stocks.Move back(UUID store, UUID lot, long quantity) {
        return new Stocks.Move(store, house.warehouse(), Storehouse.MASK, lot, quantity, "要还给物主");
    }

    @Test
    void whatWasNeverTakenIsClosedWithAReason() {
        Requisition decided = decided("c", Storehouse.MASK);
        assertThat(requisitions
                        .close(actor("officer"), decided.id(), " ", decided.version())
                        .toString())
                .contains("G-008");
        Requisition closed = requisitions
                .close(actor("officer"), decided.id(), "物主已自愿借出", decided.version())
                .orThrow();
        assertThat(closed.closingReason()).isEqualTo("物主已自愿借出");
    }

    @Test
    void theEndOfAResponseEndsWhatWasTakenForItAndNothingElse() {
        Requisition before = takenOver(decided("before", Storehouse.MASK));
        PlanActivation active = plans.activate(
                        actor("signatory"),
                        new Plans.Activation(
                                ResponseMode.THREE_NETWORKS,
                                "1",
                                "多点散发",
                                2,
                                "启动",
                                clock.now().plus(Duration.ofDays(7))))
                .orThrow();
        Requisition taken = takenOver(decided("for it", Storehouse.MASK));
        Requisition waiting = decided("waiting", Storehouse.MASK);
        plans.standDown(actor("signatory"), active.id(), "疫情结束", active.version())
                .orThrow();
        district.settle();

        assertThat(now(taken).untilOn()).isEqualTo(TODAY);
        assertThat(now(taken).returnBy()).isEqualTo(TODAY.plusDays(Requisitions.RETURN_DAYS));
        assertThat(now(waiting).state()).isEqualTo(Requisition.State.CLOSED);
        assertThat(now(waiting).closingReason()).isEqualTo("响应已解除");
        assertThat(now(waiting).closingReasonEn()).isEqualTo("The response has ended");
        assertThat(jdbc.sql("select login || ' ' || details::text from audit_entry where subject = ?"
                                + " and action = 'supply.requisitionClosed'")
                        .param(waiting.number())
                        .query(String.class)
                        .single())
                .startsWith("system ")
                .contains("响应已解除");
        assertThat(jdbc.sql("select business_key from timeline_entry where kind = 'RequisitionClosed'"
                                + " and caused_by is not null and summary::text like '%requisitionStoodDown%'")
                        .query(String.class)
                        .list())
                .containsExactly(waiting.number());
        assertThat(now(before)).isEqualTo(before);
        requisitions.endWithIncident(UUID.randomUUID(), null);
        assertThat(now(before)).isEqualTo(before);
    }

    private Requisition now(Requisition requisition) {
        return requisitions.find(requisition.id(), "").orElseThrow();
    }
}
