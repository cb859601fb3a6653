package org.tongxin.core.allocation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * One turn of duty in local time. Immutable and safe for use by several threads.
 *
 * @param day to which it belongs, on which it starts
 * @param starts on that day
 * @param ends after it starts
 */
public record DutyTurn(LocalDate day, LocalDateTime starts, LocalDateTime ends) {

    /** @throws IllegalArgumentException when it starts on another day, or does not end after it starts */
    public DutyTurn {
        if (!starts.toLocalDate().equals(day) || !ends.isAfter(starts)) {
            throw new IllegalArgumentException("The turn of " + day + " (" + starts + " to " + ends
                    + ") must start on that day and end after it starts.");
        }
    }

    /** Whether it lasts beyond midnight. */
    public boolean isNight() {
        return ends.isAfter(day.plusDays(1).atStartOfDay());
    }

    /** Whether it starts before noon. */
    public boolean isMorning() {
        return starts.toLocalTime().isBefore(LocalTime.NOON);
    }
}
