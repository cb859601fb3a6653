package org.tongxin.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongxin.core.allocation.SupplyProblem;

class RelaxationTest {

    @Test
    void bothSolversFindTheSameLeastObjective() {
        Highs highs = Highs.here().orElseThrow();
        int solved = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Program program = program(seed);
            Optional<Highs.Optimum> one = highs.solve(program);
            Optional<Highs.Optimum> other = Relaxation.byGlop(program);
            assertThat(one.isPresent()).as("seed " + seed).isEqualTo(other.isPresent());
            if (one.isPresent()) {
                assertThat(one.get().objective())
                        .as("seed " + seed)
                        .isCloseTo(other.orElseThrow().objective(), within(1e-6));
                solved++;
            }
        }
        assertThat(solved).isBetween(50, 199);
    }

    @Test
    void withoutTheWaysOfGreatReducedCostNoPlanIsLost() {
        for (long seed = 1; seed <= 40; seed++) {
            SupplyProblem problem = SupplyCases.small(seed, SupplyProblem.Aim.CHEAPEST);
            Relaxation relaxation = SupplyModel.relaxation(problem, new long[problem.communities()]);
            long best = SupplyCases.bruteForce(problem).total();
            assertThat(relaxation.bound()).as("seed " + seed).isLessThanOrEqualTo(best + 1e-6);
            BitSet ways = relaxation.within(best - relaxation.bound());
            MixedProgram program = SupplyModel.ofCost(problem, new long[problem.communities()], ways)
                    .given(MixedProgram.Solver.SCIP);
            assertThat(program.solve()).as("seed " + seed).isEqualTo(MixedProgram.End.OPTIMAL);
            assertThat(program.objective()).as("seed " + seed).isCloseTo(best, within(1e-6));
            program.delete();
        }
    }

    /** Twelve variables, eight rows; about half have a solution. */
    private static Program program(long seed) {
        Random random = new Random(seed);
        Program program = new Program();
        program.offset(random.nextInt(9));
        for (int variable = 0; variable < 12; variable++) {
            program.variable(1 + random.nextInt(6), random.nextBoolean(), random.nextInt(21) - 10.0);
        }
        for (int row = 0; row < 8; row++) {
            double least = random.nextInt(16);
            program.row(least, random.nextBoolean() ? least + random.nextInt(4) : Double.POSITIVE_INFINITY);
            for (int variable = 0; variable < 12; variable++) {
                if (random.nextInt(3) == 0) {
                    program.put(row, variable, 1 + random.nextInt(4));
                }
            }
        }
        return program;
    }
}
