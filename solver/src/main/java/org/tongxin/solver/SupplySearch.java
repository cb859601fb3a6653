package org.tongxin.solver;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;

/**
 * The least total above given floors. The relaxed program gives a bound and tells which ways can be in the best plan; SCIP looks
 * for the best plan of those. What is still open after that is asked of HiGHS and SCIP over all ways that can be in a better plan,
 * unless the gap is {@link #CLOSE} and the problem large: the last hundredth of a percent costs more than it brings. For one thread
 * only.
 */
final class SupplySearch {

    /** A gap that is good enough where there are more than {@link #FEW_WAYS} ways, as a share of the total. */
    private static final double CLOSE = 1e-4;

    private static final int FEW_WAYS = 3_000;

    /** The first program in whole numbers has at most this many ways for each need, or in all the next number. */
    private static final double WAYS_OF_NEED = 1.5;

    private static final int FEWEST_WAYS = 1_000;

    private final SupplyProblem problem;
    private final long[] floor;
    private final Set<String> engines = new LinkedHashSet<>();
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
        search.search();
        return new SupplyAnswer(search.best, search.bound, fairestProved, String.join(", ", search.engines));
    }

    private void search() {
        engines.add(Relaxation.engine());
        Relaxation relaxation = SupplyModel.relaxation(problem, floor);
        int ways = relaxation.reducedCosts().length;
        bound = Math.min(Math.max(bound, MixedProgram.wholeFrom(relaxation.bound())), best.total());
        ask(MixedProgram.Solver.SCIP, relaxation, relaxation.reachOf(firstWays()));
        for (MixedProgram.Solver solver : MixedProgram.OF_WHOLE_NUMBERS) {
            if (!isProved() && (ways <= FEW_WAYS || !isClose())) {
                ask(solver, relaxation, best.total() - 1 - relaxation.bound());
            }
        }
    }

    private int firstWays() {
        return Math.max(FEWEST_WAYS, (int) (WAYS_OF_NEED * problem.communities() * problem.items()));
    }

    private boolean isProved() {
        return bound == best.total();
    }

    private boolean isClose() {
        return best.total() - bound <= CLOSE * best.total();
    }

    private void ask(MixedProgram.Solver solver, Relaxation relaxation, double reach) {
        engines.add(solver.title());
        SupplyModel model = SupplyModel.ofCost(problem, floor, relaxation.within(reach));
        MixedProgram program = model.given(solver);
        MixedProgram.End end = program.solve();
        if (end == MixedProgram.End.OPTIMAL || end == MixedProgram.End.FEASIBLE) {
            SupplyPlan plan = model.plan(program);
            if (plan.total() < best.total() && isAllowed(plan)) {
                best = plan;
            }
            long bounded = Math.min(program.bound(end), relaxation.boundBeyond(reach));
            bound = Math.max(bound, Math.min(bounded, best.total()));
        }
        program.delete();
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
