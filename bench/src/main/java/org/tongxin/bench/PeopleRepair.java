package org.tongxin.bench;

import java.util.Arrays;
import java.util.Locale;
import org.tongxin.core.allocation.LivePlan;
import org.tongxin.core.allocation.PeopleProblem;
import org.tongxin.core.allocation.PlanChecker;
import org.tongxin.core.allocation.PostNeed;
import org.tongxin.core.allocation.Repair;
import org.tongxin.core.random.KeyedRandom;

/**
 * Solves one shift of {@link PeopleDistrict}, then changes it 4,000 times (who leaves, who joins, posts opened, closed and
 * changed), repairs it each time, and proves the last plan. Arguments: people, posts, pairs a person, cost of a move.
 */
public final class PeopleRepair {

    private static final int CHANGES = 4_000;

    private final KeyedRandom chance = new KeyedRandom(11);
    private final LivePlan live;
    private final boolean[] gone;

    private PeopleRepair(LivePlan live) {
        this.live = live;
        gone = new boolean[live.people() + CHANGES];
    }

    public static void main(String[] arguments) {
        int people = number(arguments, 0, 50_000);
        int posts = number(arguments, 1, 5_000);
        int pairs = number(arguments, 2, 50);
        long moveCost = number(arguments, 3, 2_000);
        PeopleProblem problem = PeopleDistrict.problem(1, people, posts, pairs, moveCost);
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            LivePlan live = LivePlan.of(problem);
            say("solve", "total %d, %.3f s", live.total(), (System.nanoTime() - begun) / 1e9);
            new PeopleRepair(live).run(moveCost);
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void run(long moveCost) {
        if (moveCost > 0) {
            live.announce();
        }
        long[] nanos = new long[CHANGES];
        long moved = 0;
        for (int step = 0; step < CHANGES; step++) {
            long begun = System.nanoTime();
            Repair repair = change(step);
            nanos[step] = System.nanoTime() - begun;
            moved += repair.moves().size();
            if (moveCost > 0) {
                live.announce();
            }
        }
        Arrays.sort(nanos);
        say(
                "repair",
                "p50 %.4f ms, p99 %.4f ms, longest %.3f ms, people with another place %.2f a change, proved %s",
                nanos[CHANGES / 2] / 1e6,
                nanos[CHANGES * 99 / 100] / 1e6,
                nanos[CHANGES - 1] / 1e6,
                (double) moved / CHANGES,
                PlanChecker.check(live.problem(), live.plan()).isProved());
    }

    private Repair change(int step) {
        return switch (chance.below(10, 1, step)) {
            case 0 -> live.change(chance.below(live.posts(), 2, step), PostNeed.of(0, 0));
            case 1 -> live.change(chance.below(live.posts(), 2, step), new PostNeed(3, 1, 300_000, 100_000));
            case 2 -> live.open(new PostNeed(2, 1, 300_000, 100_000), neighbours(step), ways(step));
            case 3, 4, 5 -> live.join(somePosts(step), ways(step));
            default -> live.leave(present(step));
        };
    }

    private int present(int step) {
        int person = chance.below(live.people(), 3, step);
        while (gone[person]) {
            person = (person + 1) % live.people();
        }
        gone[person] = true;
        return person;
    }

    private int[] neighbours(int step) {
        int[] people = new int[20];
        int person = chance.below(live.people(), 4, step);
        for (int i = 0; i < people.length; i++) {
            while (gone[person]) {
                person = (person + 1) % live.people();
            }
            people[i] = person;
            person = (person + 1) % live.people();
        }
        return people;
    }

    private int[] somePosts(int step) {
        int first = chance.below(live.posts() - 20, 5, step);
        int[] posts = new int[20];
        Arrays.setAll(posts, i -> first + i);
        return posts;
    }

    private long[] ways(int step) {
        long[] ways = new long[20];
        Arrays.setAll(ways, i -> 100 + chance.below(3_000, 6, step, i));
        return ways;
    }

    private static void say(String what, String numbers, Object... values) {
        System.out.println(what + ": " + String.format(Locale.ROOT, numbers, values));
    }
}
