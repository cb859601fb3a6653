package org.tongxin.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;

/** Why slots stay empty, one line each: what keeps those who are listed for it. */
final class ShiftReasons {

    private record PersonDay(int person, int day) {}

    private final ShiftProblem problem;

    private final Set<PersonDay> working = new HashSet<>();
    private final Set<PersonDay> nights = new HashSet<>();
    private final Set<PersonDay> mornings = new HashSet<>();
    private final Map<PersonDay, Integer> slotsOfWeek = new HashMap<>();

    private ShiftReasons(ShiftProblem problem, ShiftPlan plan) {
        this.problem = problem;

        for (int slot = 0; slot < problem.slots(); slot++) {
            if (plan.personOf(slot) != ShiftProblem.NOBODY) {
                enter(problem.slot(slot), plan.personOf(slot));
            }
        }
    }

    static List<String> of(ShiftProblem problem, ShiftPlan plan) {
        ShiftReasons found = new ShiftReasons(problem, plan);
        Reasons reasons = new Reasons("empty slots");
        for (int slot = 0; slot < problem.slots(); slot++) {
            if (plan.personOf(slot) == ShiftProblem.NOBODY) {
                reasons.add(found.sentence(slot, problem.slot(slot)));
            }
        }
        return reasons.list();
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

    private String sentence(int number, ShiftSlot slot) {
        int listed = problem.firstPair(number + 1) - problem.firstPair(number);
        String where = "slot " + number + " (day " + slot.day() + ", "
                + slot.part().name().toLowerCase(Locale.ROOT) + "): empty; ";
        return where
                + (listed == 0 ? "no eligible person is listed for it" : listed + " are listed: " + why(number, slot));
    }

    private String why(int number, ShiftSlot slot) {
        int busy = 0;
        int resting = 0;
        int full = 0;
        int dear = 0;
        for (int pair = problem.firstPair(number); pair < problem.firstPair(number + 1); pair++) {
            int person = problem.pairPerson(pair);
            if (working.contains(new PersonDay(person, slot.day()))) {
                busy++;
            } else if (mustRest(person, slot)) {
                resting++;
            } else if (slotsOfWeek.getOrDefault(week(person, slot), 0)
                    >= problem.rules().maxPerWeek()) {
                full++;
            } else {
                dear++;
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, busy, "have another slot that day");
        add(parts, resting, "rest between a night and a morning");
        add(parts, full, "have all the slots of their week");
        add(parts, dear, "would cost at least as much as the empty slot");
        return String.join(", ", parts);
    }

    private boolean mustRest(int person, ShiftSlot slot) {
        return switch (slot.part()) {
            case MORNING -> nights.contains(new PersonDay(person, slot.day() - 1));
            case NIGHT -> mornings.contains(new PersonDay(person, slot.day() + 1));
            case LATE -> false;
        };
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    /** Weeks share the record of days. */
    private static PersonDay week(int person, ShiftSlot slot) {
        return new PersonDay(person, slot.day() / ShiftRules.WEEK);
    }
}
