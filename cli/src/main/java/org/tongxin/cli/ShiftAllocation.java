package org.tongxin.cli;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/** People to shifts: by an engine, checked and explained. */
final class ShiftAllocation {

    private ShiftAllocation() {}

    static Allocation of(ShiftProblem problem) {
        ShiftAnswer answer = Engines.require("shifts over several days").solve(problem);
        PlanCheck check = ShiftChecker.check(problem, answer.plan());
        if (!check.isAllowed()) {
            throw new IllegalStateException(
                    "A plan was found that breaks rules: " + check.violations().getFirst());
        }
        return new Allocation(
                "shift",
                answer.plan().total(),
                answer.bound(),
                answer.isProved(),
                answer.engine(),
                null,
                null,
                rows(answer.plan()),
                ShiftReasons.of(problem, answer.plan()));
    }

    private static List<List<Long>> rows(ShiftPlan plan) {
        List<List<Long>> rows = new ArrayList<>();
        for (int slot = 0; slot < plan.slots(); slot++) {
            if (plan.personOf(slot) != ShiftProblem.NOBODY) {
                rows.add(List.of((long) slot, (long) plan.personOf(slot)));
            }
        }
        return rows;
    }
}
