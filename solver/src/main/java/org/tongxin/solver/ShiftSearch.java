package org.tongxin.solver;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/**
 * The least total of a shift problem: HiGHS first, and where it stops at its limit CP-SAT, which starts from what HiGHS
 * found. The best plan and the best bound of both count. For one thread only.
 */
final class ShiftSearch {

    private final ShiftProblem problem;
    private final ShiftRows rows;
    private final List<String> engines = new ArrayList<>();
    private ShiftPlan best;
    private long bound;

    private ShiftSearch(ShiftProblem problem) {
        this.problem = problem;
        this.rows = new ShiftRows(problem);
        this.best = ShiftPlan.empty(problem.slots(), unmet(problem));
    }

    static ShiftAnswer cheapest(ShiftProblem problem) {
        ShiftSearch search = new ShiftSearch(problem);
        search.askMixedProgram();
        if (search.bound < search.best.total()) {
            search.askConstraints();
        }
        return new ShiftAnswer(search.best, search.bound, String.join(", ", search.engines));
    }

    /** The total when nobody works. */
    static long unmet(ShiftProblem problem) {
        long sum = 0;
        for (int slot = 0; slot < problem.slots(); slot++) {
            sum = Math.addExact(sum, problem.slot(slot).unmetPenalty());
        }
        return sum;
    }

    private void askMixedProgram() {
        engines.add(MixedProgram.Solver.HIGHS.title());
        ShiftModel model = new ShiftModel(problem, rows);
        MixedProgram.End end = model.solve();
        if (end == MixedProgram.End.OPTIMAL || end == MixedProgram.End.FEASIBLE) {
            take(model.plan(), model.bound(end));
        }
        model.delete();
    }

    private void askConstraints() {
        engines.add("CP-SAT");
        ShiftConstraints model = new ShiftConstraints(problem, rows, best);
        if (model.solve()) {
            take(model.plan(), model.bound());
        }
    }

    private void take(ShiftPlan found, long foundBound) {
        PlanCheck check = ShiftChecker.check(problem, found);
        ShiftPlan plan = found.withTotal(check.total());
        if (plan.total() < best.total() && ShiftChecker.check(problem, plan).isAllowed()) {
            best = plan;
        }
        bound = Math.max(bound, Math.min(foundBound, best.total()));
    }
}
