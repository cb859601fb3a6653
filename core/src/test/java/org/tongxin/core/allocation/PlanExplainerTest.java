package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongxin.core.allocation.PeopleProblem.NO_POST;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Li Na (0), Zhao Min (1) and Sun Yu (2); the gate of Willow Court (0), clinic No. 3 (1) and the night round (2). */
class PlanExplainerTest {

    private static final PeopleProblem PROBLEM = PeopleProblem.builder(4)
            .post(new PostNeed(1, 1, 1000, 1000))
            .post(new PostNeed(2, 1, 500, 100))
            .post(PostNeed.of(1, 20))
            .post(PostNeed.of(1, 20))
            .arc(0, 0, 10)
            .arc(0, 1, 5)
            .arc(1, 0, 300)
            .arc(1, 1, 8)
            .arc(2, 2, 30)
            .arc(0, 3, 1)
            .build();

    private final PlanExplainer explainer = new PlanExplainer(PROBLEM, PeopleSolver.solve(PROBLEM));

    @Test
    void aPersonIsHereThoughSomeoneNearerIsNeededElsewhere() {
        assertThat(explainer.findReason(1))
                .contains(new PlacementReason(1, 1, 8, 2, 2, List.of(new PlacementReason.Cheaper(0, 5, 0))));
        assertThat(explainer.findReason(0)).contains(new PlacementReason(0, 0, 10, 1, 2, List.of()));
        assertThat(explainer.findReason(2)).isEmpty();
    }

    @Test
    void anEmptyPlaceSaysWhetherNobodyMayComeOrAllAreNeededElsewhereOrComingIsTooDear() {
        assertThat(explainer.findEmptyPlaces(0)).isEmpty();
        assertThat(explainer.findEmptyPlaces(1))
                .contains(new EmptyPlaces(1, 1, 0, 2, 1, 1, 0, 0, EmptyPlaces.Reason.ALL_NEEDED_ELSEWHERE));
        assertThat(explainer.findEmptyPlaces(2))
                .contains(new EmptyPlaces(2, 1, 0, 1, 0, 0, 1, 0, EmptyPlaces.Reason.DEARER_THAN_EMPTY));
        PeopleProblem nobody =
                PeopleProblem.builder(1).post(new PostNeed(2, 1, 9, 3)).build();
        assertThat(new PlanExplainer(nobody, PeopleSolver.solve(nobody)).findEmptyPlaces(0))
                .contains(new EmptyPlaces(0, 2, 1, 0, 0, 0, 0, 0, EmptyPlaces.Reason.NO_ELIGIBLE_PERSON));
    }

    @Test
    void candidatesAreRankedByWhatTheyDoToTheWholePlan() {
        assertThat(explainer.candidates(0, 5)).containsExactly(new Candidate(1, 300, 1, 300 - 10 + 5 - 8));
        assertThat(explainer.candidates(2, 5)).containsExactly(new Candidate(2, 30, NO_POST, 10));
        assertThat(explainer.candidates(2, 0)).isEmpty();
    }

    @Test
    void anUnprovedPlanIsNotExplained() {
        PeoplePlan empty = PeoplePlan.of(new int[] {-1, -1, -1, -1}, 1640, new long[4], new long[4]);
        assertThatThrownBy(() -> new PlanExplainer(PROBLEM, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Only a proved plan can be explained");
        assertThatThrownBy(() -> explainer.candidates(0, -1)).hasMessageContaining("limit (-1)");
    }

    @Property(tries = 400, seed = "20036")
    void theEffectOfACandidateEqualsAFreshSolutionWithThePairForced(@ForAll long seed, @ForAll boolean medium) {
        RandomProblems.Parts parts = medium ? RandomProblems.medium(seed) : RandomProblems.small(seed);
        PeopleProblem problem = parts.problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        PlanExplainer random = new PlanExplainer(problem, plan);
        for (int post = 0; post < problem.posts(); post++) {
            for (Candidate candidate : random.candidates(post, problem.people())) {
                long forced = forcedTotal(parts, candidate.person(), post, candidate.cost());
                assertThat(candidate.effect())
                        .as("person %d at post %d", candidate.person(), post)
                        .isEqualTo(forced - plan.total());
            }
        }
    }

    @Property(tries = 200, seed = "20037")
    void everyPlaceFilledOrEmptyHasAReasonThatAddsUp(@ForAll long seed) {
        PeopleProblem problem = RandomProblems.medium(seed).problem();
        PeoplePlan plan = PeopleSolver.solve(problem);
        PlanExplainer random = new PlanExplainer(problem, plan);
        for (int person = 0; person < problem.people(); person++) {
            assertThat(random.findReason(person).isPresent()).isEqualTo(plan.postOf(person) != NO_POST);
        }
        for (int post = 0; post < problem.posts(); post++) {
            int filled = plan.filled(post);
            int places = problem.need(post).places();
            assertThat(random.findEmptyPlaces(post).map(EmptyPlaces::empty).orElse(0))
                    .isEqualTo(places - filled);
            random.findEmptyPlaces(post)
                    .ifPresent(empty -> assertThat(empty.placedHere() + empty.placedElsewhere() + empty.free())
                            .isEqualTo(empty.eligible()));
        }
    }

    private static long forcedTotal(RandomProblems.Parts parts, int person, int post, long cost) {
        boolean moved = parts.current[person] != NO_POST && parts.current[person] != post;
        long own = cost + (moved ? parts.moveCost : 0);
        return PeopleSolver.solve(parts.withForced(person, post)).total() + own;
    }
}
