package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupplySolverTest {

    private static final int CASES = 400;

    @ParameterizedTest
    @EnumSource
    void itFindsAndProvesWhatTryingEveryPlanFinds(SupplyProblem.Aim aim) {
        for (long seed = 0; seed < CASES; seed++) {
            SupplyProblem problem = SupplyCases.small(seed, aim, false);
            SupplyAnswer answer = SupplySolver.findBest(problem).orElseThrow();
            SupplyCases.Best best = SupplyCases.bruteForce(problem);
            assertThat(answer.plan().total()).as("seed " + seed).isEqualTo(best.total());
            assertThat(answer.isProved()).as("seed " + seed).isTrue();
            if (aim == SupplyProblem.Aim.FAIREST_THEN_CHEAPEST) {
                assertThat(SupplyChecker.leastCoverage(problem, answer.plan()))
                        .as("seed " + seed)
                        .isEqualTo(best.coverage());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereSharedCapacityBindsItSaysNothingRatherThanSomethingWrong(SupplyProblem.Aim aim) {
        int answered = 0;
        for (long seed = 0; seed < CASES; seed++) {
            SupplyProblem problem = SupplyCases.small(seed, aim, true);
            Optional<SupplyAnswer> answer = SupplySolver.findBest(problem);
            if (answer.isPresent()) {
                answered++;
                assertThat(answer.get().plan().total())
                        .as("seed " + seed)
                        .isEqualTo(SupplyCases.bruteForce(problem).total());
                assertThat(answer.get().isProved()).as("seed " + seed).isTrue();
            }
        }
        assertThat(answered).isBetween(CASES / 4, CASES - 1);
    }

    @Test
    void aSingleItemKeepsTheCapacityOfItsDepotByItself() {
        SupplyProblem problem = SupplyProblem.builder(2, 1, 1)
                .penalties(100, 100, 100)
                .weight(0, 3)
                .stock(0, 0, 10, 0)
                .stock(1, 0, 10, 0)
                .capacity(0, 8)
                .need(0, 0, 5, 0, 0)
                .lane(0, 0, 1)
                .lane(1, 0, 2)
                .build();
        SupplyAnswer answer = SupplySolver.findBest(problem).orElseThrow();
        assertThat(answer.plan().shipments()).containsExactly(new Shipment(0, 0, 0, 2), new Shipment(1, 0, 0, 3));
        assertThat(answer.plan().total()).isEqualTo(2 * 3 + 3 * 6);
        assertThat(answer.isProved()).isTrue();
    }

    @Test
    void aFairPlanGivesEveryoneThreeFifthsThoughTheNearOnesCouldHaveAll() {
        SupplyProblem problem = SupplyProblem.builder(1, 2, 1)
                .aim(SupplyProblem.Aim.FAIREST_THEN_CHEAPEST)
                .penalties(100, 50, 10)
                .stock(0, 0, 6, 0)
                .need(0, 0, 2, 2, 1)
                .need(1, 0, 2, 2, 1)
                .lane(0, 0, 1)
                .lane(0, 1, 300)
                .build();
        SupplyAnswer answer = SupplySolver.findBest(problem).orElseThrow();
        assertThat(SupplyChecker.leastCoverage(problem, answer.plan())).hasToString("3/5");
        assertThat(answer.isProved()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aDistrictIsSolvedAndProvedAndTheSameAgain(SupplyProblem.Aim aim) {
        SupplyProblem problem = SupplyCases.district(7, 20, 120, 4, aim);
        SupplyAnswer answer = SupplySolver.findBest(problem).orElseThrow();
        assertThat(answer.isProved()).isTrue();
        assertThat(SupplySolver.findBest(problem)).contains(answer);
    }

    @Test
    void nothingToGiveOrNobodyToGiveToIsAPlanToo() {
        assertThat(SupplySolver.findBest(SupplyProblem.builder(0, 0, 0).build())
                        .orElseThrow()
                        .isProved())
                .isTrue();
        SupplyProblem nothing = SupplyProblem.builder(0, 2, 1)
                .aim(SupplyProblem.Aim.FAIREST_THEN_CHEAPEST)
                .penalties(3, 2, 1)
                .need(1, 0, 4, 0, 1)
                .build();
        SupplyAnswer answer = SupplySolver.findBest(nothing).orElseThrow();
        assertThat(answer.plan()).isEqualTo(new SupplyPlan(List.of(), 13));
        assertThat(answer.isProved()).isTrue();
    }
}
