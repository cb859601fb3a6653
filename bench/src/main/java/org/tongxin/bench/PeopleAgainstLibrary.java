package org.tongxin.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PlanProof;

/**
 * The core's engine for people against OR-Tools' flow of least cost: the same shift of {@link PeopleDistrict}, by turns, on one
 * thread, by the processor time of that thread. Both plans are counted by {@link PlanChecker}. Arguments: people, posts, pairs a
 * person, repetitions, seed.
 */
public final class PeopleAgainstLibrary {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final PeopleProblem problem;
    private final double[] ours;
    private final double[] building;
    private final double[] solving;
    private long ourBytes;
    private long ourTotal;
    private long theirTotal;
    private boolean proved = true;

    private PeopleAgainstLibrary(PeopleProblem problem, int repetitions) {
        this.problem = problem;
        ours = new double[repetitions];
        building = new double[repetitions];
        solving = new double[repetitions];
    }

    public static void main(String[] arguments) {
        int people = number(arguments, 0, 50_000);
        int posts = number(arguments, 1, 5_000);
        int pairs = number(arguments, 2, 50);
        int repetitions = number(arguments, 3, 7);
        LibraryFlow.load();
        PeopleProblem problem = PeopleDistrict.problem(number(arguments, 4, 1), people, posts, pairs, 0);
        PeopleAgainstLibrary both = new PeopleAgainstLibrary(problem, repetitions);
        for (int repetition = 0; repetition < repetitions; repetition++) {
            both.solveOurs(repetition);
            both.solveTheirs(repetition);
        }
        both.report();
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void solveOurs(int repetition) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begun = THREADS.getCurrentThreadCpuTime();
        PeoplePlan plan = PeopleSolver.solve(problem);
        ours[repetition] = since(begun);
        ourBytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        PlanProof proof = PlanChecker.check(problem, plan);
        proved &= proof.isProved();
        ourTotal = proof.total();
    }

    private void solveTheirs(int repetition) {
        long begun = THREADS.getCurrentThreadCpuTime();
        LibraryFlow flow = new LibraryFlow(problem);
        building[repetition] = since(begun);
        begun = THREADS.getCurrentThreadCpuTime();
        flow.solve();
        solving[repetition] = since(begun);
        theirTotal = counted(flow.postOfPerson());
    }

    private static double since(long begun) {
        return (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
    }

    /** Only the total is asked for: the library has no prices that could prove it. */
    private long counted(int[] posts) {
        PeoplePlan plan = PeoplePlan.of(posts, 0, new long[posts.length], new long[problem.posts()]);
        return PlanChecker.check(problem, plan).total();
    }

    private void report() {
        say("%d people, %d posts, %d pairs", problem.people(), problem.posts(), problem.arcCount());
        say("| engine | first | least | median | total |");
        say("|---|---|---|---|---|");
        row("core, all of it", ours, Long.toString(ourTotal));
        row("OR-Tools, solving", solving, Long.toString(theirTotal));
        row("OR-Tools, building", building, "");
        say(
                "median %.1f times as fast; allocated in all by the core %d MB; proved %s, totals equal %s",
                median(solving) / median(ours), ourBytes >> 20, proved, ourTotal == theirTotal);
    }

    private static void row(String what, double[] seconds, String total) {
        double first = seconds[0];
        double least = Arrays.stream(seconds).min().orElse(first);
        say("| %s | %.3f s | %.3f s | %.3f s | %s |", what, first, least, median(seconds), total);
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
