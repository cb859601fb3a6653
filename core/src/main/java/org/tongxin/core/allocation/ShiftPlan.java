package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * Who takes which slot. Nothing is checked here: that is {@link ShiftChecker}'s work. Immutable and safe for use by several
 * threads.
 */
public final class ShiftPlan {

    private final int[] personOfSlot;
    private final long total;

    private ShiftPlan(int[] personOfSlot, long total) {
        this.personOfSlot = personOfSlot;
        this.total = total;
    }

    /**
     * A plan from its parts.
     *
     * @param personOfSlot the person of each slot, or {@link ShiftProblem#NOBODY}; copied
     * @param total the total the plan claims
     */
    public static ShiftPlan of(int[] personOfSlot, long total) {
        return new ShiftPlan(personOfSlot.clone(), total);
    }

    /** A plan in which nobody works. */
    public static ShiftPlan empty(int slots, long total) {
        int[] nobody = new int[slots];
        Arrays.fill(nobody, ShiftProblem.NOBODY);
        return new ShiftPlan(nobody, total);
    }

    /** Number of slots. */
    public int slots() {
        return personOfSlot.length;
    }

    /** Who takes a slot, or {@link ShiftProblem#NOBODY}. */
    public int personOf(int slot) {
        return personOfSlot[slot];
    }

    /** The same people with another total. */
    public ShiftPlan withTotal(long other) {
        return new ShiftPlan(personOfSlot, other);
    }

    /** The total that the plan claims. */
    public long total() {
        return total;
    }
}
