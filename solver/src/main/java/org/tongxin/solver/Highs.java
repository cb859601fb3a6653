package org.tongxin.solver;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * HiGHS's own interface, for programs without whole numbers. OR-Tools brings HiGHS along and solves with it, but gives the values of
 * rows for their prices and no reduced costs, which are what a relaxed program is solved for; so HiGHS is asked itself, in the library
 * that OR-Tools has loaded. Where that is named otherwise there is none, and {@link Relaxation} asks GLOP.
 *
 * <p>Its dual simplex takes three fifths of the time of GLOP's on goods that share capacity, and only as long as it does not look for
 * simplifications first. Stateless; safe for use by several threads.
 */
final class Highs {

    /** As the file is called on Linux; it is loaded already, so it is found by its name. */
    private static final String LIBRARY = "libhighs.so.1";

    private static final int COLUMNS_FIRST = 1;
    private static final int MINIMISE = 1;
    private static final int OPTIMAL = 7;

    private static final MemoryLayout POINTER = ValueLayout.ADDRESS;
    private static final MemoryLayout INT = ValueLayout.JAVA_INT;
    private static final MemoryLayout DOUBLE = ValueLayout.JAVA_DOUBLE;

    private static final Optional<Highs> FOUND = find();

    private final MethodHandle create;
    private final MethodHandle setBool;
    private final MethodHandle setString;
    private final MethodHandle setInt;
    private final MethodHandle pass;
    private final MethodHandle run;
    private final MethodHandle status;
    private final MethodHandle objective;
    private final MethodHandle solution;
    private final MethodHandle destroy;

    /** The best objective, and by how much one more of each variable would raise it. */
    record Optimum(double objective, double[] reducedCosts) {}

    private Highs(SymbolLookup library) {
        create = bind(library, "Highs_create", FunctionDescriptor.of(POINTER));
        setBool = bind(library, "Highs_setBoolOptionValue", FunctionDescriptor.of(INT, POINTER, POINTER, INT));
        setString = bind(library, "Highs_setStringOptionValue", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER));
        setInt = bind(library, "Highs_setIntOptionValue", FunctionDescriptor.of(INT, POINTER, POINTER, INT));
        pass = bind(
                library,
                "Highs_passLp",
                FunctionDescriptor.of(
                        INT, POINTER, INT, INT, INT, INT, INT, DOUBLE, POINTER, POINTER, POINTER, POINTER, POINTER,
                        POINTER, POINTER, POINTER));
        run = bind(library, "Highs_run", FunctionDescriptor.of(INT, POINTER));
        status = bind(library, "Highs_getModelStatus", FunctionDescriptor.of(INT, POINTER));
        objective = bind(library, "Highs_getObjectiveValue", FunctionDescriptor.of(DOUBLE, POINTER));
        solution = bind(
                library, "Highs_getSolution", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER, POINTER));
        destroy = bind(library, "Highs_destroy", FunctionDescriptor.ofVoid(POINTER));
    }

    /** HiGHS, where OR-Tools has brought it along in the form that is known here. */
    static Optional<Highs> here() {
        return FOUND;
    }

    private static Optional<Highs> find() {
        OrToolsEngine.load();
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            MethodHandle size = bind(library, "Highs_getSizeofHighsInt", FunctionDescriptor.of(INT, POINTER));
            return (int) size.invokeExact(MemorySegment.NULL) == Integer.BYTES
                    ? Optional.of(new Highs(library))
                    : Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException absent) {
            return Optional.empty();
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    private static MethodHandle bind(SymbolLookup library, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), shape);
    }

    /** Solves a program whose whole numbers may be parts; empty where there is no optimum. */
    Optional<Optimum> solve(Program program) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment highs = (MemorySegment) create.invokeExact();
            try {
                set(highs, arena);
                check("Highs_passLp", pass(highs, arena, program));
                check("Highs_run", (int) run.invokeExact(highs));
                return (int) status.invokeExact(highs) == OPTIMAL
                        ? Optional.of(optimum(highs, arena, program))
                        : Optional.empty();
            } finally {
                destroy.invokeExact(highs);
            }
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    private void set(MemorySegment highs, Arena arena) throws Throwable {
        check("output_flag", (int) setBool.invokeExact(highs, arena.allocateFrom("output_flag"), 0));
        check("presolve", (int)
                setString.invokeExact(highs, arena.allocateFrom("presolve"), arena.allocateFrom("off")));
        check("solver", (int)
                setString.invokeExact(highs, arena.allocateFrom("solver"), arena.allocateFrom("simplex")));
        check("parallel", (int)
                setString.invokeExact(highs, arena.allocateFrom("parallel"), arena.allocateFrom("off")));
        check("threads", (int) setInt.invokeExact(highs, arena.allocateFrom("threads"), 1));
    }

    private int pass(MemorySegment highs, Arena arena, Program program) throws Throwable {
        int columns = program.variables();
        int rows = program.rows();
        MemorySegment cost = arena.allocate(ValueLayout.JAVA_DOUBLE, columns);
        MemorySegment least = arena.allocate(ValueLayout.JAVA_DOUBLE, columns);
        MemorySegment most = arena.allocate(ValueLayout.JAVA_DOUBLE, columns);
        int[] next = new int[columns + 1];
        for (int entry = 0; entry < program.entries(); entry++) {
            next[program.entryVariable(entry) + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            cost.setAtIndex(ValueLayout.JAVA_DOUBLE, column, program.cost(column));
            most.setAtIndex(ValueLayout.JAVA_DOUBLE, column, program.most(column));
            next[column + 1] += next[column];
        }
        MemorySegment start = arena.allocateFrom(ValueLayout.JAVA_INT, next);
        MemorySegment index = arena.allocate(ValueLayout.JAVA_INT, program.entries());
        MemorySegment value = arena.allocate(ValueLayout.JAVA_DOUBLE, program.entries());
        for (int entry = 0; entry < program.entries(); entry++) {
            int place = next[program.entryVariable(entry)]++;
            index.setAtIndex(ValueLayout.JAVA_INT, place, program.entryRow(entry));
            value.setAtIndex(ValueLayout.JAVA_DOUBLE, place, program.entryFactor(entry));
        }
        MemorySegment rowLeast = arena.allocate(ValueLayout.JAVA_DOUBLE, rows);
        MemorySegment rowMost = arena.allocate(ValueLayout.JAVA_DOUBLE, rows);
        for (int row = 0; row < rows; row++) {
            rowLeast.setAtIndex(ValueLayout.JAVA_DOUBLE, row, program.rowLeast(row));
            rowMost.setAtIndex(ValueLayout.JAVA_DOUBLE, row, program.rowMost(row));
        }
        return (int) pass.invokeExact(
                highs,
                columns,
                rows,
                program.entries(),
                COLUMNS_FIRST,
                MINIMISE,
                program.offset(),
                cost,
                least,
                most,
                rowLeast,
                rowMost,
                start,
                index,
                value);
    }

    private Optimum optimum(MemorySegment highs, Arena arena, Program program) throws Throwable {
        MemorySegment values = arena.allocate(ValueLayout.JAVA_DOUBLE, program.variables());
        MemorySegment reduced = arena.allocate(ValueLayout.JAVA_DOUBLE, program.variables());
        MemorySegment rowValues = arena.allocate(ValueLayout.JAVA_DOUBLE, program.rows());
        MemorySegment prices = arena.allocate(ValueLayout.JAVA_DOUBLE, program.rows());
        check("Highs_getSolution", (int) solution.invokeExact(highs, values, reduced, rowValues, prices));
        return new Optimum((double) objective.invokeExact(highs), reduced.toArray(ValueLayout.JAVA_DOUBLE));
    }

    /** A warning (1) is no error (-1). */
    private static void check(String what, int answer) {
        if (answer < 0) {
            throw new IllegalStateException("HiGHS refused " + what + ".");
        }
    }

    private static RuntimeException broken(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
    }
}
