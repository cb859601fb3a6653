package org.tongxin.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.Arrays;
import java.util.List;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/** A shift problem for CP-SAT, which starts from a plan that is known. */
final class ShiftConstraints {

    private static final int SEED = 1;

    /** Of the solver's own measure of work, of which one is about a second. */
    private static final double WORK = 60;

    private final ShiftProblem problem;
    private final ShiftRows rows;
    private final CpModel model = new CpModel();
    private final CpSolver solver = new CpSolver();
    private final BoolVar[] taken;
    private final LinearExprBuilder total = LinearExpr.newBuilder();

    ShiftConstraints(ShiftProblem problem, ShiftRows rows, ShiftPlan hint) {
        OrToolsEngine.load();
        this.problem = problem;
        this.rows = rows;
        this.taken = new BoolVar[problem.pairs()];
        total.add(ShiftSearch.unmet(problem));
        for (int pair = 0; pair < taken.length; pair++) {
            addPair(pair, hint);
        }
        rows.rows().forEach(this::addRow);
        for (int person = 0; person < problem.people(); person++) {
            addFairness(person);
        }
        model.minimize(total);
    }

    /** Whether a plan was found. */
    boolean solve() {
        solver.getParameters().setNumWorkers(1).setRandomSeed(SEED).setMaxDeterministicTime(WORK);
        CpSolverStatus status = solver.solve(model);
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }

    long bound() {
        return (long) Math.ceil(solver.bestObjectiveBound() - 1e-6);
    }

    /** The plan found; its total is for the checker to count. */
    ShiftPlan plan() {
        int[] personOfSlot = new int[problem.slots()];
        Arrays.fill(personOfSlot, ShiftProblem.NOBODY);
        for (int pair = 0; pair < taken.length; pair++) {
            if (solver.booleanValue(taken[pair])) {
                personOfSlot[rows.slotOf(pair)] = problem.pairPerson(pair);
            }
        }
        return ShiftPlan.of(personOfSlot, 0);
    }

    private void addPair(int pair, ShiftPlan hint) {
        int slot = rows.slotOf(pair);
        taken[pair] = model.newBoolVar("");
        total.addTerm(taken[pair], problem.pairCost(pair) - problem.slot(slot).unmetPenalty());
        model.addHint(taken[pair], hint.personOf(slot) == problem.pairPerson(pair));
    }

    private void addRow(ShiftRows.Row row) {
        Literal[] pairs = literals(row.pairs());
        if (row.most() == 1) {
            model.addAtMostOne(pairs);
        } else {
            model.addLessOrEqual(LinearExpr.sum(pairs), row.most());
        }
    }

    private void addFairness(int person) {
        int steps = rows.mostOverTarget(person);
        if (steps == 0 || problem.rules().overTargetStep() == 0) {
            return;
        }
        LinearExprBuilder over = LinearExpr.newBuilder();
        for (Literal pair : literals(rows.pairsOf(person))) {
            over.add(pair);
        }
        for (int step = 1; step <= steps; step++) {
            BoolVar reached = model.newBoolVar("");
            over.addTerm(reached, -1);
            total.addTerm(reached, problem.rules().overTargetStep() * step);
        }
        model.addLessOrEqual(over, problem.rules().target());
    }

    private Literal[] literals(List<Integer> pairs) {
        return pairs.stream().map(pair -> taken[pair]).toArray(Literal[]::new);
    }
}
