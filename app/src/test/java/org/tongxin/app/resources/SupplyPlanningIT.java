package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.tongxin.app.identity.Actor;
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
        assertThat(planning.adopted(officer(), 5)).containsExactly(first);
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
        assertThat(planning.adopted(officer(), 5)).isEmpty();
    }

    @Test
    void aPlanUnderOneRuleIsNotAdoptedUnderTheOther() {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        assertThat(code(planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.FLAT)))
                .isEqualTo("G-040");
    }

    @Test
    void whenAllProposalsAreDeclinedTheSameLinesCanBeAdoptedAgain() {
        house.stock("s", Storehouse.MASK, 300, null);
        house.ask("street", STREET, Storehouse.MASK, 200);
        AdoptedPlan first =
                planning.adopt(officer(), plan(Rule.TIERS).id(), Rule.TIERS).orThrow();
        Delivery declined = proposed().getFirst();
        deliveries
                .decline(district.actor("street"), declined.id(), "要儿童口罩", declined.version())
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
        assertThat(planning.adopted(district.actor("street"), 5)).isEmpty();
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
