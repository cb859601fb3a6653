package org.tongxin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongxin.core.allocation.EmptySlot;
import org.tongxin.core.allocation.EmptySlots;
import org.tongxin.core.allocation.ShiftPlan;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftSlot;

/** Why slots stay empty, one line each: what keeps those who are listed for it. */
final class ShiftReasons {

    private ShiftReasons() {}

    static List<String> of(ShiftProblem problem, ShiftPlan plan) {
        Reasons reasons = new Reasons("empty slots");
        EmptySlots.of(problem, plan).forEach(empty -> reasons.add(sentence(problem.slot(empty.slot()), empty)));
        return reasons.list();
    }

    private static String sentence(ShiftSlot slot, EmptySlot empty) {
        String where = "slot " + empty.slot() + " (day " + slot.day() + ", "
                + slot.part().name().toLowerCase(Locale.ROOT) + "): empty; ";
        return where
                + (empty.listed() == 0
                        ? "no eligible person is listed for it"
                        : empty.listed() + " are listed: " + why(empty));
    }

    private static String why(EmptySlot empty) {
        List<String> parts = new ArrayList<>();
        add(parts, empty.busy(), "have another slot that day");
        add(parts, empty.resting(), "rest between a night and a morning");
        add(parts, empty.full(), "have all the slots of their week");
        add(parts, empty.dear(), "would cost at least as much as the empty slot");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
