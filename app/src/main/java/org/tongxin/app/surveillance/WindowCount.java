package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;

/**
 * The sum of a series over a window of days, with what is missing in it.
 *
 * @param total sum over the reported days
 * @param reportedDays days with a report, nil reports included
 * @param missing days without one, oldest first
 */
public record WindowCount(int total, int reportedDays, List<LocalDate> missing) {

    public boolean complete() {
        return missing.isEmpty();
    }
}
