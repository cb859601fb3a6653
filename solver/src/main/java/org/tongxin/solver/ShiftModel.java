package org.tongxin.solver;

import com.google.ortools.linearsolver.MPConstraint;
import java.util.Arrays;
import java.util.List;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/** A shift problem as a mixed program: each pair is taken or not, and takes its slot's penalty away. */
final class ShiftModel {

    private static final long WORK = 15_000_000_000L;

    private final ShiftProblem problem;
    private final ShiftRows rows;
    private final MixedProgram program = new MixedProgram(MixedProgram.Solver.HIGHS, WORK);

    ShiftModel(ShiftProblem problem, ShiftRows rows) {
        this.problem = problem;
        this.rows = rows;
        program.offset(ShiftSearch.unmet(problem));
        for (int pair = 0; pair < problem.pairs(); pair++) {
            long penalty = problem.slot(rows.slotOf(pair)).unmetPenalty();
            program.variable(1, true, problem.pairCost(pair) - penalty);
        }
        rows.rows().forEach(row -> addRow(row.pairs(), row.most()));
        for (int person = 0; person < problem.people(); person++) {
            addFairness(person);
        }
    }

    MixedProgram.End solve() {
        return program.solve();
    }

    long bound(MixedProgram.End end) {
        return program.bound(end);
    }

    void delete() {
        program.delete();
    }

    /** The plan found; its total is for the checker to count. */
    ShiftPlan plan() {
        int[] personOfSlot = new int[problem.slots()];
        Arrays.fill(personOfSlot, ShiftProblem.NOBODY);
        for (int pair = 0; pair < problem.pairs(); pair++) {
            if (program.value(pair) == 1) {
                personOfSlot[rows.slotOf(pair)] = problem.pairPerson(pair);
            }
        }
        return ShiftPlan.of(personOfSlot, 0);
    }

    private MPConstraint addRow(List<Integer> pairs, double most) {
        MPConstraint row = program.row(Double.NEGATIVE_INFINITY, most);
        pairs.forEach(pair -> program.put(row, pair, 1));
        return row;
    }

    /** Each slot above the target has a step of its own; the steps get dearer, so the first is taken first. */
    private void addFairness(int person) {
        int steps = rows.mostOverTarget(person);
        if (steps == 0 || problem.rules().overTargetStep() == 0) {
            return;
        }
        MPConstraint row = addRow(rows.pairsOf(person), problem.rules().target());
        for (int step = 1; step <= steps; step++) {
            double cost = (double) problem.rules().overTargetStep() * step;
            program.put(row, program.variable(1, false, cost), -1);
        }
    }
}
