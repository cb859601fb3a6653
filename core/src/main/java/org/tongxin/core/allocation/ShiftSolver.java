package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A good plan of shifts without any engine, and how far it can be from the best.
 *
 * <p><b>Idea.</b> One day alone, with all others held, is a people problem: who is rested and below the weekly limit may come, and
 * one more turn costs what it adds to the unevenness. {@link PeopleSolver} solves it exactly. Days are planned one after
 * another and then again, each against all others, until no day gets better; once from the first day on and once from the last,
 * and the better plan counts. What one person alone can take is entered first. The bound is the sum of the days planned alone, with no rule that joins them.
 *
 * <p><b>Cost.</b> A few passes over the days, each one flow over the pairs of a day. <b>Where it fails.</b> It stops where no
 * single day can be bettered, which need not be the best; and the bound knows nothing of rest, limits and fairness, so that a
 * plan may be best and not be proved.
 *
 * <p>The same problem gives the same answer. Stateless; safe for use by several threads.
 */
public final class ShiftSolver {

    /** What the answers name as their engine. */
    public static final String NAME = "day by day";

    private static final int MOST_PASSES = 20;
    private static final int FREE = -1;

    private final ShiftProblem problem;
    private final List<List<Integer>> slotsOfDay;
    private final int[] personOfSlot;
    /** Part of the day by day and person, or {@link #FREE}. */
    private final int[][] partOf;
    /** Slots by week and person. */
    private final int[][] slotsOfWeek;

    private final int[] slotsOfPerson;

    private ShiftSolver(ShiftProblem problem) {
        this.problem = problem;
        int days = problem.rules().days();
        slotsOfDay = IntStream.range(0, days)
                .mapToObj(day -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int slot = 0; slot < problem.slots(); slot++) {
            slotsOfDay.get(problem.slot(slot).day()).add(slot);
        }
        personOfSlot = new int[problem.slots()];
        Arrays.fill(personOfSlot, ShiftProblem.NOBODY);
        partOf = new int[days][problem.people()];
        for (int[] day : partOf) {
            Arrays.fill(day, FREE);
        }
        slotsOfWeek = new int[days / ShiftRules.WEEK + 1][problem.people()];
        slotsOfPerson = new int[problem.people()];
    }

    /**
     * Plans the shifts.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static ShiftAnswer solve(ShiftProblem problem) {
        int[] forwards = IntStream.range(0, problem.rules().days()).toArray();
        int[] backwards =
                IntStream.of(forwards).map(day -> forwards.length - 1 - day).toArray();
        ShiftPlan one = new ShiftSolver(problem).descend(forwards);
        ShiftPlan other = new ShiftSolver(problem).descend(backwards);
        return new ShiftAnswer(other.total() < one.total() ? other : one, bound(problem), NAME);
    }

    private static long bound(ShiftProblem problem) {
        ShiftSolver alone = new ShiftSolver(problem);
        long sum = 0;
        for (int day = 0; day < problem.rules().days(); day++) {
            sum = Math.addExact(sum, PeopleSolver.solve(alone.dayAlone(day)).total());
        }
        return sum;
    }

    /**
     * Enters what one person alone can take, the dearest to leave first: planned day by day, other days could use up the rest or the
     * week of that person before the day is reached, and no single day could undo it.
     */
    private void enterWhatOneAloneCanTake() {
        IntStream.range(0, problem.slots())
                .filter(slot -> problem.firstPair(slot + 1) - problem.firstPair(slot) == 1)
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer slot) -> -problem.slot(slot).unmetPenalty()))
                .forEach(slot -> {
                    int day = problem.slot(slot).day();
                    int person = problem.pairPerson(problem.firstPair(slot));
                    if (partOf[day][person] == FREE && mayCome(problem.slot(slot), person)) {
                        enter(slot, day, person);
                    }
                });
    }

    private ShiftPlan descend(int[] days) {
        enterWhatOneAloneCanTake();
        long best = Long.MAX_VALUE;
        ShiftPlan plan = ShiftPlan.of(personOfSlot, 0);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            for (int day : days) {
                replan(day);
            }
            plan = ShiftPlan.of(personOfSlot, 0);
            plan = plan.withTotal(ShiftChecker.check(problem, plan).total());
            if (plan.total() >= best) {
                return plan;
            }
            best = plan.total();
        }
        return plan;
    }

    private void replan(int day) {
        List<Integer> slots = slotsOfDay.get(day);
        slots.forEach(slot -> leave(slot, day));
        PeoplePlan plan = PeopleSolver.solve(dayAmongOthers(day));
        for (int person = 0; person < problem.people(); person++) {
            if (plan.postOf(person) != PeopleProblem.NO_POST) {
                enter(slots.get(plan.postOf(person)), day, person);
            }
        }
    }

    private void leave(int slot, int day) {
        int person = personOfSlot[slot];
        if (person != ShiftProblem.NOBODY) {
            personOfSlot[slot] = ShiftProblem.NOBODY;
            partOf[day][person] = FREE;
            slotsOfWeek[day / ShiftRules.WEEK][person]--;
            slotsOfPerson[person]--;
        }
    }

    private void enter(int slot, int day, int person) {
        personOfSlot[slot] = person;
        partOf[day][person] = problem.slot(slot).part().ordinal();
        slotsOfWeek[day / ShiftRules.WEEK][person]++;
        slotsOfPerson[person]++;
    }

    /** A day without any rule that joins it to others. */
    private PeopleProblem dayAlone(int day) {
        return day(day, (slot, person) -> true, person -> 0);
    }

    /** A day while all others stay as they are. */
    private PeopleProblem dayAmongOthers(int day) {
        return day(day, (slot, person) -> mayCome(problem.slot(slot), person), this::costOfOneMore);
    }

    private interface Allowed {
        boolean test(int slot, int person);
    }

    private interface Surcharge {
        long of(int person);
    }

    private PeopleProblem day(int day, Allowed allowed, Surcharge surcharge) {
        List<Integer> slots = slotsOfDay.get(day);
        PeopleProblem.Builder builder = PeopleProblem.builder(problem.people());
        for (int slot : slots) {
            builder.post(PostNeed.of(1, problem.slot(slot).unmetPenalty()));
        }
        for (int number = 0; number < slots.size(); number++) {
            int slot = slots.get(number);
            for (int pair = problem.firstPair(slot); pair < problem.firstPair(slot + 1); pair++) {
                int person = problem.pairPerson(pair);
                long cost = problem.pairCost(pair) + surcharge.of(person);
                if (allowed.test(slot, person) && cost < problem.slot(slot).unmetPenalty()) {
                    builder.arc(person, number, cost);
                }
            }
        }
        return builder.build();
    }

    private boolean mayCome(ShiftSlot slot, int person) {
        int day = slot.day();
        boolean afterNight = slot.part() == ShiftSlot.Part.MORNING && isPart(day - 1, person, ShiftSlot.Part.NIGHT);
        boolean beforeMorning = slot.part() == ShiftSlot.Part.NIGHT && isPart(day + 1, person, ShiftSlot.Part.MORNING);
        return !afterNight
                && !beforeMorning
                && slotsOfWeek[day / ShiftRules.WEEK][person] < problem.rules().maxPerWeek();
    }

    private boolean isPart(int day, int person, ShiftSlot.Part part) {
        return day >= 0 && day < partOf.length && partOf[day][person] == part.ordinal();
    }

    private long costOfOneMore(int person) {
        long over = (long) slotsOfPerson[person] + 1 - problem.rules().target();
        return over <= 0 ? 0 : Math.multiplyExact(over, problem.rules().overTargetStep());
    }
}
