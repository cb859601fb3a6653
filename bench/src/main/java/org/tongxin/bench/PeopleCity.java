package org.tongxin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.function.Supplier;
import org.tongxin.core.allocation.LivePlan;
import org.tongxin.core.allocation.PairPricing;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PlanChecker;

/**
 * A whole city in one shift, from where people live and posts stand to a plan proved over all eligible pairs: the nearest pairs from
 * both sides, the plan over them, and pairs added by price until none is left that would help. Processor time of the one thread.
 * Arguments: people, posts, pairs a person, pairs a place and further pairs a post to begin with, seed.
 */
public final class PeopleCity {

    private PeopleCity() {}

    public static void main(String[] arguments) {
        int people = number(arguments, 0, 500_000);
        int posts = number(arguments, 1, 50_000);
        long begun = cpuNanos();
        CityPairs all = timed("index", () -> new CityPairs(new PeopleDistrict(number(arguments, 5, 1), posts), people));
        long indexed = cpuNanos();
        PeopleProblem problem = timed(
                "nearest pairs",
                () -> all.nearest(number(arguments, 2, 2), number(arguments, 3, 4), number(arguments, 4, 6)));
        LivePlan plan = timed("plan over them", () -> LivePlan.of(problem));
        say("pairs %d, total %d", problem.arcCount(), plan.total());
        PairPricing pricing = new PairPricing(plan, all);
        int added = timed("further pairs", pricing::complete);
        say("added %d, total %d", added, plan.total());
        say("in all %.2f s, without the index %.2f s", since(begun), since(indexed));
        say("largest heap %d MB", largestHeap() >> 20);
        boolean complete = timed("all pairs looked at", () -> PairPricing.isComplete(plan, all));
        boolean proved = PlanChecker.check(plan.problem(), plan.plan()).isProved();
        say("proved over the listed pairs %s, over all %s", proved, complete);
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long begun = cpuNanos();
        T result = work.get();
        say("%s: %.2f s", what, since(begun));
        return result;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double since(long begun) {
        return (cpuNanos() - begun) / 1e9;
    }

    /** Of each part of the heap the largest use at any time: never less than what was in use at once. */
    private static long largestHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
