package org.tongxin.bench;

import com.google.ortools.graph.MinCostFlow;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;
import org.tongxin.core.allocation.SupplySolver;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.solver.OrToolsEngine;

/**
 * A day of goods: depots and communities at chance in a square of 9 km, two of five pairs of depot and item empty, stock four
 * fifths of the need, three tiers of need (half, three tenths, the rest). Without shared capacity the core against OR-Tools'
 * flow of least cost, item after item, by turns; with it (seven tenths of each depot's stock may leave) OR-Tools behind the
 * core's interface, whole boxes. One thread, processor time of the thread. Arguments: depots, communities, items, nearest depots
 * of a community that may send, 1 for shared capacity, seed.
 */
public final class GoodsDay {

    private static final int SIDE = 9_000;
    private static final long[] PENALTY = {40_000, 20_000, 8_000};

    private final KeyedRandom chance;
    private final int depots;
    private final int communities;
    private final int items;

    private GoodsDay(long seed, int depots, int communities, int items) {
        this.chance = new KeyedRandom(seed);
        this.depots = depots;
        this.communities = communities;
        this.items = items;
    }

    public static void main(String[] arguments) {
        int depots = number(arguments, 0, 100);
        GoodsDay day =
                new GoodsDay(number(arguments, 5, 5), depots, number(arguments, 1, 1_000), number(arguments, 2, 20));
        boolean isShared = number(arguments, 4, 0) == 1;
        SupplyProblem problem = day.problem(number(arguments, 3, depots), isShared);
        LibraryFlow.load();
        for (int repetition = 0; repetition < (isShared ? 1 : 3); repetition++) {
            double begun = cpu();
            SupplyAnswer answer = isShared
                    ? new OrToolsEngine().solve(problem)
                    : SupplySolver.findBest(problem).orElseThrow();
            double seconds = cpu() - begun;
            PlanCheck check = SupplyChecker.check(problem, answer.plan());
            say(
                    "%d lanes x %d items: %.2f s, total %d, bound %d, gap %.4f %%, proved %s, allowed %s, by %s",
                    problem.lanes(),
                    problem.items(),
                    seconds,
                    check.total(),
                    answer.bound(),
                    100.0 * (check.total() - answer.bound()) / check.total(),
                    answer.isProved(),
                    check.isAllowed(),
                    answer.engine());
            if (!isShared) {
                begun = cpu();
                long total = day.libraryTotal(problem);
                say("OR-Tools, built and solved: %.2f s, total %d", cpu() - begun, total);
            }
        }
    }

    /** The problem of such a day with shared capacity. */
    public static SupplyProblem shared(long seed, int depots, int communities, int items, int nearest) {
        return new GoodsDay(seed, depots, communities, items).problem(nearest, true);
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }

    private SupplyProblem problem(int nearest, boolean isShared) {
        SupplyProblemBuilder builder = SupplyProblem.builder(depots, communities, items);
        builder.penalties(PENALTY);
        long[] needed = new long[items];
        IntStream.range(0, items).forEach(item -> builder.weight(item, 1 + chance.below(5, 1, item)));
        for (int community = 0; community < communities; community++) {
            builder.priority(community, 1 + chance.below(3, 2, community));
            for (int item = 0; item < items; item++) {
                long units = 20 + chance.below(300, 3, community, item);
                needed[item] += units;
                builder.need(community, item, units / 2, units * 3 / 10, units - units / 2 - units * 3 / 10);
            }
            addLanes(community, nearest, builder);
        }
        IntStream.range(0, depots).forEach(depot -> fill(depot, needed, isShared, builder));
        return builder.build();
    }

    private void fill(int depot, long[] needed, boolean isShared, SupplyProblemBuilder builder) {
        long weight = 0;
        for (int item = 0; item < items; item++) {
            long units = (long) (share(depot, item) / shares(item) * needed[item] * 0.8);
            builder.stock(depot, item, units, units / 10);
            weight += units * (1 + chance.below(5, 1, item));
        }
        if (isShared) {
            builder.capacity(depot, weight * 7 / 10);
        }
    }

    private double share(int depot, int item) {
        return chance.uniform(4, depot, item) < 0.4 ? 0 : chance.uniform(5, depot, item);
    }

    private double shares(int item) {
        return IntStream.range(0, depots)
                .mapToDouble(depot -> share(depot, item))
                .sum();
    }

    private void addLanes(int community, int nearest, SupplyProblemBuilder builder) {
        int[] order = IntStream.range(0, depots)
                .boxed()
                .sorted((one, other) -> Double.compare(way(one, community), way(other, community)))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int depot : Arrays.copyOf(order, Math.min(nearest, depots))) {
            builder.lane(depot, community, (long) way(depot, community) / 10 + 1);
        }
    }

    private double way(int depot, int community) {
        double east = SIDE * (chance.uniform(6, depot, 0) - chance.uniform(7, community, 0));
        double north = SIDE * (chance.uniform(6, depot, 1) - chance.uniform(7, community, 1));
        return Math.hypot(east, north);
    }

    private long libraryTotal(SupplyProblem problem) {
        return IntStream.range(0, items)
                .mapToLong(item -> libraryTotal(problem, item))
                .sum();
    }

    /** Every unit of a need is brought along a lane or fails at the price of its tier. */
    private long libraryTotal(SupplyProblem problem, int item) {
        MinCostFlow flow = new MinCostFlow();
        int source = depots + communities;
        long needed = 0;
        for (int depot = 0; depot < depots; depot++) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                flow.addArcWithCapacityAndUnitCost(
                        depot, depots + problem.laneCommunity(lane), Integer.MAX_VALUE, problem.unitCost(lane, item));
            }
        }
        for (int depot = 0; depot < depots; depot++) {
            flow.addArcWithCapacityAndUnitCost(source, depot, problem.available(depot, item), 0);
        }
        for (int community = 0; community < communities; community++) {
            long all = 0;
            for (int tier = 0; tier < PENALTY.length; tier++) {
                long units = problem.need(community, item, tier);
                all += units;
                flow.addArcWithCapacityAndUnitCost(source, depots + community, units, problem.penalty(community, tier));
            }
            flow.setNodeSupply(depots + community, -all);
            needed += all;
        }
        flow.setNodeSupply(source, needed);
        if (flow.solve() != MinCostFlow.Status.OPTIMAL) {
            throw new IllegalStateException("The library found no optimum for item " + item + ".");
        }
        return flow.getOptimalCost();
    }
}
