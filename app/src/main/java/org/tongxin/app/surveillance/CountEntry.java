package org.tongxin.app.surveillance;

import java.time.LocalDate;

/**
 * A count as a reporter gives it, not yet checked.
 *
 * @param point code of the monitoring point
 * @param day the day that was counted
 * @param value the count; zero is a nil report
 * @param reason why an earlier value is wrong; empty for a first report
 */
public record CountEntry(String point, LocalDate day, int value, String reason) {

    public static CountEntry of(String point, LocalDate day, int value) {
        return new CountEntry(point, day, value, "");
    }
}
