package org.tongxin.app.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.resources.GoodsCases.KILOMETRE;
import static org.tongxin.app.resources.GoodsCases.dated;
import static org.tongxin.app.resources.GoodsCases.lastDay;
import static org.tongxin.app.resources.GoodsCases.later;
import static org.tongxin.app.resources.GoodsCases.maker;
import static org.tongxin.app.resources.GoodsCases.masks;
import static org.tongxin.app.resources.GoodsCases.need;
import static org.tongxin.app.resources.GoodsCases.plan;
import static org.tongxin.app.resources.GoodsCases.shelf;
import static org.tongxin.app.resources.GoodsCases.told;
import static org.tongxin.app.resources.GoodsCases.until;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongxin.app.resources.GoodsPlan.Line;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.core.random.KeyedRandom;

/** Sources and needs with days: who can wait, what comes when, and that no day gives more than it has. */
class GoodsPlannerDaysTest {

    @Test
    void whoCannotWaitGetsTheStockAndWhoCanGetsWhatIsMade() {
        List<Need> needs = List.of(until(0, masks("now", 1, 100)), until(3, masks("later", 1, 100)));
        List<Shelf> sources = List.of(shelf("house", 0, 100), maker("mill", 2, 40));
        GoodsPlan plan = plan(Rule.TIERS, needs, sources);
        assertThat(dated(plan)).containsExactlyInAnyOrder("house>now 100 (day 0..0)", "mill>later 100 (day 1..3)");
        assertThat(plan.gaps()).isEmpty();
        assertThat(plan.bookable())
                .singleElement()
                .satisfies(line -> assertThat(line.from().origin()).isEqualTo(Shelf.Origin.STOCK));
        assertThat(plan.advised()).isEqualTo(100);
    }

    @Test
    void ofTwoWhoCanWaitTheLessPressingWaits() {
        List<Need> needs = List.of(masks("shop", 1, 40), need("ward", 1.0, "MASK", 40, 0, NeedPriority.LIFE));
        GoodsPlan plan = plan(Rule.TIERS, needs, List.of(shelf("house", 0, 40), maker("mill", 0, 40)));
        assertThat(dated(plan)).containsExactlyInAnyOrder("house>ward 40 (day 0..0)", "mill>shop 40 (day 1..1)");
    }

    @Test
    void whatComesAfterTheLastDayIsNotSentAndTheGapSaysSo() {
        Need now = until(0, masks("now", 1, 100));
        Need past = until(-1, masks("past", 1, 100));
        Shelf lorry = later(Shelf.Origin.TRANSFER, "lorry", 1, 500, 2);
        GoodsPlan plan = plan(Rule.TIERS, List.of(now, past), List.of(maker("mill", 2, 40), lorry));
        assertThat(plan.lines()).isEmpty();
        assertThat(plan.gaps()).extracting(GoodsPlan.Gap::why).containsExactly(Why.LATE, Why.LATE);
        GoodsPlan more =
                plan(Rule.TIERS, List.of(until(2, masks("now", 1, 600))), List.of(maker("mill", 2, 40), lorry));
        assertThat(dated(more)).containsExactlyInAnyOrder("lorry>now 500 (day 2..2)", "mill>now 80 (day 1..2)");
        assertThat(more.gaps()).extracting(GoodsPlan.Gap::missing).containsExactly(20L);
    }

    /** What only reaches the late needs does not lower what the early ones share, nor the other way round. */
    @Test
    void theEarlySharePoorStockEvenlyAndTheLateAreNotHeldBack() {
        List<Need> needs = List.of(
                until(0, masks("a", 1, 100)),
                until(0, masks("b", 9, 100)),
                until(3, masks("c", 1, 100)),
                until(3, masks("d", 9, 100)));
        GoodsPlan plan = plan(Rule.TIERS, needs, List.of(shelf("house", 0, 40), maker("mill", 0, 50)));
        assertThat(told(plan))
                .containsExactlyInAnyOrder(
                        "house>a 20 (1000 m)", "house>b 20 (9000 m)", "mill>c 75 (1000 m)", "mill>d 75 (9000 m)");
    }

    @Test
    void aSourceTooFarAwayIsLeftOutWithAReasonAndTheRestOfThePlanStands() {
        List<Need> needs = List.of(masks("near", 1, 100), need("far", 150.0, "MASK", 100, 0, NeedPriority.LIFE));
        for (Rule rule : Rule.values()) {
            GoodsPlan plan = plan(rule, needs, List.of(shelf("house", 0, 150), shelf("inn", 149, 30)));
            assertThat(dated(plan)).containsExactlyInAnyOrder("house>near 100 (day 0..0)", "inn>far 30 (day 0..0)");
            assertThat(plan.far()).extracting(Shelf::holderName).containsExactlyInAnyOrder("house", "inn");
        }
        GoodsPlan alone = plan(Rule.TIERS, List.of(needs.getLast()), List.of(shelf("house", 0, 150)));
        assertThat(alone.gaps()).extracting(GoodsPlan.Gap::why).containsExactly(Why.FAR);
    }

    @Test
    void aNearerSourceThatComesLaterIsNamedAsSuch() {
        Need need = masks("willow", 0, 60);
        GoodsPlan plan = plan(
                Rule.TIERS,
                List.of(need),
                List.of(later(Shelf.Origin.TRANSFER, "lorry", 1, 60, 3), shelf("house", 2, 60)));
        assertThat(plan.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.nearer())
                        .extracting(passed -> passed.shelf().holderName() + passed.why())
                        .containsExactly("lorryLATER"));
    }

    /** No source gives more by a day than it has by then, nothing comes too late, and as many units as there can be. */
    @Test
    void randomPlansOverDaysKeepEveryDayAndServeAsManyUnitsAsAFlowCan() {
        KeyedRandom chance = new KeyedRandom(20_260_401);
        for (int district = 0; district < 60; district++) {
            List<Need> needs = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                NeedPriority priority = NeedPriority.values()[(int) chance.below(3, 1, district, each)];
                long asked = 1 + chance.below(90, 2, district, each);
                double where = chance.below(140, 3, district, each);
                needs.add(until(
                        (int) chance.below(4, 9, district, each), need("p" + each, where, "MASK", asked, 0, priority)));
            }
            List<Shelf> sources = List.of(
                    shelf("house", 10, chance.below(150, 4, district)),
                    shelf("store", 120, chance.below(90, 5, district)),
                    maker("mill", 60, chance.below(60, 6, district)),
                    later(Shelf.Origin.TRANSFER, "lorry", 20, chance.below(200, 7, district), 2));
            for (Rule rule : Rule.values()) {
                GoodsPlan plan = plan(rule, needs, sources);
                assertThat(plan.units()).as("district %s", district).isEqualTo(greatest(needs, sources));
                for (Shelf source : sources) {
                    long perDay = source.origin() == Shelf.Origin.PRODUCER ? source.usable() : 0;
                    long before = 0;
                    for (int day = 0; day < 4; day++) {
                        int end = day;
                        before = plan.lines().stream()
                                .filter(line -> line.from().equals(source) && line.lastDay() <= end)
                                .mapToLong(Line::quantity)
                                .sum();
                        long there = perDay > 0
                                ? perDay * Math.max(0, day - source.fromDay() + 1)
                                : day >= source.fromDay() ? source.usable() : 0;
                        assertThat(before)
                                .as("district %s, day %s", district, day)
                                .isLessThanOrEqualTo(there);
                    }
                }
                assertThat(plan.lines())
                        .allMatch(line -> line.lastDay() <= lastDay(line.need()))
                        .allMatch(line -> line.metres() <= ShortageTable.LONGEST_WAY_METRES);
            }
        }
    }

    /** By unit after unit along any chain of exchanges: the plainest greatest flow there is. */
    private static long greatest(List<Need> needs, List<Shelf> sources) {
        List<long[]> parts = new ArrayList<>();
        for (Shelf source : sources) {
            for (int day = source.fromDay(); day < 4; day++) {
                if (source.comesOn(day)) {
                    parts.add(new long[] {sources.indexOf(source), day, source.available()});
                }
            }
        }
        long[][] given = new long[parts.size()][needs.size()];
        long units = 0;
        for (int each = 0; each < needs.size(); each++) {
            for (long unit = 0; unit < needs.get(each).quantity(); unit++) {
                units += serve(each, needs, sources, parts, given, new boolean[parts.size()]) ? 1 : 0;
            }
        }
        return units;
    }

    private static boolean serve(
            int each, List<Need> needs, List<Shelf> sources, List<long[]> parts, long[][] given, boolean[] seen) {
        for (int part = 0; part < parts.size(); part++) {
            Need need = needs.get(each);
            Shelf source = sources.get((int) parts.get(part)[0]);
            double apart = Math.abs(at(need.latitude()) - at(source.latitude())) / KILOMETRE;
            if (seen[part] || parts.get(part)[1] > lastDay(need) || apart > 100.001) {
                continue;
            }
            seen[part] = true;
            if (Arrays.stream(given[part]).sum() < parts.get(part)[2]) {
                given[part][each]++;
                return true;
            }
            for (int other = 0; other < needs.size(); other++) {
                if (given[part][other] > 0 && serve(other, needs, sources, parts, given, seen)) {
                    given[part][other]--;
                    given[part][each]++;
                    return true;
                }
            }
        }
        return false;
    }

    private static double at(@Nullable Double latitude) {
        return java.util.Objects.requireNonNull(latitude);
    }

    /** Many small districts: never more than is there, never more than is asked, fairness as counted plainly, any order. */
}
