package org.tongxin.solver;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;

/** The least total above given floors: one solver after the other, until one has a proof. For one thread only. */
final class SupplySearch {

    private final SupplyProblem problem;
    private final long[] floor;
    private final List<String> engines = new ArrayList<>();
    private SupplyPlan best;
    private long bound;

    /** @param start a plan that keeps all rules and the floors */
    private SupplySearch(SupplyProblem problem, long[] floor, SupplyPlan start) {
        this.problem = problem;
        this.floor = floor;
        this.best = start;
    }

    static SupplyAnswer cheapest(SupplyProblem problem) {
        long nothing =
                SupplyChecker.check(problem, new SupplyPlan(List.of(), 0)).total();
        return above(problem, new long[problem.communities()], new SupplyPlan(List.of(), nothing), true);
    }

    static SupplyAnswer above(SupplyProblem problem, long[] floor, SupplyPlan start, boolean fairestProved) {
        SupplySearch search = new SupplySearch(problem, floor, start);
        for (MixedProgram.Solver solver : MixedProgram.Solver.values()) {
            if (search.bound < search.best.total()) {
                search.ask(solver);
            }
        }
        return new SupplyAnswer(search.best, search.bound, fairestProved, String.join(", ", search.engines));
    }

    private void ask(MixedProgram.Solver solver) {
        engines.add(solver.title());
        SupplyModel model = new SupplyModel(problem, solver, SupplyModel.Goal.COST, floor);
        MixedProgram.End end = model.solve();
        if (end == MixedProgram.End.OPTIMAL || end == MixedProgram.End.FEASIBLE) {
            SupplyPlan plan = model.plan();
            if (plan.total() < best.total() && isAllowed(plan)) {
                best = plan;
            }
            bound = Math.max(bound, Math.min(model.bound(end), best.total()));
        }
        model.delete();
    }

    private boolean isAllowed(SupplyPlan plan) {
        if (!SupplyChecker.check(problem, plan).isAllowed()) {
            return false;
        }
        long[] units = new long[problem.communities()];
        plan.shipments().forEach(each -> units[each.community()] += each.quantity());
        for (int community = 0; community < units.length; community++) {
            if (units[community] < floor[community]) {
                return false;
            }
        }
        return true;
    }
}
