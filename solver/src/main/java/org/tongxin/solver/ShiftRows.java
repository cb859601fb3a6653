package org.tongxin.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxin.core.allocation.ShiftProblem;
import org.tongxin.core.allocation.ShiftRules;
import org.tongxin.core.allocation.ShiftSlot;

/**
 * The rules of a shift problem as rows: of these pairs, at most so many. Each solver's model is built from the same rows.
 */
final class ShiftRows {

    /** At most {@code most} of these pairs. */
    record Row(List<Integer> pairs, int most) {}

    private final ShiftProblem problem;
    private final int[] slotOfPair;
    private final List<Row> rows = new ArrayList<>();
    private final List<List<Integer>> pairsOfPerson = new ArrayList<>();

    ShiftRows(ShiftProblem problem) {
        this.problem = problem;
        this.slotOfPair = new int[problem.pairs()];
        for (int person = 0; person < problem.people(); person++) {
            pairsOfPerson.add(new ArrayList<>());
        }
        for (int slot = 0; slot < problem.slots(); slot++) {
            addSlot(slot);
        }
        pairsOfPerson.forEach(this::addPerson);
    }

    List<Row> rows() {
        return rows;
    }

    /** The pairs of a person. */
    List<Integer> pairsOf(int person) {
        return pairsOfPerson.get(person);
    }

    /** The slot of a pair. */
    int slotOf(int pair) {
        return slotOfPair[pair];
    }

    /** How many slots above the target the person could have at most. */
    int mostOverTarget(int person) {
        long weeks = (problem.rules().days() + ShiftRules.WEEK - 1) / ShiftRules.WEEK;
        long most = Math.min(
                pairsOf(person).size(),
                weeks * Math.min(ShiftRules.WEEK, problem.rules().maxPerWeek()));
        return (int) Math.max(0, most - problem.rules().target());
    }

    private void addSlot(int slot) {
        List<Integer> pairs = new ArrayList<>();
        for (int pair = problem.firstPair(slot); pair < problem.firstPair(slot + 1); pair++) {
            slotOfPair[pair] = slot;
            pairs.add(pair);
            pairsOfPerson.get(problem.pairPerson(pair)).add(pair);
        }
        add(pairs, 1);
    }

    private void addPerson(List<Integer> pairs) {
        Map<Integer, List<Integer>> byDay = new TreeMap<>();
        Map<Integer, List<Integer>> byNight = new TreeMap<>();
        Map<Integer, List<Integer>> byWeek = new TreeMap<>();
        for (int pair : pairs) {
            ShiftSlot slot = problem.slot(slotOf(pair));
            put(byDay, slot.day(), pair);
            put(byWeek, slot.day() / ShiftRules.WEEK, pair);
            if (slot.part() == ShiftSlot.Part.NIGHT) {
                put(byNight, slot.day(), pair);
            } else if (slot.part() == ShiftSlot.Part.MORNING) {
                put(byNight, slot.day() - 1, pair);
            }
        }
        byDay.values().forEach(day -> add(day, 1));
        byNight.values().forEach(night -> add(night, 1));
        byWeek.values().forEach(week -> add(week, problem.rules().maxPerWeek()));
    }

    private static void put(Map<Integer, List<Integer>> lists, int key, int pair) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(pair);
    }

    private void add(List<Integer> pairs, int most) {
        if (pairs.size() > most) {
            rows.add(new Row(pairs, most));
        }
    }
}
