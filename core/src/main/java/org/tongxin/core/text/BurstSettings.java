package org.tongxin.core.text;

import org.tongxin.core.stream.WorkCalendar;

/**
 * What a burst is. Immutable.
 *
 * @param historyDays days before that teach the expectation, 7 or more
 * @param leastHouseholds distinct households without which nothing is a burst, 2 or more
 * @param leastGrids distinct grids without which nothing is one, 1 or more
 * @param q largest share of false ones among the terms named
 * @param calendar which days are alike: workdays with make-up days, days off with holidays
 */
public record BurstSettings(int historyDays, int leastHouseholds, int leastGrids, double q, WorkCalendar calendar) {

    /** 28 days, three households, two grids, one in a hundred. Suggested values. */
    public static BurstSettings defaults(WorkCalendar calendar) {
        return new BurstSettings(28, 3, 2, 0.01, calendar);
    }

    /** @throws IllegalArgumentException when a value is outside its range */
    public BurstSettings {
        if (historyDays < 7 || leastHouseholds < 2 || leastGrids < 1) {
            throw new IllegalArgumentException("The history (" + historyDays + " days), households (" + leastHouseholds
                    + ") and grids (" + leastGrids + ") must be at least 7, 2 and 1.");
        }
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException("The share of false ones (" + q + ") must lie above 0 and below 1.");
        }
    }
}
