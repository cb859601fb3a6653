package org.tongxin.app.exercises;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.plans.ResponseMode;

/**
 * A drill on a prepared plan.
 *
 * @param number as people say it, {@code YL-7}
 * @param planVersion version of the plan when the exercise was planned
 * @param areaPath the district, or a street that exercises alone
 * @param scenario what has happened, as it is told at the beginning
 * @param aims what is to be tried
 * @param pace minutes of the exercise for an hour of the plan, 1 to 60
 * @param minuteZero when it started by {@link ExerciseClock}, from which its minutes are counted
 * @param lastMinute whole minutes that it took; {@code null} before its end
 */
public record Exercise(
        UUID id,
        String number,
        ResponseMode mode,
        String planVersion,
        String areaPath,
        String scenario,
        String aims,
        int pace,
        String plannedBy,
        Instant plannedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant closedAt,
        @Nullable Instant minuteZero,
        @Nullable Integer lastMinute,
        int version) {

    public ExerciseState state() {
        if (startedAt == null) {
            return ExerciseState.PLANNED;
        }
        if (endedAt == null) {
            return ExerciseState.RUNNING;
        }
        return closedAt == null ? ExerciseState.ASSESSED : ExerciseState.CLOSED;
    }

    /** Whole minutes since the start, at most to the end; -1 before the start. @param now by {@link ExerciseClock} */
    int minute(Instant now) {
        if (minuteZero == null) {
            return -1;
        }
        return lastMinute == null ? (int) Duration.between(minuteZero, now).toMinutes() : lastMinute;
    }
}
