package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.core.allocation.PeopleProblem.NO_POST;
import static org.tongxin.core.allocation.PlanProof.Rule.LISTED_PAIR;
import static org.tongxin.core.allocation.PlanProof.Rule.PERSON_PRICE;
import static org.tongxin.core.allocation.PlanProof.Rule.POST_PRICE;
import static org.tongxin.core.allocation.PlanProof.Rule.REDUCED_COST;
import static org.tongxin.core.allocation.PlanProof.Rule.SAME_SIZE;
import static org.tongxin.core.allocation.PlanProof.Rule.STATED_TOTAL;
import static org.tongxin.core.allocation.PlanProof.Rule.WITHIN_PLACES;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Li Na (0), Zhao Min (1) and Sun Yu (2); the gate of Willow Court (0) and clinic No. 3 (1). */
class PlanCheckerTest {

    private static final PeopleProblem PROBLEM = PeopleProblem.builder(3)
            .post(new PostNeed(1, 1, 1000, 1000))
            .post(new PostNeed(1, 0, 500, 500))
            .arc(0, 0, 10)
            .arc(0, 1, 5)
            .arc(1, 0, 30)
            .arc(2, 1, 40)
            .build();

    private static final int[] BEST = {0, NO_POST, 1};

    @Test
    void theSolversPlanIsProved() {
        PeoplePlan plan = PeopleSolver.solve(PROBLEM);
        PlanProof proof = PlanChecker.check(PROBLEM, plan);
        assertThat(proof.isProved()).isTrue();
        assertThat(proof.total()).isEqualTo(plan.total()).isEqualTo(35);
        assertThat(plan.postOfPerson()).containsExactly(1, 0, NO_POST);
        assertThat(plan.peopleAt(0)).containsExactly(1);
    }

    @Test
    void aDearerPlanIsNotProvedWhateverItsPrices() {
        for (long gate = 0; gate <= 60; gate += 5) {
            for (long clinic = 0; clinic <= 60; clinic += 5) {
                PeoplePlan plan = PeoplePlan.of(
                        BEST, 50, new long[] {Math.max(0, gate - 10), 0, clinic - 40}, new long[] {gate, clinic});
                assertThat(rules(plan)).isNotEmpty();
            }
        }
    }

    @Test
    void everyHardRuleIsChecked() {
        long[] none = new long[3];
        assertThat(rules(PeoplePlan.of(new int[] {0, 1, NO_POST}, 0, none, new long[2])))
                .contains(LISTED_PAIR);
        assertThat(rules(PeoplePlan.of(new int[] {0, 0, NO_POST}, 0, none, new long[2])))
                .contains(WITHIN_PLACES);
        assertThat(rules(PeoplePlan.of(new int[] {0, NO_POST, NO_POST}, 7, none, new long[2])))
                .contains(STATED_TOTAL, POST_PRICE);
        assertThat(rules(PeoplePlan.of(new int[2], 0, new long[2], new long[2])))
                .containsExactly(SAME_SIZE);
    }

    @Test
    void everyPriceIsChecked() {
        int[] posts = {1, 0, NO_POST};
        assertThat(rules(PeoplePlan.of(posts, 35, new long[] {25, 0, 0}, new long[] {30, 30})))
                .isEmpty();
        assertThat(rules(PeoplePlan.of(posts, 35, new long[] {25, 0, 1}, new long[] {30, 30})))
                .containsExactly(PERSON_PRICE);
        assertThat(rules(PeoplePlan.of(posts, 35, new long[] {25, 1, 0}, new long[] {30, 30})))
                .containsExactly(REDUCED_COST);
        assertThat(rules(PeoplePlan.of(posts, 35, new long[] {536, 0, 0}, new long[] {30, 541})))
                .contains(POST_PRICE, REDUCED_COST);
    }

    @Property(tries = 500, seed = "20034")
    void withOnePersonElsewhereAPlanIsProvedOnlyIfItIsAllowedAndAsCheap(@ForAll long seed) {
        PeopleProblem problem = RandomProblems.small(seed).problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        int person = (int) Math.floorMod(seed, (long) problem.people());
        for (int post = NO_POST; post < problem.posts(); post++) {
            int[] posts = plan.postOfPerson();
            posts[person] = post;
            PeoplePlan changed = PeoplePlan.of(posts, plan.total(), personPrices(plan), postPrices(plan));
            assertThat(PlanChecker.check(problem, changed).isProved())
                    .isEqualTo(
                            BruteForce.isAllowed(problem, posts) && BruteForce.total(problem, posts) == plan.total());
        }
    }

    @Property(tries = 300, seed = "20035")
    void aFalseTotalIsRejected(@ForAll long seed) {
        PeopleProblem problem = RandomProblems.small(seed).problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        PeoplePlan cheaper = PeoplePlan.of(plan.postOfPerson(), plan.total() - 1, personPrices(plan), postPrices(plan));
        assertThat(PlanChecker.check(problem, cheaper).violations())
                .extracting(PlanProof.Violation::rule)
                .containsExactly(STATED_TOTAL);
    }

    private static long[] personPrices(PeoplePlan plan) {
        return IntStream.range(0, plan.people()).mapToLong(plan::personPrice).toArray();
    }

    private static long[] postPrices(PeoplePlan plan) {
        return LongStream.range(0, plan.posts())
                .map(post -> plan.postPrice((int) post))
                .toArray();
    }

    private static Iterable<PlanProof.Rule> rules(PeoplePlan plan) {
        return PlanChecker.check(PROBLEM, plan).violations().stream()
                .map(PlanProof.Violation::rule)
                .distinct()
                .toList();
    }
}
