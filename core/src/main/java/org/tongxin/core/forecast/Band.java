package org.tongxin.core.forecast;

import java.util.Arrays;

/**
 * Where a number lies: the median, and the bands that hold it with 50 % and 90 % probability; quantiles 5, 25, 50, 75 and
 * 95 %, each the least value that is not exceeded with this probability. Immutable and safe for use by several threads.
 *
 * @param median with equal probability it is larger or smaller
 * @param low50 lower end of the 50 % band, included
 * @param high50 its upper end, included
 * @param low90 lower end of the 90 % band, included
 * @param high90 its upper end, included
 */
public record Band(double median, double low50, double high50, double low90, double high90) {

    /** Of equally probable values; changes their order. */
    static Band of(double[] values) {
        Arrays.sort(values);
        return new Band(
                quantile(values, 50),
                quantile(values, 25),
                quantile(values, 75),
                quantile(values, 5),
                quantile(values, 95));
    }

    private static double quantile(double[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) Math.max(0, rank - 1)];
    }

    /** Whether the 50 % band holds a value. */
    public boolean holds50(double value) {
        return value >= low50 && value <= high50;
    }

    /** Whether the 90 % band holds a value. */
    public boolean holds90(double value) {
        return value >= low90 && value <= high90;
    }
}
