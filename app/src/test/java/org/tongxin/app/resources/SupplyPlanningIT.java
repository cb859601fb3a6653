package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** The plan of goods of a made-up district, and adopting it. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class SupplyPlanningIT {

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    SupplyPlanning planning;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Reserves reserves;

    @Autowired
    Needs needs;

    @Autowired
    Offers offers;

    @Autowired
    Transfers transfers;

    @Autowired
    Producers producers;

    @Autowired
    Stocks stocks;

    @Autowired
    DistrictClock clock;

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

    private GoodsPlan plan(Rule rule) {
        return planning.plan(officer(), rule).orThrow();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "accepted";
    }

    private List<Delivery> proposed() {
        return deliveries.list(Delivery.State.PROPOSED, TestDistrict.DISTRICT, 100);
    }

    @Test
    void anAdoptedPlanBecomesProposalsOnceHoweverOftenItIsSent() {
        house.stock("s", Storehouse.MASK, 300, null);
        Need near = house.ask("street", STREET, Storehouse.MASK, 200);
        Need far = house.ask("meixi", OTHER, Storehouse.MASK, 400);
        GoodsPlan plan = plan(Rule.TIERS);
        assertThat(plan.units()).isEqualTo(300);

        AdoptedPlan first = planning.adopt(officer(), plan.id(), Rule.TIERS).orThrow();
        AdoptedPlan again = planning.adopt(officer(), plan.id(), Rule.TIERS).orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(first.worst()).isEqualTo(0.5);
        assertThat(planning.adopted(officer(), null).rows()).containsExactly(first);
        assertThat(proposed())
                .extracting(delivery -> delivery.needNumber() + " " + delivery.quantity())
                .containsExactlyInAnyOrder(near.number() + " 100", far.number() + " 200");
        assertThat(plan(Rule.TIERS).lines()).isEmpty();
        assertThat(plan(Rule.TIERS).gaps()).extracting(GoodsPlan.Gap::why).containsOnly(Why.PROMISED);
    }

    @Test
    void aPlanIsVoidOnceStockOrNeedsHaveChanged() {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        GoodsPlan before = plan(Rule.TIERS);
        house.stock("more", Storehouse.MASK, 50, null);
        assertThat(code(planning.adopt(officer(), before.id(), Rule.TIERS))).isEqualTo("G-040");
        GoodsPlan then = plan(Rule.TIERS);
        house.ask("meixi", OTHER, Storehouse.MASK, 10);
        assertThat(code(planning.adopt(officer(), then.id(), Rule.TIERS))).isEqualTo("G-040");
        assertThat(proposed()).isEmpty();
        assertThat(planning.adopted(officer(), null).rows()).isEmpty();
    }

    @Test
    void aPlanUnderOneRuleIsNotAdoptedUnderTheOther() {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(code(planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.FLAT)))
                .isEqualTo("G-040");
    }

    @Test
    void whatWasDeclinedIsPlannedAgainOnlyWhenTheNeedIsChanged() {
        house.stock("s", Storehouse.MASK, 300, null);
        Need need = house.ask("street", STREET, Storehouse.MASK, 200);
        AdoptedPlan first =
                planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.TIERS).orThrow();
        Delivery declined = proposed().getFirst();
        deliveries
                .decline(district.actor("street"), declined.id(), Deliveries.Wish.of("要儿童口罩"), declined.version())
                .orThrow();
        assertThat(plan(Rule.TIERS).lines()).isEmpty();
        assertThat(plan(Rule.TIERS).gaps()).isEmpty();
        Need now = needs.find(need.id(), "").orElseThrow();
        needs.change(district.actor("street"), need.id(), 200, NeedPriority.LIFE, now.until(), now.version())
                .orThrow();
        AdoptedPlan second =
                planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.TIERS).orThrow();
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(proposed())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.quantity()).isEqualTo(200));
    }

    @Test
    void onlyTheDutyOfficerAdoptsAndOnlyDistrictPostsSeeThePlan() {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        UUID id = plan(Rule.TIERS).id();
        assertThat(code(planning.adopt(district.actor("signatory"), id, Rule.TIERS)))
                .isEqualTo("I-003");
        assertThat(code(planning.adopt(district.actor("street"), id, Rule.TIERS)))
                .isEqualTo("I-003");
        assertThat(planning.plan(district.actor("signatory"), Rule.TIERS)
                        .orThrow()
                        .id())
                .isEqualTo(id);
        assertThat(code(planning.plan(district.actor("street"), Rule.TIERS))).isEqualTo("I-003");
        planning.adopt(officer(), id, Rule.TIERS).orThrow();
        assertThat(planning.adopted(district.actor("street"), null).rows()).isEmpty();
    }

    @Test
    void theFloorStaysAndWhatExpiresTooSoonIsLeft() {
        house.stock("s", Storehouse.MASK, 300, null);
        reserves.set(officer(), house.warehouse(), Storehouse.MASK, 250, 400).orThrow();
        house.stock("today", Storehouse.PARCEL, 30, TODAY);
        house.stock("later", Storehouse.PARCEL, 20, TODAY.plusDays(3));
        house.ask("street", STREET, Storehouse.MASK, 200);
        house.ask("street", STREET, Storehouse.PARCEL, 100);
        GoodsPlan plan = plan(Rule.TIERS);
        assertThat(plan.lines())
                .extracting(line -> line.need().itemCode() + " " + line.quantity())
                .containsExactly("MASK 50", "PARCEL 20");
    }

    private Offer offer(Offer.Giver giver, String name, @Nullable UUID unit, long quantity) {
        return offers.offer(
                        officer(),
                        name,
                        new Offers.Proposal(
                                giver,
                                name,
                                unit,
                                STREET,
                                new Goods(Storehouse.MASK, quantity, null),
                                clock.now().plus(Duration.ofDays(5))))
                .orThrow();
    }

    private Producer producer(long perDay) {
        return producers
                .register(
                        officer(),
                        new Producers.Registration(
                                "柳荫口罩厂", "Willow Masks", STREET, Storehouse.MASK, perDay, "厂办 021-55550000", true))
                .orThrow();
    }

    private Transfer coming(long quantity) {
        Transfer proposed = transfers
                .propose(officer(), "t", house.transfer(Transfer.Direction.IN, quantity))
                .orThrow();
        return transfers
                .decide(district.actor("signatory"), proposed.id(), true, "", proposed.version())
                .orThrow();
    }

    private static List<String> told(List<GoodsPlan.Line> lines) {
        return lines.stream()
                .map(line -> line.from().origin() + " " + line.quantity() + " day " + line.firstDay() + ".."
                        + line.lastDay())
                .toList();
    }

    /** Needs of these tests are of use for three days. */
    @Test
    void whatIsOfferedIsProposedAndWhatHasYetToComeOrToBeMadeStaysAdvice() {
        house.stock("s", Storehouse.MASK, 100, null);
        Offer offer = offer(Offer.Giver.DONOR, "云朵书店", null, 50);
        coming(60);
        Producer mill = producer(100);
        producers
                .block(
                        officer(),
                        mill.id(),
                        new Producers.Obstacle(
                                Block.Kind.STAFF, "缺工", 80, "街道办", clock.today().plusDays(4)))
                .orThrow();
        house.ask("street", STREET, Storehouse.MASK, 300);
        GoodsPlan plan = plan(Rule.TIERS);
        assertThat(told(plan.bookable())).containsExactlyInAnyOrder("STOCK 100 day 0..0", "OFFER 50 day 0..0");
        assertThat(told(plan.advice())).containsExactlyInAnyOrder("TRANSFER 60 day 2..2", "PRODUCER 60 day 1..3");
        assertThat(plan.gaps()).extracting(GoodsPlan.Gap::missing).containsExactly(30L);

        AdoptedPlan adopted = planning.adopt(officer(), plan.id(), Rule.TIERS).orThrow();
        assertThat(adopted.units()).isEqualTo(270);
        assertThat(adopted.advised()).isEqualTo(120);
        assertThat(adopted.deliveries()).isEqualTo(2);
        assertThat(proposed())
                .extracting(Delivery::quantity, Delivery::offerId)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(100L, null),
                        org.assertj.core.api.Assertions.tuple(50L, offer.id()));
        assertThat(plan(Rule.TIERS).bookable()).isEmpty();
        assertThat(plan(Rule.TIERS).advised()).isEqualTo(120);
    }

    @Test
    void aPlanOfAdviceAloneIsNotAdopted() {
        producer(100);
        house.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(code(planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.TIERS)))
                .isEqualTo("G-051");
    }

    @Test
    void whatComesFirstFillsTheFloorOfItsWarehouse() {
        house.stock("s", Storehouse.MASK, 30, null);
        reserves.set(officer(), house.warehouse(), Storehouse.MASK, 50, 90).orThrow();
        coming(60);
        house.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(told(plan(Rule.TIERS).lines())).containsExactly("TRANSFER 40 day 2..2");
    }

    @Test
    void twoOffersOfOneUnitNeverPromiseMoreThanItHasFree() {
        UUID inn = house.place(HolderKind.UNIT, "柳荫宾馆", STREET);
        stocks.opening(officer(), "inn", inn, new Goods(Storehouse.MASK, 80, null))
                .orThrow();
        offer(Offer.Giver.UNIT, "柳荫宾馆", inn, 60);
        offers.offer(
                        officer(),
                        "second",
                        new Offers.Proposal(
                                Offer.Giver.UNIT,
                                "柳荫宾馆",
                                inn,
                                STREET,
                                new Goods(Storehouse.MASK, 50, null),
                                clock.now().plus(Duration.ofDays(5))))
                .orThrow();
        Need need = house.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(plan(Rule.TIERS).units()).isEqualTo(80);
        planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.TIERS).orThrow();
        assertThat(proposed()).extracting(Delivery::quantity).containsExactlyInAnyOrder(60L, 20L);
        assertThat(deliveries.candidates(need, "", 10))
                .as("all of the unit is promised, so that nothing can be proposed from its offers")
                .isEmpty();
    }

    @Test
    void aPlanWithoutALineIsNotAdopted() {
        house.ask("street", STREET, Storehouse.MASK, 200);
        GoodsPlan plan = plan(Rule.TIERS);
        assertThat(plan.gaps()).extracting(GoodsPlan.Gap::why).containsExactly(Why.NONE);
        assertThat(code(planning.adopt(officer(), plan.id(), Rule.TIERS))).isEqualTo("G-042");
    }

    @Test
    void withoutNeedsThereIsAnEmptyPlan() {
        assertThat(plan(Rule.TIERS).fairness()).isEmpty();
        assertThat(plan(Rule.FLAT).lines()).isEmpty();
    }
}
