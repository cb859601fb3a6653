package org.tongxin.app.dispatch.duty;

import java.time.Instant;

/**
 * When a duty of one day opens, starts, ends and closes.
 *
 * @param opening from when people may check in
 * @param start of the duty
 * @param vacantFrom from when a post whose people are not there is vacant
 * @param end of the duty
 * @param closing until when somebody may check out; afterwards the end counts
 */
public record DutyTimes(Instant opening, Instant start, Instant vacantFrom, Instant end, Instant closing) {

    /** Whether people may check in or out. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(opening) && now.isBefore(closing);
    }

    /** Whether the duty has ended. */
    public boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    boolean isWatched(Instant now) {
        return !now.isBefore(vacantFrom) && now.isBefore(end);
    }
}
