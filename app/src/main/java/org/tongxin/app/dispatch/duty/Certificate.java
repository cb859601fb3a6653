package org.tongxin.app.dispatch.duty;

import java.time.LocalDate;

/**
 * That a person served, in a period.
 *
 * @param number such as {@code F-20260326-7K3M9QXA}
 * @param fromDay first day of the period
 * @param toDay last day of the period
 * @param shifts how many shifts, at least 1
 * @param minutes in all of them
 * @param issuedOn district day
 */
public record Certificate(
        String number, String name, LocalDate fromDay, LocalDate toDay, int shifts, int minutes, LocalDate issuedOn) {

    /** Whole hours. */
    public int hours() {
        return minutes / 60;
    }

    /** Minutes beyond the whole hours. */
    public int minutesOfHour() {
        return minutes % 60;
    }
}
