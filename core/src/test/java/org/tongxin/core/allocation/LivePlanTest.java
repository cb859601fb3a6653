package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After each change the plan is proved, and as cheap as one made anew. */
class LivePlanTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aRepairedPlanIsAsGoodAsANewOne(long seed) {
        Random random = new Random(seed);
        LivePlan live = LivePlan.of(
                seed % 2 == 0
                        ? RandomProblems.small(seed).problem()
                        : RandomProblems.medium(seed).problem());
        for (int step = 0; step < 120; step++) {
            int[] before = posts(live);
            Repair repair = changed(live, random);
            assertIsOptimal(live, "seed " + seed + ", step " + step);
            assertThat(repair.total()).isEqualTo(live.total());
            assertThat(repair.moves()).isEqualTo(moves(before, posts(live)));
            if (random.nextInt(4) == 0) {
                live.announce();
                assertIsOptimal(live, "seed " + seed + ", told after step " + step);
            }
        }
    }

    private static int[] posts(LivePlan live) {
        return IntStream.range(0, live.people()).map(live::postOf).toArray();
    }

    private static List<Move> moves(int[] before, int[] after) {
        return IntStream.range(0, after.length)
                .mapToObj(person -> new Move(
                        person, person < before.length ? before[person] : PeopleProblem.NO_POST, after[person]))
                .filter(move -> move.from() != move.to())
                .toList();
    }

    private static Repair changed(LivePlan live, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> leave(live, random);
            case 3 -> settle(live, random);
            case 1 -> {
                int[] posts = some(live.posts(), random);
                yield live.join(posts, costs(posts.length, random));
            }
            case 2 -> {
                int[] people = Arrays.stream(some(live.people(), random))
                        .filter(person -> isPresent(live, person))
                        .toArray();
                yield live.open(need(random), people, costs(people.length, random));
            }
            default ->
                live.change(random.nextInt(live.posts()), random.nextInt(4) == 0 ? PostNeed.of(0, 0) : need(random));
        };
    }

    private static Repair settle(LivePlan live, Random random) {
        int[] placed = IntStream.range(0, live.people())
                .filter(person -> live.postOf(person) != PeopleProblem.NO_POST)
                .toArray();
        if (placed.length == 0) {
            return leave(live, random);
        }
        int person = placed[random.nextInt(placed.length)];
        Repair settled = live.settle(person);
        assertThat(settled.moves()).extracting(Move::person).containsExactly(person);
        return settled;
    }

    private static Repair leave(LivePlan live, Random random) {
        int[] present = IntStream.range(0, live.people())
                .filter(person -> isPresent(live, person))
                .toArray();
        return present.length == 0
                ? live.join(new int[0], new long[0])
                : live.leave(present[random.nextInt(present.length)]);
    }

    /** Who has no pairs may be gone; nothing changes if such a person is left alone. */
    private static boolean isPresent(LivePlan live, int person) {
        PeopleProblem problem = live.problem();
        return problem.firstArc(person + 1) > problem.firstArc(person);
    }

    private static PostNeed need(Random random) {
        int places = random.nextInt(4);
        long penalty = random.nextInt(40);
        return new PostNeed(places, random.nextInt(places + 1), penalty + random.nextInt(80), penalty);
    }

    private static int[] some(int count, Random random) {
        return IntStream.range(0, count).filter(each -> random.nextInt(3) == 0).toArray();
    }

    private static long[] costs(int count, Random random) {
        return IntStream.range(0, count).mapToLong(each -> random.nextInt(50)).toArray();
    }

    private static void assertIsOptimal(LivePlan live, String when) {
        PeopleProblem problem = live.problem();
        PlanProof proof = PlanChecker.check(problem, live.plan());
        assertThat(proof.violations()).as(when).isEmpty();
        assertThat(live.total()).as(when).isEqualTo(PeopleSolver.solve(problem).total());
    }

    @Test
    void onlyWhoStandsAtAPostIsSettledThere() {
        LivePlan live = LivePlan.of(RandomProblems.small(4).problem());
        int free = live.people();
        live.join(new int[0], new long[0]);
        assertThatThrownBy(() -> live.settle(free))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Person " + free);
    }

    @Test
    void dropOutsOfADistrictAreRepairedOneAfterAnother() {
        LivePlan live = LivePlan.of(RandomProblems.district(3, 600, 80, 12, 4));
        live.announce();
        for (int person = 0; person < 200; person += 2) {
            live.leave(person);
        }
        assertIsOptimal(live, "after a hundred drop-outs");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void pricingMakesAPlanOverFewPairsOneOverAll(long seed) {
        RandomProblems.Parts parts = RandomProblems.medium(seed);
        PeopleProblem all = parts.problem();
        Random random = new Random(seed);
        parts.arcs = parts.arcs.stream().filter(arc -> random.nextInt(5) == 0).toList();
        LivePlan live = LivePlan.of(parts.problem());
        EligiblePairs pairs = EligiblePairs.listed(all);
        int before = live.problem().arcCount();
        PairPricing pricing = new PairPricing(live, pairs);
        int added = pricing.complete();
        assertThat(live.total()).isEqualTo(PeopleSolver.solve(all).total());
        assertThat(PairPricing.isComplete(live, pairs)).isTrue();
        assertThat(live.problem().arcCount()).isEqualTo(before + added).isLessThanOrEqualTo(all.arcCount());
        assertIsOptimal(live, "seed " + seed);
        assertSameAnswers(
                new PlanExplainer(live.problem(), live.plan(), pairs),
                new PlanExplainer(all, provedOver(all, live)),
                all);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void pricingGoesOnAfterEachChange(long seed) {
        RandomProblems.Parts parts = RandomProblems.medium(seed);
        EligiblePairs pairs = EligiblePairs.listed(parts.problem());
        Random random = new Random(seed);
        parts.arcs = parts.arcs.stream().filter(arc -> random.nextInt(5) == 0).toList();
        LivePlan live = LivePlan.of(parts.problem());
        PairPricing pricing = new PairPricing(live, pairs);
        pricing.complete();
        for (int person = 0; person < live.people(); person += 1 + random.nextInt(3)) {
            live.announce();
            live.leave(person);
            int post = random.nextInt(live.posts());
            live.change(post, PostNeed.of(random.nextInt(4), 500));
            pricing.complete();
            assertThat(PairPricing.isComplete(live, pairs)).isTrue();
            assertIsOptimal(live, "seed " + seed);
        }
    }

    /** The prices of a plan completed by pricing prove it over all pairs, so that nothing has to be solved again. */
    private static PeoplePlan provedOver(PeopleProblem all, LivePlan live) {
        assertThat(PlanChecker.check(all, live.plan()).violations()).isEmpty();
        return live.plan();
    }

    private static void assertSameAnswers(PlanExplainer few, PlanExplainer whole, PeopleProblem all) {
        for (int post = 0; post < all.posts(); post++) {
            assertThat(few.candidates(post, 4)).isEqualTo(whole.candidates(post, 4));
            assertThat(few.candidates(post, all.people())).isEqualTo(whole.candidates(post, all.people()));
            assertThat(few.findEmptyPlaces(post)).isEqualTo(whole.findEmptyPlaces(post));
        }
        for (int person = 0; person < all.people(); person++) {
            assertThat(few.findReason(person)).isEqualTo(whole.findReason(person));
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        LivePlan live = LivePlan.of(RandomProblems.district(3, 60, 8, 4, 2));
        live.leave(7);
        assertThatThrownBy(() -> live.leave(7)).hasMessageContaining("Person 7 has left before");
        assertThatThrownBy(() -> live.leave(60)).hasMessageContaining("(60) must lie in 0..59");
        assertThatThrownBy(() -> live.join(new int[] {8}, new long[] {1})).hasMessageContaining("post (8)");
        assertThatThrownBy(() -> live.join(new int[] {1, 1}, new long[] {1, 2})).hasMessageContaining("named twice");
        assertThatThrownBy(() -> live.open(PostNeed.of(1, 1), new int[] {7}, new long[] {1}))
                .hasMessageContaining("Person 7 has left before");
        assertThatThrownBy(() -> live.join(new int[] {1}, new long[] {-1})).hasMessageContaining("cost (-1)");
        assertIsOptimal(live, "after what was refused");
    }
}
