package org.tongxin.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplySolver;

class SupplyEngineTest {

    private final OrToolsEngine engine = new OrToolsEngine();

    @ParameterizedTest
    @EnumSource
    void itFindsAndProvesWhatTryingEveryPlanFinds(SupplyProblem.Aim aim) {
        int bound = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SupplyProblem problem = SupplyCases.small(seed, aim);
            SupplyAnswer answer = engine.solve(problem);
            SupplyCases.Best best = SupplyCases.bruteForce(problem);
            assertThat(answer.plan().total()).as("seed " + seed).isEqualTo(best.total());
            assertThat(answer.isProved()).as("seed " + seed).isTrue();
            if (aim == SupplyProblem.Aim.FAIREST_THEN_CHEAPEST) {
                assertThat(SupplyChecker.leastCoverage(problem, answer.plan()))
                        .as("seed " + seed)
                        .isEqualTo(best.coverage());
            }
            bound += SupplySolver.findBest(problem).isEmpty() ? 1 : 0;
        }
        assertThat(bound).as("cases where capacity binds").isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void withoutCapacityTheFlowOfTheCoreAgrees(SupplyProblem.Aim aim) {
        for (long seed = 1; seed <= 20; seed++) {
            SupplyProblem problem = SupplyCases.random(seed, aim, new int[] {4, 6, 2}, 9, false);
            SupplyAnswer flow = SupplySolver.findBest(problem).orElseThrow();
            SupplyAnswer answer = engine.solve(problem);
            assertThat(answer.plan().total())
                    .as("seed " + seed)
                    .isEqualTo(flow.plan().total());
            if (aim == SupplyProblem.Aim.FAIREST_THEN_CHEAPEST) {
                assertThat(SupplyChecker.leastCoverage(problem, answer.plan()))
                        .as("seed " + seed)
                        .isEqualTo(SupplyChecker.leastCoverage(problem, flow.plan()));
            }
        }
    }

    @Test
    void theSameProblemGivesTheSamePlan() {
        SupplyProblem problem = SupplyCases.random(3, SupplyProblem.Aim.CHEAPEST, new int[] {5, 12, 4}, 30, true);
        assertThat(engine.solve(problem)).isEqualTo(engine.solve(problem));
    }
}
