package org.tongxin.solver;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/**
 * The least total of a shift problem. The relaxed program tells which pairs can be in the best plan; HiGHS finds the best
 * plan of those, and of some more where that does not prove it. Where it stops at its limit, CP-SAT starts from what was
 * found. The best plan and the best bound of all count. For one thread only.
 */
final class ShiftSearch {

    /** The first program in whole numbers has at most this many pairs for each slot, or in all the next number. */
    private static final int PAIRS_OF_SLOT = 4;

    private static final int FEWEST_PAIRS = 2_000;

    private final ShiftProblem problem;
    private final ShiftRows rows;
    private final Set<String> engines = new LinkedHashSet<>();
    private ShiftPlan best;
    private long bound;

    private ShiftSearch(ShiftProblem problem) {
        this.problem = problem;
        this.rows = new ShiftRows(problem);
        this.best = ShiftPlan.empty(problem.slots(), unmet(problem));
    }

    static ShiftAnswer cheapest(ShiftProblem problem) {
        return cheapest(problem, Math.max(FEWEST_PAIRS, PAIRS_OF_SLOT * problem.slots()));
    }

    /** @param pairs how many the first program in whole numbers has at most */
    static ShiftAnswer cheapest(ShiftProblem problem, int pairs) {
        ShiftSearch search = new ShiftSearch(problem);
        search.askMixedPrograms(pairs);
        if (!search.isProved()) {
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

    private boolean isProved() {
        return bound == best.total();
    }

    private void askMixedPrograms(int pairs) {
        engines.add(Relaxation.engine());
        Relaxation relaxation = ShiftModel.relaxation(problem, rows);
        bound = Math.max(bound, MixedProgram.wholeFrom(relaxation.bound()));
        double reach = relaxation.reachOf(pairs);
        if (askMixedProgram(relaxation, reach) && !isProved()) {
            askMixedProgram(relaxation, best.total() - 1 - relaxation.bound());
        }
    }

    /** Whether the best plan of the pairs within the reach was found. */
    private boolean askMixedProgram(Relaxation relaxation, double reach) {
        engines.add(MixedProgram.Solver.HIGHS.title());
        ShiftModel model = ShiftModel.ofPairs(problem, rows, relaxation.within(reach));
        MixedProgram program = model.given();
        MixedProgram.End end = program.solve();
        if (end == MixedProgram.End.OPTIMAL || end == MixedProgram.End.FEASIBLE) {
            take(model.plan(program), end == MixedProgram.End.OPTIMAL ? bestOf(program, relaxation, reach) : bound);
        }
        program.delete();
        return end == MixedProgram.End.OPTIMAL;
    }

    private static long bestOf(MixedProgram program, Relaxation relaxation, double reach) {
        return Math.min(Math.round(program.objective()), relaxation.boundBeyond(reach));
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
