package org.tongxin.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.List;

/** A program given to one of OR-Tools' solvers, for one solve. For one thread only. */
final class MixedProgram {

    /** Who solves, and how far. Nodes of the search tree are counted, not seconds. */
    enum Solver {
        /**
         * Quick with shifts, and the first to be asked. OR-Tools passes its settings on without a word about whether they
         * are known, and gives its objective for its bound, which is one only where it is optimal.
         */
        HIGHS(
                "HiGHS",
                "output_flag=false,random_seed=1,threads=1,parallel=off,"
                        + "mip_rel_gap=0,mip_abs_gap=0.5,mip_max_nodes=%d"),
        /** Quick with shared capacity. */
        SCIP("SCIP", "limits/gap = 0\nlimits/absgap = 0.5\nlimits/nodes = %d\n"),
        /** Lets whole numbers be parts: gives the reduced costs, and has no limit. */
        GLOP("GLOP", "use_dual_simplex: true\n");

        private final String title;
        private final String settings;

        Solver(String title, String settings) {
            this.title = title;
            this.settings = settings;
        }

        String title() {
            return title;
        }
    }

    /** Whom to ask for whole numbers, in this order. */
    static final List<Solver> OF_WHOLE_NUMBERS = List.of(Solver.HIGHS, Solver.SCIP);

    /** How a solve ended. */
    enum End {
        /** With the best values. */
        OPTIMAL,
        /** With values, at a limit. */
        FEASIBLE,
        /** With the finding that there are none. */
        INFEASIBLE,
        /** With nothing, at a limit. */
        UNKNOWN
    }

    private static final long FEWEST_NODES = 20;

    private final MPSolver program;
    private final Solver solver;
    private final long work;
    private final MPVariable[] variables;

    /** @param work limit on the nodes of the search; a node of a program with v variables counts as v √v of it */
    MixedProgram(Program told, Solver solver, long work) {
        OrToolsEngine.load();
        this.solver = solver;
        this.work = work;
        this.program = MPSolver.createSolver(solver.name());
        if (program == null) {
            throw new IllegalStateException("The solver " + solver.title() + " is missing from OR-Tools here.");
        }
        this.variables = new MPVariable[told.variables()];
        tell(told);
    }

    private void tell(Program told) {
        program.objective().setMinimization();
        program.objective().setOffset(told.offset());
        for (int number = 0; number < variables.length; number++) {
            boolean isWhole = told.isWhole(number) && solver != Solver.GLOP;
            variables[number] = program.makeVar(0, told.most(number), isWhole, "");
            program.objective().setCoefficient(variables[number], told.cost(number));
        }
        MPConstraint[] rows = new MPConstraint[told.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = program.makeConstraint(told.rowLeast(row), told.rowMost(row));
        }
        for (int entry = 0; entry < told.entries(); entry++) {
            rows[told.entryRow(entry)].setCoefficient(variables[told.entryVariable(entry)], told.entryFactor(entry));
        }
    }

    End solve() {
        double ofNode = Math.max(1, variables.length * Math.sqrt(variables.length));
        long nodes = Math.max(FEWEST_NODES, (long) (work / ofNode));
        program.setSolverSpecificParametersAsString(solver.settings.formatted(nodes));
        try (Parameters parameters = new Parameters()) {
            return switch (program.solve(parameters.own)) {
                case OPTIMAL -> End.OPTIMAL;
                case FEASIBLE -> End.FEASIBLE;
                case INFEASIBLE -> End.INFEASIBLE;
                default -> End.UNKNOWN;
            };
        } catch (IllegalArgumentException unnamed) {
            return End.UNKNOWN; // HiGHS at its limit without a plan: OR-Tools gives a number that its Java has no name
            // for
        }
    }

    /** A variable's value, to the nearest whole number. */
    long value(int variable) {
        return Math.round(variables[variable].solutionValue());
    }

    /** What one more of each variable would add to the objective, at the optimum of {@link Solver#GLOP}. */
    double[] reducedCosts() {
        return Arrays.stream(variables).mapToDouble(MPVariable::reducedCost).toArray();
    }

    /** The objective of the values found. */
    double objective() {
        return program.objective().value();
    }

    /**
     * A lower bound on the whole number that is asked for. Where the solver ended at the optimum it left a gap of at most a
     * half, so that the objective is the bound; else the bound is rounded up, but for an error of computing.
     */
    long bound(End end) {
        if (end == End.OPTIMAL) {
            return Math.round(program.objective().value());
        }
        return wholeFrom(
                solver == Solver.HIGHS ? Double.NaN : program.objective().bestBound());
    }

    /** The least whole number that is not below a bound, but for an error of computing. */
    static long wholeFrom(double bound) {
        double error = Math.max(1e-4, Math.abs(bound) * 1e-9);
        return Math.abs(bound) < Long.MAX_VALUE / 4.0 ? (long) Math.ceil(bound - error) : Long.MIN_VALUE;
    }

    void delete() {
        program.delete();
    }

    /** Lives outside Java and has to be let go. */
    private static final class Parameters implements AutoCloseable {

        private final MPSolverParameters own = new MPSolverParameters();

        Parameters() {
            own.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        }

        @Override
        public void close() {
            own.delete();
        }
    }
}
