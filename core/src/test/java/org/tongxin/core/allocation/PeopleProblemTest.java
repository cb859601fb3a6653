package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PeopleProblemTest {

    @Test
    void arcsAreSortedByPersonThenPostWhateverTheOrderOfRows() {
        PeopleProblem problem = PeopleProblem.builder(2)
                .post(PostNeed.of(1, 9))
                .post(PostNeed.of(1, 9))
                .arc(1, 1, 4)
                .arc(0, 1, 2)
                .arc(1, 0, 3)
                .build();
        assertThat(problem.firstArc(0)).isZero();
        assertThat(problem.firstArc(1)).isEqualTo(1);
        assertThat(problem.firstArc(2)).isEqualTo(problem.arcCount()).isEqualTo(3);
        assertThat(problem.arcPost(1)).isZero();
        assertThat(problem.arcCost(1)).isEqualTo(3);
        assertThat(problem.findCost(0, 1)).hasValue(2);
        assertThat(problem.findCost(0, 0)).isEmpty();
        assertThat(problem.currentPost(0)).isEqualTo(PeopleProblem.NO_POST);
    }

    @Test
    void theMoveCostCountsForTheMovedAndTheReleasedAlikeAndKeepsThePlanSteady() {
        PeopleProblem.Builder builder = PeopleProblem.builder(3)
                .post(PostNeed.of(1, 100))
                .post(PostNeed.of(1, 100))
                .arc(0, 0, 5)
                .arc(1, 0, 3)
                .arc(2, 1, 1);
        assertThat(PeopleSolver.solve(builder.build()).postOfPerson()).containsExactly(-1, 0, 1);
        PeoplePlan steady =
                PeopleSolver.solve(builder.current(new int[] {0, -1, 0}, 4).build());
        assertThat(steady.postOfPerson()).containsExactly(0, -1, 1);
        assertThat(steady.total()).isEqualTo(5 + 1 + 4);
    }

    @Test
    void aRefusedValueIsNamedWithItsReason() {
        assertThatThrownBy(() -> PeopleProblem.builder(-1)).hasMessageContaining("number of people (-1)");
        assertThatThrownBy(() -> PeopleProblem.builder(2).arc(2, 0, 1)).hasMessageContaining("person (2)");
        assertThatThrownBy(() -> PeopleProblem.builder(2).arc(1, 4, -3))
                .hasMessageContaining("cost (-3) of person 1 at post 4");
        assertThatThrownBy(() -> PeopleProblem.builder(2).arc(1, 4, 3).build())
                .hasMessageContaining("post (4) listed for person 1");
        assertThatThrownBy(() -> PeopleProblem.builder(1)
                        .post(PostNeed.of(1, 1))
                        .arc(0, 0, 7)
                        .arc(0, 0, 8)
                        .build())
                .hasMessage("Person 0 is listed twice for post 0, with costs 7 and 8. Keep one.");
        assertThatThrownBy(() -> PeopleProblem.builder(2).current(new int[1], 0))
                .hasMessageContaining("holds 1 people and must hold 2");
        assertThatThrownBy(() -> PeopleProblem.builder(1).current(new int[] {-1}, -5))
                .hasMessageContaining("moveCost (-5)");
        assertThatThrownBy(
                        () -> PeopleProblem.builder(1).current(new int[] {3}, 5).build())
                .hasMessageContaining("present post (3) of person 0");
    }

    @Test
    void aNeedThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> PostNeed.of(-1, 1)).hasMessageContaining("places (-1)");
        assertThatThrownBy(() -> new PostNeed(2, 3, 1, 1)).hasMessageContaining("minimum (3)");
        assertThatThrownBy(() -> new PostNeed(2, 1, 1, -1)).hasMessageContaining("emptyPenalty (-1)");
        assertThatThrownBy(() -> new PostNeed(2, 1, 4, 5))
                .hasMessageContaining("emptyMinimumPenalty (4)")
                .hasMessageContaining("which is 5");
        assertThatThrownBy(() -> new PostNeed(2, 1, Long.MAX_VALUE, 5)).hasMessageContaining("not be above");
    }

    @Test
    void theFirstPlacesAreTheOnesThatMustNotBeMissing() {
        PostNeed need = new PostNeed(3, 1, 50, 7);
        assertThat(need.penaltyWhenFilled(0)).isEqualTo(64);
        assertThat(need.penaltyWhenFilled(1)).isEqualTo(14);
        assertThat(need.penaltyWhenFilled(3)).isZero();
        assertThat(need.savingOfNext(0)).isEqualTo(50);
        assertThat(need.savingOfNext(1)).isEqualTo(7);
        assertThatThrownBy(() -> need.savingOfNext(3)).hasMessageContaining("filled (3)");
        assertThatThrownBy(() -> need.penaltyWhenFilled(4)).hasMessageContaining("filled (4)");
    }
}
