package org.tongxin.core.scan;

/**
 * The stretches of time that are tried. Window {@code w} holds the slots 0 .. w; a slot is a day counted back from the last
 * one, or, when purely spatial, the whole period.
 *
 * @param days number of days of the period
 * @param count number of windows, and of slots
 * @param purelySpatial whether the one slot is the whole period
 */
record Windows(int days, int count, boolean purelySpatial) {

    static Windows of(int days, ScanSettings settings) {
        if (settings.purelySpatial()) {
            return new Windows(days, 1, true);
        }
        if (settings.maxDays() > days) {
            throw new IllegalArgumentException("The maxDays (" + settings.maxDays() + ") must be at most the " + days
                    + " days of the period. Shorten the longest window or give a longer period.");
        }
        return new Windows(days, settings.maxDays(), false);
    }

    /** The slot of a day, or a number of at least {@link #count} when the day lies before the longest window. */
    int slotOf(int day) {
        return purelySpatial ? 0 : days - 1 - day;
    }

    int firstDayOf(int window) {
        return purelySpatial ? 0 : days - 1 - window;
    }

    /** Length of a window in days. */
    int daysOf(int window) {
        return days - firstDayOf(window);
    }

    /** Counts as {@code [window][place]}. */
    int[][] cumulative(CaseCounts counts) {
        int[][] byWindow = new int[count][counts.places().size()];
        for (int place = 0; place < counts.places().size(); place++) {
            for (int day = 0; day < days; day++) {
                for (int window = slotOf(day); window < count; window++) {
                    byWindow[window][place] += counts.at(place, day);
                }
            }
        }
        return byWindow;
    }
}
