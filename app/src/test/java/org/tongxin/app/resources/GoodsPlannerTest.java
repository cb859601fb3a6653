package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxin.app.resources.GoodsPlan.Line;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.core.allocation.Fairness;
import org.tongxin.core.random.KeyedRandom;

/** Plans of goods on a line of places, a kilometre being a ninth of a thousandth of a degree or so. */
class GoodsPlannerTest {

    private static final double KILOMETRE = 1 / 111.195;

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** @param kilometre where the place lies on the line */
    private static Need need(
            String place, @Nullable Double kilometre, String item, long asked, long had, NeedPriority priority) {
        return new Need(
                id(place + item),
                "N-" + place + item,
                id(place),
                place,
                place,
                "990100001",
                kilometre == null ? null : kilometre * KILOMETRE,
                kilometre == null ? null : 0.0,
                item,
                item,
                item,
                ItemKind.PROTECTION,
                "只",
                "pcs",
                asked,
                had,
                0,
                priority,
                Instant.EPOCH,
                0,
                Need.From.REQUESTED,
                "志愿者没有口罩了",
                Need.State.OPEN,
                "li",
                Instant.EPOCH,
                1);
    }

    private static Need masks(String place, double kilometre, long asked) {
        return need(place, kilometre, "MASK", asked, 0, NeedPriority.ORDINARY);
    }

    private static Shelf shelf(String house, double kilometre, long usable, long soon, long reserved, long floor) {
        return new Shelf(id(house), house, house, kilometre * KILOMETRE, 0.0, "MASK", usable, soon, reserved, floor);
    }

    private static Shelf shelf(String house, double kilometre, long usable) {
        return shelf(house, kilometre, usable, 0, 0, 0);
    }

    private static GoodsPlan plan(Rule rule, List<Need> needs, List<Shelf> shelves) {
        return new GoodsPlanner(rule, needs, shelves).plan(lines -> id("plan")).orElseThrow();
    }

    /** {@code house>place 30 (2000 m)}, in the order of the plan. */
    private static List<String> told(GoodsPlan plan) {
        return plan.lines().stream()
                .map(line -> line.from().holderName() + ">" + line.need().holderName() + " " + line.quantity() + " ("
                        + line.metres() + " m)")
                .toList();
    }

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
        assertThat(ShortageTable.missing(100, 50)).containsExactly(0L, 30L, 20L);
        assertThat(ShortageTable.missing(1, 0)).containsExactly(1L, 0L, 0L);
    }

    @Test
    void aLifeComesBeforeWorkWithinATierAndNotAcrossTiers() {
        Need life = need("ward", 9.0, "MASK", 100, 0, NeedPriority.LIFE);
        GoodsPlan scarce = plan(Rule.TIERS, List.of(life, masks("shop", 1, 100)), List.of(shelf("house", 0, 50)));
        assertThat(told(scarce)).containsExactly("house>ward 50 (9000 m)");
        GoodsPlan more = plan(Rule.TIERS, List.of(life, masks("shop", 1, 100)), List.of(shelf("house", 0, 100)));
        assertThat(told(more)).containsExactlyInAnyOrder("house>ward 50 (9000 m)", "house>shop 50 (1000 m)");
    }

    @Test
    void everyPriceOfATierStandsAboveTheNextTierAtAnyPriority() {
        assertThat(ShortageTable.FIRST).isGreaterThan(ShortageTable.SECOND * ShortageTable.factor(NeedPriority.LIFE));
        assertThat(ShortageTable.SECOND).isGreaterThan(ShortageTable.THIRD * ShortageTable.factor(NeedPriority.LIFE));
        assertThat(ShortageTable.THIRD).isGreaterThan(ShortageTable.UNKNOWN_METRES);
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

    /** Many small districts: never more than is there, never more than is asked, fairness as counted plainly, any order. */
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
