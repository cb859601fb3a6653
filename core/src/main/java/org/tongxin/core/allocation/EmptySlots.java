package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each slot that nobody takes what keeps those who are listed for it. Stateless; safe for use by several threads. */
public final class EmptySlots {

    private record PersonDay(int person, int day) {}

    private final ShiftProblem problem;
    private final Set<PersonDay> working = new HashSet<>();
    private final Set<PersonDay> nights = new HashSet<>();
    private final Set<PersonDay> mornings = new HashSet<>();
    private final Map<PersonDay, Integer> slotsOfWeek = new HashMap<>();

    private EmptySlots(ShiftProblem problem, ShiftPlan plan) {
        this.problem = problem;
        for (int slot = 0; slot < problem.slots(); slot++) {
            if (plan.personOf(slot) != ShiftProblem.NOBODY) {
                enter(problem.slot(slot), plan.personOf(slot));
            }
        }
    }

    /** The empty slots of a plan, by number. */
    public static List<EmptySlot> of(ShiftProblem problem, ShiftPlan plan) {
        EmptySlots found = new EmptySlots(problem, plan);
        List<EmptySlot> empty = new ArrayList<>();
        for (int slot = 0; slot < problem.slots(); slot++) {
            if (plan.personOf(slot) == ShiftProblem.NOBODY) {
                empty.add(found.why(slot, problem.slot(slot)));
            }
        }
        return empty;
    }

    private void enter(ShiftSlot slot, int person) {
        PersonDay day = new PersonDay(person, slot.day());
        working.add(day);
        if (slot.part() == ShiftSlot.Part.NIGHT) {
            nights.add(day);
        } else if (slot.part() == ShiftSlot.Part.MORNING) {
            mornings.add(day);
        }
        slotsOfWeek.merge(week(person, slot), 1, Integer::sum);
    }

    private EmptySlot why(int number, ShiftSlot slot) {
        int busy = 0;
        int resting = 0;
        int full = 0;
        int listed = problem.firstPair(number + 1) - problem.firstPair(number);
        for (int pair = problem.firstPair(number); pair < problem.firstPair(number + 1); pair++) {
            int person = problem.pairPerson(pair);
            if (working.contains(new PersonDay(person, slot.day()))) {
                busy++;
            } else if (mustRest(person, slot)) {
                resting++;
            } else if (slotsOfWeek.getOrDefault(week(person, slot), 0)
                    >= problem.rules().maxPerWeek()) {
                full++;
            }
        }
        return new EmptySlot(number, listed, busy, resting, full, listed - busy - resting - full);
    }

    private boolean mustRest(int person, ShiftSlot slot) {
        return switch (slot.part()) {
            case MORNING -> nights.contains(new PersonDay(person, slot.day() - 1));
            case NIGHT -> mornings.contains(new PersonDay(person, slot.day() + 1));
            case LATE -> false;
        };
    }

    /** Weeks share the record of days. */
    private static PersonDay week(int person, ShiftSlot slot) {
        return new PersonDay(person, slot.day() / ShiftRules.WEEK);
    }
}
