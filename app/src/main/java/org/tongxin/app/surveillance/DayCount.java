package org.tongxin.app.surveillance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one day of a series.
 *
 * @param value {@code null} when nothing was reported
 * @param late true when it was reported after it was due
 * @param revision 1 for a first report, more for corrections, 0 when nothing was reported
 */
public record DayCount(LocalDate day, @Nullable Integer value, boolean late, int revision) {

    public boolean missing() {
        return value == null;
    }

    public boolean nil() {
        return value != null && value == 0;
    }
}
