package org.tongxin.app.plans;

import java.time.Instant;

/**
 * One decision in the life of a measure, as it was signed.
 *
 * @param number from 1, the first decision
 * @param content what the measure asks from this decision on
 * @param endsAt when it ends from this decision on
 */
public record MeasureVersion(
        int number, Act act, String content, Instant endsAt, String reason, String decidedBy, Instant decidedAt) {

    /** What was decided. */
    public enum Act {
        DECIDED,
        RENEWED,
        CONTINUED,
        CHANGED
    }
}
