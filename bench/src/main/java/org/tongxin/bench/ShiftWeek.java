package org.tongxin.bench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tongxin.core.allocation.ShiftAnswer;
import org.tongxin.core.allocation.ShiftChecker;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.solver.OrToolsEngine;

/**
 * A week or more of shifts until it is proved: posts and people at chance in a square of 6 km, three parts of a day, every third
 * post must not stay empty; four of five people can come in a slot, the nearest of them are listed; the cost is the way in
 * hundreds of metres and a wish of 0 to 9. One thread, processor time of the thread. Arguments: people, days, posts, people
 * listed for a slot, seed.
 */
public final class ShiftWeek {

    private static final int SIDE = 6_000;

    private final KeyedRandom chance;
    private final int people;
    private final int listed;

    private ShiftWeek(long seed, int people, int listed) {
        this.chance = new KeyedRandom(seed);
        this.people = people;
        this.listed = listed;
    }

    public static void main(String[] arguments) {
        int people = number(arguments, 0, 1_000);
        ShiftWeek week = new ShiftWeek(number(arguments, 4, 5), people, number(arguments, 3, 20));
        ShiftProblem problem = week.problem(number(arguments, 1, 7), number(arguments, 2, 150));
        for (int repetition = 0; repetition < 3; repetition++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            ShiftAnswer answer = new OrToolsEngine().solve(problem);
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
            boolean isAllowed = ShiftChecker.check(problem, answer.plan()).isAllowed();
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d slots, %d pairs: %.2f s, total %d, bound %d, proved %s, allowed %s, by %s",
                    problem.slots(),
                    problem.pairs(),
                    seconds,
                    answer.plan().total(),
                    answer.bound(),
                    answer.isProved(),
                    isAllowed,
                    answer.engine()));
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private ShiftProblem problem(int days, int posts) {
        int slots = days * ShiftSlot.Part.values().length * posts;
        ShiftRules rules = new ShiftRules(days, 5, Math.max(1, slots / people), 10);
        ShiftProblem.Builder builder = ShiftProblem.builder(people, rules);
        for (int slot = 0; slot < slots; slot++) {
            int post = slot % posts;
            ShiftSlot.Part part = ShiftSlot.Part.values()[slot / posts % ShiftSlot.Part.values().length];
            int day = slot / posts / ShiftSlot.Part.values().length;
            builder.slot(new ShiftSlot(day, part, post % 3 == 0 ? 100_000 : 5_000));
            list(slot, post, builder);
        }
        return builder.build();
    }

    private void list(int slot, int post, ShiftProblem.Builder builder) {
        IntStream.range(0, people)
                .filter(person -> chance.uniform(3, slot, person) < 0.8)
                .boxed()
                .sorted(Comparator.comparingDouble(person -> way(person, post)))
                .limit(listed)
                .forEach(person ->
                        builder.pair(slot, person, (long) way(person, post) / 100 + chance.below(10, 4, slot, person)));
    }

    private double way(int person, int post) {
        double east = SIDE * (chance.uniform(1, person, 0) - chance.uniform(2, post, 0));
        double north = SIDE * (chance.uniform(1, person, 1) - chance.uniform(2, post, 1));
        return Math.hypot(east, north);
    }
}
