package org.tongxin.solver;

import java.util.List;
import java.util.stream.IntStream;
import org.tongxin.core.allocation.Coverage;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;

/**
 * The greatest least coverage, and the least total that keeps it.
 *
 * <p><b>Idea.</b> Ask for the greatest coverage; count in whole numbers what the plan found covers; ask again, with every
 * community above that, until a solver finds that there is no such plan. What is rounded in between does no harm: the last
 * question is the proof, and it is about whole numbers.
 */
final class FairSearch {

    private final SupplyProblem problem;
    private SupplyPlan plan;
    private Coverage coverage;
    private boolean proved;

    private FairSearch(SupplyProblem problem) {
        this.problem = problem;
        long nothing =
                SupplyChecker.check(problem, new SupplyPlan(List.of(), 0)).total();
        plan = new SupplyPlan(List.of(), nothing);
        coverage = SupplyChecker.leastCoverage(problem, plan);
    }

    static SupplyAnswer fairestThenCheapest(SupplyProblem problem) {
        FairSearch search = new FairSearch(problem);
        search.climb(new long[problem.communities()]);
        while (!search.proved && search.climb(search.floorsAbove())) {}
        return SupplySearch.above(problem, search.floors(), search.plan, search.proved);
    }

    /** Whether a plan with a greater coverage was found above these floors. */
    private boolean climb(long[] floor) {
        boolean higher = false;
        proved = coverage.equals(Coverage.FULL);
        for (MixedProgram.Solver solver : MixedProgram.OF_WHOLE_NUMBERS) {
            if (!higher && !proved) {
                higher = climb(floor, solver);
            }
        }
        return higher;
    }

    private boolean climb(long[] floor, MixedProgram.Solver solver) {
        SupplyModel model = SupplyModel.ofCoverage(problem, floor);
        MixedProgram program = model.given(solver);
        MixedProgram.End end = program.solve();
        proved = end == MixedProgram.End.INFEASIBLE;
        boolean higher = false;
        if (end == MixedProgram.End.OPTIMAL || end == MixedProgram.End.FEASIBLE) {
            SupplyPlan found = model.plan(program);
            Coverage reached = SupplyChecker.leastCoverage(problem, found);
            if (reached.compareTo(coverage) > 0
                    && SupplyChecker.check(problem, found).isAllowed()) {
                plan = found;
                coverage = reached;
                higher = true;
            }
        }
        program.delete();
        return higher;
    }

    private long[] floors() {
        return IntStream.range(0, problem.communities())
                .mapToLong(community -> coverage.unitsOf(problem.need(community)))
                .toArray();
    }

    private long[] floorsAbove() {
        return IntStream.range(0, problem.communities())
                .mapToLong(community -> problem.need(community) == 0 ? 0 : coverage.unitsAbove(problem.need(community)))
                .toArray();
    }
}
