package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tongxin.core.allocation.ShiftSlot.Part;

class ShiftProblemTest {

    private static final ShiftRules RULES = new ShiftRules(8, 2, 1, 10);

    @Test
    void theTotalCountsCostsUnmetSlotsAndEachSlotAboveTheTargetDearer() {
        ShiftProblem problem = liNaEveryOtherDay();
        ShiftPlan plan = ShiftPlan.of(new int[] {0, 0, ShiftProblem.NOBODY, 0}, 0);
        PlanCheck check = ShiftChecker.check(problem, plan);
        assertThat(check.total()).isEqualTo(1 + 2 + 500 + 4 + 10 * (1 + 2));
        assertThat(ShiftChecker.check(problem, plan.withTotal(check.total())).isAllowed())
                .isTrue();
    }

    @Test
    void everyBrokenRuleIsNamed() {
        ShiftProblem problem = liNaEveryOtherDay();
        assertThat(ShiftChecker.check(problem, ShiftPlan.of(new int[] {0, 0, 0, 1}, 0))
                        .violations())
                .containsExactly(
                        "Person 1 is not listed for slot 3.",
                        "Person 0 has 3 slots in week 0 and may have 2.",
                        "The plan states 0 and costs 36.");
        ShiftProblem night = ShiftProblem.builder(1, RULES)
                .slot(new ShiftSlot(3, Part.NIGHT, 9))
                .slot(new ShiftSlot(4, Part.MORNING, 9))
                .slot(new ShiftSlot(4, Part.LATE, 9))
                .pair(0, 0, 0)
                .pair(1, 0, 0)
                .pair(2, 0, 0)
                .build();
        assertThat(ShiftChecker.check(night, ShiftPlan.of(new int[] {0, 0, -1}, 19))
                        .violations())
                .containsExactly("Person 0 has the morning of day 4 after a night.");
        assertThat(ShiftChecker.check(night, ShiftPlan.of(new int[] {-1, 0, 0}, 19))
                        .violations())
                .containsExactly("Person 0 has more than one slot on day 4.");
        assertThat(ShiftChecker.check(night, ShiftPlan.of(new int[] {0, -1, 0}, 19))
                        .isAllowed())
                .isTrue();
        assertThat(ShiftChecker.check(night, ShiftPlan.empty(2, 0)).violations())
                .containsExactly("The plan has 2 slots and the problem 3.");
    }

    @Test
    void aRefusedValueIsNamedWithItsReason() {
        assertThatThrownBy(() -> ShiftProblem.builder(-1, RULES)).hasMessageContaining("number of people (-1)");
        assertThatThrownBy(() -> new ShiftRules(7, -1, 0, 0)).hasMessageContaining("maxPerWeek (-1)");
        assertThatThrownBy(() -> new ShiftSlot(0, Part.LATE, -1)).hasMessageContaining("unmet penalty of a slot (-1)");
        ShiftProblem.Builder builder = ShiftProblem.builder(1, RULES);
        assertThatThrownBy(() -> builder.slot(new ShiftSlot(8, Part.LATE, 1)))
                .hasMessage("The day of slot 0 (8) must lie in 0..7.");
        builder.slot(new ShiftSlot(0, Part.LATE, 1));
        assertThatThrownBy(() -> builder.pair(0, 1, 1)).hasMessage("The person of an arc (1) must lie in 0..0.");
        assertThatThrownBy(() -> builder.pair(0, 0, 1).pair(0, 0, 2).build())
                .hasMessage("Person 0 is listed twice for slot 0, with costs 1 and 2. Keep one.");
    }

    /** Three slots in the first week and one in the second; person 1 is listed for none. */
    private static ShiftProblem liNaEveryOtherDay() {
        ShiftProblem.Builder builder = ShiftProblem.builder(2, RULES);
        int[] days = {0, 2, 4, 7};
        for (int slot = 0; slot < days.length; slot++) {
            builder.slot(new ShiftSlot(days[slot], Part.LATE, 500)).pair(slot, 0, slot + 1);
        }
        return builder.build();
    }
}
