package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Shifts over several days, and who may take which. Immutable and safe for use by several threads.
 *
 * <p>The total of a plan, which is to be least, is the sum of the costs of the pairs (slot, person) used, the penalties of
 * the slots that nobody takes, and for each person with n slots {@code overTargetStep * (1 + 2 + ... + (n - target))}
 * where n is above the target.
 *
 * <p>Hard rules: one person a slot, and only a listed pair; one slot a day for a person; no morning after a night; at most
 * {@link ShiftRules#maxPerWeek} slots a week.
 *
 * <p>Pairs are kept sorted by slot, then person; those of a slot lie together, from {@link #firstPair} on.
 */
public final class ShiftProblem {

    /** Largest number of days: ten years. */
    public static final int MAX_DAYS = 3_660;

    /** Largest number of people and of slots. */
    public static final int MAX_SIZE = 10_000_000;

    /** Stands for "nobody" wherever a person is expected. */
    public static final int NOBODY = -1;

    private final int people;
    private final ShiftRules rules;
    private final ShiftSlot[] slots;
    private final int[] firstPairOfSlot;
    private final int[] personOfPair;
    private final long[] costOfPair;

    private ShiftProblem(Builder parts) {
        people = parts.people;
        rules = parts.rules;
        slots = parts.slots.toArray(new ShiftSlot[0]);
        int[] order = parts.sortedPairs();
        personOfPair = IntStream.of(order).map(pair -> parts.personOfPair[pair]).toArray();
        costOfPair =
                IntStream.of(order).mapToLong(pair -> parts.costOfPair[pair]).toArray();
        firstPairOfSlot = new int[slots.length + 1];
        for (int pair : order) {
            firstPairOfSlot[parts.slotOfPair[pair] + 1]++;
        }
        Arrays.parallelPrefix(firstPairOfSlot, Integer::sum);
    }

    /**
     * Starts a problem.
     *
     * @throws IllegalArgumentException when the number of people is outside its range
     */
    public static Builder builder(int people, ShiftRules rules) {
        return new Builder(people, rules);
    }

    /** Number of people. */
    public int people() {
        return people;
    }

    /** How much a person may work. */
    public ShiftRules rules() {
        return rules;
    }

    /** Number of slots. */
    public int slots() {
        return slots.length;
    }

    /** One slot. */
    public ShiftSlot slot(int slot) {
        return slots[slot];
    }

    /** Number of allowed pairs. */
    public int pairs() {
        return personOfPair.length;
    }

    /** Position of a slot's first pair; the last is at {@code firstPair(slot + 1) - 1}. */
    public int firstPair(int slot) {
        return firstPairOfSlot[slot];
    }

    /** The person of a pair. */
    public int pairPerson(int pair) {
        return personOfPair[pair];
    }

    /** The cost of a pair. */
    public long pairCost(int pair) {
        return costOfPair[pair];
    }

    /** The cost of a pair; empty when it is not allowed. */
    public OptionalLong findCost(int slot, int person) {
        int pair = Arrays.binarySearch(personOfPair, firstPair(slot), firstPair(slot + 1), person);
        return pair < 0 ? OptionalLong.empty() : OptionalLong.of(costOfPair[pair]);
    }

    /** Collects the parts of a problem; for one thread only. */
    public static final class Builder {

        private final int people;
        private final ShiftRules rules;
        private final List<ShiftSlot> slots = new ArrayList<>();
        private int pairs;
        private int[] slotOfPair = new int[64];
        private int[] personOfPair = new int[64];
        private long[] costOfPair = new long[64];

        private Builder(int people, ShiftRules rules) {
            this.people = (int) Ranges.require(people, 0, MAX_SIZE, "number of people");
            this.rules = rules;
        }

        /**
         * Adds a slot; it gets the next free number.
         *
         * @throws IllegalArgumentException when its day is not one of the problem's
         */
        public Builder slot(ShiftSlot slot) {
            Ranges.requireIndex(slot.day(), rules.days(), "day of slot " + slots.size());
            slots.add(slot);
            return this;
        }

        /**
         * Allows a person to take a slot that was added before.
         *
         * @param cost 0 .. {@link PeopleProblem#MAX_COST}
         * @throws IllegalArgumentException when there is no such slot or person, or the cost is outside its range
         */
        public Builder pair(int slot, int person, long cost) {
            Ranges.requireIndex(slot, slots.size(), "slot of an arc");
            Ranges.requireIndex(person, people, "person of an arc");
            Ranges.require(cost, 0, PeopleProblem.MAX_COST, "cost of person " + person + " in slot " + slot);
            grow();
            slotOfPair[pairs] = slot;
            personOfPair[pairs] = person;
            costOfPair[pairs] = cost;
            pairs++;
            return this;
        }

        /**
         * The problem as collected so far.
         *
         * @throws IllegalArgumentException when a pair is listed twice
         */
        public ShiftProblem build() {
            return new ShiftProblem(this);
        }

        private int[] sortedPairs() {
            int[] order = IntStream.range(0, pairs)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(pair -> slotOfPair[pair])
                            .thenComparingInt(pair -> personOfPair[pair]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int position = 1; position < pairs; position++) {
                requireDifferent(order[position - 1], order[position]);
            }
            return order;
        }

        private void requireDifferent(int one, int other) {
            if (slotOfPair[one] == slotOfPair[other] && personOfPair[one] == personOfPair[other]) {
                throw new IllegalArgumentException("Person " + personOfPair[one] + " is listed twice for slot "
                        + slotOfPair[one] + ", with costs " + costOfPair[one] + " and " + costOfPair[other]
                        + ". Keep one.");
            }
        }

        private void grow() {
            if (pairs == costOfPair.length) {
                slotOfPair = Arrays.copyOf(slotOfPair, 2 * pairs);
                personOfPair = Arrays.copyOf(personOfPair, 2 * pairs);
                costOfPair = Arrays.copyOf(costOfPair, 2 * pairs);
            }
        }
    }
}
