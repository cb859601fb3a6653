package org.tongxin.core.reproduction;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Days that share one reproduction number. Immutable and safe for use by several threads.
 *
 * @param firstDay counted from 0 in the series, 1 or more: day 0 has no earlier case
 * @param lastDay included, not before {@code firstDay}
 */
public record Window(int firstDay, int lastDay) {

    /** @throws IllegalArgumentException when the days are outside their range */
    public Window {
        if (firstDay < 1 || lastDay < firstDay) {
            throw new IllegalArgumentException("The window from day " + firstDay + " to day " + lastDay
                    + " must start at day 1 or later and not end before it starts.");
        }
    }

    /**
     * All windows of a length, each one day later than the one before.
     *
     * @param days number of days of the series
     * @param length days in a window, 1 or more
     * @return in order of time; empty when the series is too short; unmodifiable
     * @throws IllegalArgumentException when the length is below 1
     */
    public static List<Window> sliding(int days, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("The length (" + length + " days) of a window must be 1 or more.");
        }
        return IntStream.rangeClosed(1, days - length)
                .mapToObj(first -> new Window(first, first + length - 1))
                .toList();
    }

    double sum(double[] valueOfDay) {
        double sum = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            sum += valueOfDay[day];
        }
        return sum;
    }

    /** Refuses days that the estimate could not be computed from. */
    static void check(double[] incidence, List<Window> windows) {
        for (int day = 0; day < incidence.length; day++) {
            if (!(incidence[day] >= 0 && incidence[day] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The incidence (" + incidence[day] + ") of day " + day
                        + " must be 0 or a finite number above. A missing day cannot be taken as zero: estimate it first,"
                        + " or use the days after it.");
            }
        }
        for (Window window : windows) {
            if (window.lastDay >= incidence.length) {
                throw new IllegalArgumentException("The window up to day " + window.lastDay
                        + " must end within the series of " + incidence.length + " days.");
            }
        }
    }
}
