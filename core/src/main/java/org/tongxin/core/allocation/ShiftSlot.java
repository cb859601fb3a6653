package org.tongxin.core.allocation;

/**
 * One place in one shift of one day, for one person. Immutable and safe for use by several threads.
 *
 * @param day 0 or more, below the number of days
 * @param part of the day
 * @param unmetPenalty price when nobody takes it, 0 or more
 */
public record ShiftSlot(int day, Part part, long unmetPenalty) {

    /** When in the day. */
    public enum Part {
        /** May not follow on a night of the day before. */
        MORNING,
        /** Late in the day. */
        LATE,
        /** Ends on the next morning. */
        NIGHT
    }

    /** @throws IllegalArgumentException when the day or the penalty is outside its range */
    public ShiftSlot {
        Ranges.require(day, 0, ShiftProblem.MAX_DAYS - 1L, "day of a slot");
        Ranges.require(unmetPenalty, 0, PeopleProblem.MAX_COST, "unmet penalty of a slot");
    }
}
