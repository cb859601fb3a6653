package org.tongxin.core.forecast;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What the coming days may bring, as equally probable paths. Immutable and safe for use by several threads.
 */
public final class Forecast {

    private final int firstDay;

    /** {@code [days ahead - 1][path]}. */
    private final int[][] reports;

    /** {@code [days ahead - 1][path]}. */
    private final int[][] infections;

    Forecast(int firstDay, int[][] reports, int[][] infections) {
        this.firstDay = firstDay;
        this.reports = reports;
        this.infections = infections;
    }

    /** The day after the last one known. */
    public int firstDay() {
        return firstDay;
    }

    /** The last day forecast. */
    public int lastDay() {
        return firstDay + reports.length - 1;
    }

    /**
     * New reports of a day.
     *
     * @throws IllegalArgumentException when the day is not one of the forecast
     */
    public Band reports(int day) {
        return band(reports[ahead(day)]);
    }

    /**
     * New infections of a day, never reported ones included.
     *
     * @throws IllegalArgumentException when the day is not one of the forecast
     */
    public Band infections(int day) {
        return band(infections[ahead(day)]);
    }

    /** Reports of all days together. */
    public Band reportSum() {
        return reportSum(day -> true);
    }

    /** Reports of some of the days together, such as those on which a notice will be published. */
    public Band reportSum(IntPredicate counted) {
        return sum(reports, counted);
    }

    /** Infections of all days together, never reported ones included. */
    public Band infectionSum() {
        return sum(infections, day -> true);
    }

    private Band sum(int[][] numbers, IntPredicate counted) {
        double[] sums = new double[numbers[0].length];
        for (int ahead = 0; ahead < numbers.length; ahead++) {
            if (counted.test(firstDay + ahead)) {
                for (int path = 0; path < sums.length; path++) {
                    sums[path] += numbers[ahead][path];
                }
            }
        }
        return Band.of(sums);
    }

    private static Band band(int[] numbers) {
        return Band.of(Arrays.stream(numbers).asDoubleStream().toArray());
    }

    private int ahead(int day) {
        if (day < firstDay || day > lastDay()) {
            throw new IllegalArgumentException(
                    "The day (" + day + ") is not one of the forecast, " + firstDay + " to " + lastDay() + ".");
        }
        return day - firstDay;
    }
}
