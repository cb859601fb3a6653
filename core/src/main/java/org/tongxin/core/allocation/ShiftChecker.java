package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Counts a plan of shifts anew and lists every rule it breaks. Written apart from the solvers and sharing none of their
 * code. It proves no optimum: a bound does.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class ShiftChecker {

    private record PersonDay(int person, int day) {}

    private record PersonWeek(int person, int week) {}

    private final ShiftProblem problem;
    private final ShiftPlan plan;
    private final List<String> violations = new ArrayList<>();
    private final Set<PersonDay> working = new HashSet<>();
    private final Set<PersonDay> nights = new HashSet<>();
    private final Set<PersonDay> mornings = new HashSet<>();
    private final Map<PersonWeek, Integer> slotsOfWeek = new HashMap<>();
    private final int[] slotsOfPerson;

    private ShiftChecker(ShiftProblem problem, ShiftPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.slotsOfPerson = new int[problem.people()];
    }

    /**
     * Checks a plan against its problem.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static PlanCheck check(ShiftProblem problem, ShiftPlan plan) {
        return new ShiftChecker(problem, plan).check();
    }

    private PlanCheck check() {
        if (plan.slots() != problem.slots()) {
            violations.add("The plan has " + plan.slots() + " slots and the problem " + problem.slots() + ".");
            return new PlanCheck(plan.total(), violations);
        }
        long total = 0;
        for (int slot = 0; slot < problem.slots(); slot++) {
            total = Math.addExact(total, checkSlot(slot, problem.slot(slot), plan.personOf(slot)));
        }
        checkRest();
        checkWeeks();
        total = Math.addExact(total, unevenness());
        if (total != plan.total()) {
            violations.add("The plan states " + plan.total() + " and costs " + total + ".");
        }
        return new PlanCheck(total, violations);
    }

    private long checkSlot(int number, ShiftSlot slot, int person) {
        if (person == ShiftProblem.NOBODY) {
            return slot.unmetPenalty();
        }
        OptionalLong cost = problem.findCost(number, person);
        if (cost.isEmpty()) {
            violations.add("Person " + person + " is not listed for slot " + number + ".");
            return 0;
        }
        enter(slot, person);
        return cost.getAsLong();
    }

    private void enter(ShiftSlot slot, int person) {
        PersonDay today = new PersonDay(person, slot.day());
        if (!working.add(today)) {
            violations.add("Person " + person + " has more than one slot on day " + slot.day() + ".");
        }
        if (slot.part() == ShiftSlot.Part.NIGHT) {
            nights.add(today);
        } else if (slot.part() == ShiftSlot.Part.MORNING) {
            mornings.add(today);
        }
        slotsOfPerson[person]++;
        slotsOfWeek.merge(new PersonWeek(person, slot.day() / ShiftRules.WEEK), 1, Integer::sum);
    }

    private void checkRest() {
        for (int slot = 0; slot < problem.slots(); slot++) {
            PersonDay today =
                    new PersonDay(plan.personOf(slot), problem.slot(slot).day());
            boolean isMorning = problem.slot(slot).part() == ShiftSlot.Part.MORNING && mornings.contains(today);
            if (isMorning && nights.contains(new PersonDay(today.person(), today.day() - 1))) {
                violations.add(
                        "Person " + today.person() + " has the morning of day " + today.day() + " after a night.");
            }
        }
    }

    private void checkWeeks() {
        for (int slot = 0; slot < problem.slots(); slot++) {
            int week = problem.slot(slot).day() / ShiftRules.WEEK;
            Integer count = slotsOfWeek.remove(new PersonWeek(plan.personOf(slot), week));
            if (count != null && count > problem.rules().maxPerWeek()) {
                violations.add("Person " + plan.personOf(slot) + " has " + count + " slots in week " + week
                        + " and may have " + problem.rules().maxPerWeek() + ".");
            }
        }
    }

    private long unevenness() {
        long sum = 0;
        for (int slots : slotsOfPerson) {
            long over = Math.max(0L, (long) slots - problem.rules().target());
            long steps = over * (over + 1) / 2;
            sum = Math.addExact(sum, Math.multiplyExact(problem.rules().overTargetStep(), steps));
        }
        return sum;
    }
}
