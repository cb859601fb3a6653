package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongxin.app.resources.GoodsCases.masks;
import static org.tongxin.app.resources.GoodsCases.need;
import static org.tongxin.app.resources.GoodsCases.plan;
import static org.tongxin.app.resources.GoodsCases.shelf;
import static org.tongxin.app.resources.GoodsCases.told;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxin.app.resources.GoodsPlan.Line;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.core.allocation.Fairness;
import org.tongxin.core.random.KeyedRandom;

/** Plans of goods of one day. */
class GoodsPlannerTest {

    @Test
    void theFairPlanGivesEverybodyHalfBeforeAnybodyMore() {
        List<Need> needs = List.of(masks("near", 1, 100), masks("far", 9, 100));
        List<Shelf> shelves = List.of(shelf("house", 0, 100));
        GoodsPlan fair = plan(Rule.TIERS, needs, shelves);
        GoodsPlan flat = plan(Rule.FLAT, needs, shelves);
        assertThat(told(fair)).containsExactlyInAnyOrder("house>near 50 (1000 m)", "house>far 50 (9000 m)");
        assertThat(told(flat)).containsExactly("house>near 100 (1000 m)");
        assertThat(fair.units()).isEqualTo(flat.units()).isEqualTo(100);
        assertThat(fair.unitMetres() - flat.unitMetres()).isEqualTo(50 * 8_000);
        assertThat(fair.places()).extracting(GoodsPlan.Place::coverage).containsExactly(0.5, 0.5);
        assertThat(flat.places()).extracting(GoodsPlan.Place::coverage).containsExactly(0.0, 1.0);
        assertThat(flat.gaps())
                .extracting(gap -> gap.need().holderName() + gap.missing() + gap.why())
                .containsExactly("far100TAKEN");
    }

    @Test
    void whatAPlaceHasAlreadyCountsForItsFirstHalf() {
        Need served = need("served", 1.0, "MASK", 100, 50, NeedPriority.ORDINARY);
        GoodsPlan plan = plan(Rule.TIERS, List.of(served, masks("empty", 9, 100)), List.of(shelf("house", 0, 50)));
        assertThat(told(plan)).containsExactly("house>empty 50 (9000 m)");
    }

    @Test
    void aLifeComesBeforeWorkWithinATierAndNotAcrossTiers() {
        Need life = need("ward", 9.0, "MASK", 100, 0, NeedPriority.LIFE);
        GoodsPlan scarce = plan(Rule.TIERS, List.of(life, masks("shop", 1, 100)), List.of(shelf("house", 0, 50)));
        assertThat(told(scarce))
                .as("three times as fast, and the shop is not left with nothing")
                .containsExactlyInAnyOrder("house>ward 37 (9000 m)", "house>shop 13 (1000 m)");
        GoodsPlan more = plan(Rule.TIERS, List.of(life, masks("shop", 1, 100)), List.of(shelf("house", 0, 100)));
        assertThat(told(more)).containsExactlyInAnyOrder("house>ward 50 (9000 m)", "house>shop 50 (1000 m)");
    }

    @Test
    void noWayAndNoWaitTurnTheOrderOfRanksRoundAtAnyPriority() {
        long life = ShortageTable.factor(NeedPriority.LIFE);
        long way = ShortageTable.LONGEST_WAY_METRES;
        long cost = way + life * ShortageTable.WAIT_METRES * (ShortageTable.HORIZON_DAYS - 1);
        assertThat(ShortageTable.FIRST).isGreaterThan(ShortageTable.SECOND * life + cost);
        assertThat(ShortageTable.SECOND).isGreaterThan(ShortageTable.THIRD * life + cost);
        assertThat(ShortageTable.THIRD).isGreaterThan(cost);
        assertThat(ShortageTable.FLAT).isGreaterThan(cost);
        assertThat(way).isGreaterThan(ShortageTable.UNKNOWN_METRES);
    }

    @Test
    void aFarHalfComesBeforeANearThirdTierOfLife() {
        Need life = need("ward", 0.0, "MASK", 100, 80, NeedPriority.LIFE);
        Need far = need("far", 95.0, "MASK", 100, 50, NeedPriority.ORDINARY);
        GoodsPlan plan = plan(Rule.TIERS, List.of(life, far), List.of(shelf("house", 0, 30)));
        assertThat(told(plan)).containsExactly("house>far 30 (95000 m)");
    }

    /** Forty places along a road, stock for three tenths of what they ask for: nobody is left with nothing. */
    @Test
    void withStockForThreeTenthsEverybodyGetsThreeTenths() {
        List<Need> needs = new ArrayList<>();
        for (int each = 0; each < 40; each++) {
            needs.add(masks("p" + each, 1 + each, 100 + each));
        }
        long asked = needs.stream().mapToLong(Need::quantity).sum();
        List<Shelf> shelves = List.of(shelf("near", 0, asked * 2 / 10), shelf("middle", 9, asked / 10));
        GoodsPlan plan = plan(Rule.TIERS, needs, shelves);
        assertThat(plan.worst()).isBetween(0.29, 0.30);
        assertThat(plan.fairness().orElseThrow().minimum()).isEqualTo(plan.worst());
        assertThat(plan.units()).isEqualTo(asked * 2 / 10 + asked / 10);
        assertThat(plan(Rule.FLAT, needs, shelves).worst()).isZero();
    }

    @Test
    void theLeastPartIsOfOneItemOfOnePlaceAndNotOfItsMean() {
        List<Need> needs = List.of(masks("willow", 1, 100), need("willow", 1.0, "VEG", 100, 0, NeedPriority.ORDINARY));
        GoodsPlan plan = plan(Rule.TIERS, needs, List.of(shelf("house", 0, 100)));
        assertThat(plan.worst()).isZero();
        assertThat(plan.places().getFirst().coverage()).isEqualTo(0.5);
    }

    @Test
    void aLineSaysWhyTheNearerHousesAreNotTaken() {
        List<Shelf> shelves = List.of(
                shelf("empty", 1, 0),
                shelf("stale", 2, 40, 40, 0, 0),
                shelf("promised", 3, 40, 0, 40, 0),
                shelf("floored", 4, 40, 0, 0, 40),
                shelf("small", 5, 10),
                shelf("large", 6, 500));
        GoodsPlan plan = plan(Rule.TIERS, List.of(masks("willow", 0, 60)), shelves);
        assertThat(told(plan)).containsExactlyInAnyOrder("small>willow 10 (5000 m)", "large>willow 50 (6000 m)");
        Line last = plan.lines().stream()
                .filter(line -> line.from().holderName().equals("large"))
                .findFirst()
                .orElseThrow();
        assertThat(last.nearer())
                .extracting(GoodsPlan.Passed::why)
                .containsExactly(Why.NONE, Why.EXPIRING, Why.PROMISED, Why.FLOOR, Why.TAKEN);
    }

    @Test
    void aShortageSaysWhy() {
        List<Need> needs = List.of(masks("willow", 0, 60));
        assertThat(plan(Rule.TIERS, needs, List.of()).gaps().getFirst().why()).isEqualTo(Why.NONE);
        assertThat(plan(Rule.TIERS, needs, List.of(shelf("a", 1, 9, 9, 0, 0)))
                        .gaps()
                        .getFirst()
                        .why())
                .isEqualTo(Why.EXPIRING);
        assertThat(plan(Rule.TIERS, needs, List.of(shelf("a", 1, 9, 9, 0, 0), shelf("b", 1, 9, 0, 0, 9)))
                        .gaps()
                        .getFirst()
                        .why())
                .isEqualTo(Why.FLOOR);
    }

    @Test
    void whatWasDeclinedIsNotPlannedAgain() {
        Need half = need("half", 1.0, "MASK", 100, 0, 50, NeedPriority.ORDINARY);
        Need none = need("none", 1.0, "MASK", 100, 0, 100, NeedPriority.ORDINARY);
        GoodsPlan plan = plan(Rule.TIERS, List.of(half, none), List.of(shelf("house", 0, 500)));
        assertThat(told(plan)).containsExactly("house>half 50 (1000 m)");
        assertThat(plan.gaps()).isEmpty();
        assertThat(plan.worst()).isEqualTo(1);
        assertThat(plan.wanted()).isEqualTo(50);
    }

    /** One respirator stands for three masks; respirators serve those who asked for them first. */
    @Test
    void standInsFillWhatIsStillMissingAfterTheirOwnNeeds() {
        List<Need> needs = List.of(
                masks("near", 1, 60), masks("far", 9, 60), need("ward", 3.0, "N95", 10, 0, NeedPriority.ORDINARY));
        List<Shelf> shelves = List.of(shelf("masks", 0, 40), shelf("n95", 0, "N95", 30, 0, 0, 0));
        GoodsPlan plan = plan(Rule.TIERS, needs, shelves, List.of(new Substitute("N95", "MASK", 3)));
        assertThat(told(plan))
                .containsExactlyInAnyOrder(
                        "masks>near 20 (1000 m)",
                        "masks>far 20 (9000 m)",
                        "n95>ward 10 (3000 m)",
                        "n95>near 10 (1000 m)",
                        "n95>far 10 (9000 m)");
        assertThat(plan.lines().stream().filter(Line::standIn))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.answers()).isEqualTo(30));
        assertThat(plan.units()).isEqualTo(110);
        assertThat(plan.gaps()).extracting(GoodsPlan.Gap::missing).containsExactly(10L, 10L);
        assertThat(plan.places().getFirst().worst()).isCloseTo(50 / 60.0, within(1e-12));
    }

    @Test
    void aStandInThatStandsForMoreThanIsMissingIsNotSent() {
        GoodsPlan plan = plan(
                Rule.TIERS,
                List.of(masks("near", 1, 2)),
                List.of(shelf("n95", 0, "N95", 30, 0, 0, 0)),
                List.of(new Substitute("N95", "MASK", 3)));
        assertThat(plan.lines()).isEmpty();
    }

    @Test
    void anUnknownPlaceIsServedByAnAssumedWayAndSaysSo() {
        Need lost = need("lost", null, "MASK", 10, 0, NeedPriority.ORDINARY);
        GoodsPlan plan = plan(Rule.TIERS, List.of(lost), List.of(shelf("house", 0, 10)));
        assertThat(plan.lines()).singleElement().satisfies(line -> {
            assertThat(line.guessed()).isTrue();
            assertThat(line.metres()).isEqualTo(ShortageTable.UNKNOWN_METRES);
        });
    }

    @Test
    void aPlaceIsTheMeanOfItsItemsSoThatMasksDoNotHideMissingFood() {
        List<Need> needs =
                List.of(masks("willow", 1, 9_000), need("willow", 1.0, "VEG", 100, 0, NeedPriority.ORDINARY));
        GoodsPlan plan = plan(Rule.TIERS, needs, List.of(shelf("house", 0, 9_000)));
        assertThat(plan.places()).singleElement().satisfies(place -> {
            assertThat(place.coverage()).isEqualTo(0.5);
            assertThat(place.worst()).isZero();
            assertThat(place.worstItem()).isEqualTo("VEG");
        });
    }

    @Test
    void randomPlansKeepTheRulesAndTheirFiguresAreThoseOfAPlainRecount() {
        KeyedRandom chance = new KeyedRandom(20_260_326);
        for (int district = 0; district < 60; district++) {
            List<Need> needs = new ArrayList<>();
            List<Shelf> shelves = new ArrayList<>();
            for (int each = 0; each < 12; each++) {
                NeedPriority priority = NeedPriority.values()[(int) chance.below(3, 1, district, each)];
                long asked = 1 + chance.below(90, 2, district, each);
                needs.add(need("p" + each, (double) chance.below(40, 3, district, each), "MASK", asked, 0, priority));
            }
            for (int house = 0; house < 4; house++) {
                shelves.add(shelf(
                        "h" + house,
                        chance.below(40, 4, district, house),
                        chance.below(150, 5, district, house),
                        chance.below(20, 6, district, house),
                        chance.below(20, 7, district, house),
                        chance.below(40, 8, district, house)));
            }
            for (Rule rule : Rule.values()) {
                GoodsPlan plan = plan(rule, needs, shelves);
                check(plan, needs, shelves);
                List<Need> turned = new ArrayList<>(needs);
                Collections.reverse(turned);
                assertThat(told(plan(rule, turned, shelves.reversed()))).isEqualTo(told(plan));
            }
        }
    }

    private static void check(GoodsPlan plan, List<Need> needs, List<Shelf> shelves) {
        for (Shelf shelf : shelves) {
            long sent = plan.lines().stream()
                    .filter(line -> line.from().equals(shelf))
                    .mapToLong(Line::quantity)
                    .sum();
            assertThat(sent).isLessThanOrEqualTo(shelf.available());
        }
        double[] coverage = needs.stream()
                .mapToDouble(need -> {
                    long got = plan.lines().stream()
                            .filter(line -> line.need().equals(need))
                            .mapToLong(Line::quantity)
                            .sum();
                    assertThat(got).isLessThanOrEqualTo(need.quantity());
                    return (double) got / need.quantity();
                })
                .sorted()
                .toArray();
        long available = shelves.stream().mapToLong(Shelf::available).sum();
        long asked = needs.stream().mapToLong(Need::quantity).sum();
        assertThat(plan.units()).isEqualTo(Math.min(available, asked));
        Fairness fairness = plan.fairness().orElseThrow();
        double mean = Arrays.stream(coverage).average().orElseThrow();
        double squares = Arrays.stream(coverage).map(each -> each * each).sum();
        double apart = 0;
        for (double one : coverage) {
            for (double other : coverage) {
                apart += Math.abs(one - other);
            }
        }
        int n = coverage.length;
        assertThat(fairness.minimum()).isCloseTo(coverage[0], within(1e-12));
        assertThat(fairness.median()).isCloseTo((coverage[n / 2 - 1] + coverage[n / 2]) / 2, within(1e-12));
        assertThat(fairness.mean()).isCloseTo(mean, within(1e-12));
        assertThat(fairness.jain()).isCloseTo(squares == 0 ? 1 : n * mean * mean / squares, within(1e-12));
        assertThat(fairness.gini()).isCloseTo(mean == 0 ? 0 : apart / (2.0 * n * n * mean), within(1e-12));
    }
}
