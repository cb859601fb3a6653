package org.tongxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.tongxin.core.allocation.TimedSupplyAnswer;
import org.tongxin.core.allocation.TimedSupplyProblem;
import org.tongxin.core.allocation.TimedSupplyProblemBuilder;
import org.tongxin.core.allocation.TimedSupplySolver;
import org.tongxin.core.random.KeyedRandom;

/**
 * One kind of goods over days until it is proved: depots and needs at chance in a square of 40 km, every tenth depot a producer that
 * gives something each day from the second on, the others stock on the first; each need has a last day of its own, three tiers (half, three
 * tenths, the rest) and the prices of the plan of goods. One thread, processor time of the thread. Arguments: depots, needs, days, seed.
 */
public final class GoodsWeeks {

    private static final int SIDE = 40_000;

    private final KeyedRandom chance;
    private final int depots;
    private final int needs;
    private final int days;

    private GoodsWeeks(long seed, int depots, int needs, int days) {
        this.chance = new KeyedRandom(seed);
        this.depots = depots;
        this.needs = needs;
        this.days = days;
    }

    public static void main(String[] arguments) {
        GoodsWeeks weeks = new GoodsWeeks(
                number(arguments, 3, 5),
                number(arguments, 0, 100),
                number(arguments, 1, 1_000),
                number(arguments, 2, 14));
        TimedSupplyProblem problem = weeks.problem();
        for (int repetition = 0; repetition < 3; repetition++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            TimedSupplyAnswer answer = TimedSupplySolver.findBest(problem).orElseThrow();
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d lanes x %d days: %.2f s, total %d, proved %s",
                    problem.lanes(),
                    problem.periods(),
                    seconds,
                    answer.plan().total(),
                    answer.isProved()));
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private TimedSupplyProblem problem() {
        TimedSupplyProblemBuilder builder = TimedSupplyProblem.builder(depots, needs, days);
        builder.penalties(3_900_000, 1_200_000, 300_000);
        for (int depot = 0; depot < depots; depot++) {
            boolean makes = depot % 10 == 0;
            for (int day = makes ? 1 : 0; day < (makes ? days : 1); day++) {
                builder.release(depot, day, chance.below(makes ? 150 : 1_200, 1, depot, day));
            }
        }
        for (int need = 0; need < needs; need++) {
            long units = 20 + chance.below(300, 2, need);
            long factor = 1 + chance.below(3, 3, need);
            builder.need(need, units / 2, units * 3 / 10, units - units / 2 - units * 3 / 10);
            builder.priority(need, factor).delay(need, 5_000 * factor);
            builder.deadline(need, (int) chance.below(days, 4, need));
            for (int depot = 0; depot < depots; depot++) {
                builder.lane(depot, need, 0, way(depot, need));
            }
        }
        return builder.build();
    }

    private long way(int depot, int need) {
        double east = SIDE * (chance.uniform(6, depot, 0) - chance.uniform(7, need, 0));
        double north = SIDE * (chance.uniform(6, depot, 1) - chance.uniform(7, need, 1));
        return (long) Math.hypot(east, north);
    }
}
