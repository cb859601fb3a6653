package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyProblemTest {

    @Test
    void aRefusedValueIsNamedWithItsReason() {
        assertThatThrownBy(() -> builder().need(0, 0, 1, -2, 3))
                .hasMessage("The need of community 0 for item 0 in tier 1 (-2) must lie in 0..1000000000000.");
        assertThatThrownBy(() -> builder().lane(2, 0, 1)).hasMessage("The depot (2) must lie in 0..1.");
        assertThatThrownBy(() -> builder().lane(0, 0, 4).lane(0, 0, 5).build())
                .hasMessage("The lane from depot 0 to community 0 is listed twice, with costs 4 and 5. Keep one.");
        assertThatThrownBy(() -> builder().penalties(1, 2, 0).build())
                .hasMessageContaining("The penalty (2) of tier 1 must not be above that of tier 0, which is 1");
        assertThatThrownBy(() -> builder().penalties(1, 1)).hasMessageContaining("has 2 values and must have 3");
        assertThatThrownBy(() ->
                        builder().weight(0, 2_000_000).lane(0, 0, 1_000_000).build())
                .hasMessageContaining("price of a unit in the transport of item 0 (1000000 times 2000000)");
        assertThatThrownBy(() -> builder()
                        .penalties(1_000_000_000_000L, 0, 0)
                        .need(0, 0, 1_000_000_000_000L, 0, 0)
                        .build())
                .hasMessageContaining("overflow");
        assertThatThrownBy(() -> SupplyProblem.builder(-1, 2, 3)).hasMessageContaining("number of depots (-1)");
        assertThatThrownBy(() -> SupplyProblem.builder(0, 1, 1).stock(0, 0, 1, 0))
                .hasMessageContaining("none at all");
    }

    @Test
    void theReserveStaysAndLanesAreInOrder() {
        SupplyProblem problem = builder()
                .stock(0, 0, 9, 4)
                .stock(1, 0, 3, 5)
                .lane(1, 0, 2)
                .lane(0, 0, 7)
                .build();
        assertThat(problem.available(0, 0)).isEqualTo(5);
        assertThat(problem.available(1, 0)).isZero();
        assertThat(problem.unitCost(problem.findLane(1, 0), 0)).isEqualTo(2);
        assertThat(problem.firstLane(1)).isEqualTo(1);
    }

    @Test
    void theCheckerNamesEveryRuleThatAPlanBreaks() {
        SupplyProblem problem = builder()
                .penalties(10, 5, 1)
                .weight(0, 2)
                .stock(0, 0, 4, 1)
                .capacity(0, 7)
                .need(0, 0, 2, 0, 0)
                .lane(0, 0, 3)
                .build();
        SupplyPlan plan = new SupplyPlan(
                List.of(
                        new Shipment(0, 0, 0, 4),
                        new Shipment(0, 0, 0, 4),
                        new Shipment(1, 0, 0, 1),
                        new Shipment(0, 9, 0, 1),
                        new Shipment(0, 0, 1, 1)),
                3);
        PlanCheck check = SupplyChecker.check(problem, plan);
        assertThat(check.total()).isEqualTo(24);
        assertThat(check.violations())
                .hasSize(9)
                .anyMatch(text -> text.contains("is there twice"))
                .anyMatch(text -> text.contains("has no lane"))
                .anyMatch(text -> text.contains("does not exist"))
                .anyMatch(text -> text.contains("sends 4 units of item 0 and may send 3"))
                .anyMatch(text -> text.contains("sends a weight of 8 and may send 7"))
                .anyMatch(text -> text.contains("gets 3 units of item 0 more than it needs"))
                .anyMatch(text -> text.contains("states 3 and costs 24"));
    }

    @Test
    void aCoverageIsAnExactFraction() {
        assertThat(new Coverage(4, 6)).isEqualTo(new Coverage(2, 3)).hasToString("2/3");
        assertThat(new Coverage(0, 7)).hasToString("0/1");
        assertThat(new Coverage(333_333_333_333L, 1_000_000_000_000L)).isLessThan(new Coverage(1, 3));
        assertThat(new Coverage(2, 3).unitsOf(10)).isEqualTo(7);
        assertThat(new Coverage(2, 3).unitsAbove(9)).isEqualTo(7);
        assertThatThrownBy(() -> new Coverage(3, 2)).hasMessageContaining("3/2");
    }

    private static SupplyProblemBuilder builder() {
        return SupplyProblem.builder(2, 1, 1);
    }
}
