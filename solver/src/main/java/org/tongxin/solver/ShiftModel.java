package org.tongxin.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;

/** A shift problem as a linear program: each pair is taken or not, and takes its slot's penalty away. */
final class ShiftModel {

    private static final long WORK = 15_000_000_000L;
    private static final int ABSENT = -1;

    private final ShiftProblem problem;
    private final ShiftRows rows;
    private final Program program = new Program();
    private final int[] variableOfPair;

    private ShiftModel(ShiftProblem problem, ShiftRows rows, BitSet pairs) {
        this.problem = problem;
        this.rows = rows;
        this.variableOfPair = new int[problem.pairs()];
        program.offset(ShiftSearch.unmet(problem));
        Arrays.fill(variableOfPair, ABSENT);
        pairs.stream().forEach(this::addPair);
        rows.rows().forEach(row -> addRow(row.pairs(), row.most()));
        for (int person = 0; person < problem.people(); person++) {
            addFairness(person);
        }
    }

    /** The program in whole numbers, over some of the pairs. */
    static ShiftModel ofPairs(ShiftProblem problem, ShiftRows rows, BitSet pairs) {
        return new ShiftModel(problem, rows, pairs);
    }

    /** What the problem costs at least when a part of a person may take a slot. */
    static Relaxation relaxation(ShiftProblem problem, ShiftRows rows) {
        BitSet all = new BitSet();
        all.set(0, problem.pairs());
        ShiftModel model = new ShiftModel(problem, rows, all);
        return Relaxation.of(model.program, model.variableOfPair);
    }

    /** The program given to HiGHS. */
    MixedProgram given() {
        return new MixedProgram(program, MixedProgram.Solver.HIGHS, WORK);
    }

    /** The plan found; its total is for the checker to count. */
    ShiftPlan plan(MixedProgram solved) {
        int[] personOfSlot = new int[problem.slots()];
        Arrays.fill(personOfSlot, ShiftProblem.NOBODY);
        for (int pair = 0; pair < problem.pairs(); pair++) {
            if (variableOfPair[pair] != ABSENT && solved.value(variableOfPair[pair]) == 1) {
                personOfSlot[rows.slotOf(pair)] = problem.pairPerson(pair);
            }
        }
        return ShiftPlan.of(personOfSlot, 0);
    }

    private void addPair(int pair) {
        long penalty = problem.slot(rows.slotOf(pair)).unmetPenalty();
        variableOfPair[pair] = program.variable(1, true, problem.pairCost(pair) - penalty);
    }

    private int addRow(List<Integer> pairs, double most) {
        int row = program.row(Double.NEGATIVE_INFINITY, most);
        for (int pair : pairs) {
            if (variableOfPair[pair] != ABSENT) {
                program.put(row, variableOfPair[pair], 1);
            }
        }
        return row;
    }

    /** Each slot above the target has a step of its own; the steps get dearer, so the first is taken first. */
    private void addFairness(int person) {
        int steps = rows.mostOverTarget(person);
        if (steps == 0 || problem.rules().overTargetStep() == 0) {
            return;
        }
        int row = addRow(rows.pairsOf(person), problem.rules().target());
        for (int step = 1; step <= steps; step++) {
            double cost = (double) problem.rules().overTargetStep() * step;
            program.put(row, program.variable(1, false, cost), -1);
        }
    }
}
