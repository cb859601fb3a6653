package org.tongxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.tongxin.core.allocation.EligiblePairs;
import org.tongxin.core.allocation.PeoplePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PeopleSolver;
import org.tongxin.core.allocation.PlanExplainer;

/**
 * How long the {@value #LIMIT} best candidates of a post take, each with its exact effect on the whole plan, for every fifth post of a
 * {@link PeopleDistrict}; and how long it takes to be ready for the question. Arguments: people, posts, pairs a person.
 */
public final class PeopleCandidates {

    private static final int LIMIT = 20;
    private static final int ROUNDS = 2;

    private PeopleCandidates() {}

    public static void main(String[] arguments) {
        int people = number(arguments, 0, 50_000);
        PeopleProblem problem =
                PeopleDistrict.problem(1, people, number(arguments, 1, 5_000), number(arguments, 2, 50), 0);
        PeoplePlan plan = PeopleSolver.solve(problem);
        EligiblePairs pairs = EligiblePairs.listed(problem);
        say("to be ready, with the check of the plan", nanos(20, round -> new PlanExplainer(problem, plan, pairs)));
        PlanExplainer explainer = new PlanExplainer(problem, plan, pairs);
        for (int round = 1; round <= ROUNDS; round++) {
            say(
                    "candidates, round " + round,
                    nanos(problem.posts() / 5, fifth -> explainer.candidates(5 * fifth, LIMIT)));
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static long[] nanos(int times, IntConsumer work) {
        long[] nanos = new long[times];
        for (int time = 0; time < times; time++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.accept(time);
            nanos[time] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void say(String what, long[] nanos) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s: p50 %.3f ms, p99 %.3f ms, longest %.1f ms",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6));
    }
}
