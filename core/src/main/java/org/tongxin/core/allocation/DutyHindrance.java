package org.tongxin.core.allocation;

/**
 * Why a person may not take a turn beside the turns they have. Immutable and safe for use by several threads.
 *
 * @param kind in one word
 * @param other the turn it does not go with; of a full week, the last of its turns
 * @param value minutes of rest that would be left, or turns that the week has already; 0 where neither is asked
 */
public record DutyHindrance(Kind kind, DutyTurn other, long value) {

    /** What the turn would break. */
    public enum Kind {
        /** They have a turn on that day. */
        SAME_DAY,
        /** A morning would follow a night. */
        MORNING_AFTER_NIGHT,
        /** Too little rest between the two. */
        SHORT_REST,
        /** The week has all the turns it may have. */
        FULL_WEEK
    }
}
