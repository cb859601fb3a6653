package org.tongxin.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * What a problem costs at least when parts may be taken, and how much dearer each choice makes it: a pair of a shift problem, a
 * way of goods. A plan that uses a choice costs at least the bound and the choice's reduced cost together, so choices with a
 * reduced cost above the gap to a known plan are in no better plan.
 *
 * @param bound no plan has a lower total; minus infinity where nothing is known
 */
record Relaxation(double bound, double[] reducedCosts) {

    /** @param variables the variable of each choice */
    static Relaxation of(Program program, int[] variables) {
        return optimum(program)
                .map(optimum -> new Relaxation(
                        optimum.objective(),
                        Arrays.stream(variables)
                                .mapToDouble(variable -> optimum.reducedCosts()[variable])
                                .toArray()))
                .orElseGet(() -> unknown(variables.length));
    }

    /** Who solves relaxed programs here. */
    static String engine() {
        return Highs.here().isPresent() ? MixedProgram.Solver.HIGHS.title() : MixedProgram.Solver.GLOP.title();
    }

    private static Optional<Highs.Optimum> optimum(Program program) {
        return Highs.here().map(highs -> highs.solve(program)).orElseGet(() -> byGlop(program));
    }

    static Optional<Highs.Optimum> byGlop(Program program) {
        MixedProgram glop = new MixedProgram(program, MixedProgram.Solver.GLOP, 0);
        Optional<Highs.Optimum> optimum = glop.solve() == MixedProgram.End.OPTIMAL
                ? Optional.of(new Highs.Optimum(glop.objective(), glop.reducedCosts()))
                : Optional.empty();
        glop.delete();
        return optimum;
    }

    /** Nothing known, so that nothing is excluded. */
    static Relaxation unknown(int choices) {
        return new Relaxation(Double.NEGATIVE_INFINITY, new double[choices]);
    }

    /** The greatest reach that holds no more choices than asked for, and 0 at least; infinite where there are no more. */
    double reachOf(int choices) {
        double[] sorted = sorted();
        if (choices >= sorted.length) {
            return Double.POSITIVE_INFINITY;
        }
        double beyond = sorted[choices];
        return Math.max(
                0, Arrays.stream(sorted).filter(cost -> cost < beyond).max().orElse(0));
    }

    /** The choices whose reduced cost is not above the reach. */
    BitSet within(double reach) {
        BitSet choices = new BitSet(reducedCosts.length);
        for (int choice = 0; choice < reducedCosts.length; choice++) {
            choices.set(choice, reducedCosts[choice] <= reach);
        }
        return choices;
    }

    /** No plan with a choice outside the reach has a lower total. */
    long boundBeyond(double reach) {
        return Arrays.stream(reducedCosts)
                .filter(cost -> cost > reach)
                .mapToLong(cost -> MixedProgram.wholeFrom(bound + cost))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private double[] sorted() {
        double[] sorted = reducedCosts.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
