package org.tongxin.core.stream;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/**
 * The counts of one stream, one a step, oldest first. Immutable and safe for use by several threads.
 *
 * @param first the date of the first count
 * @param rhythm days or weeks
 * @param counts {@code [index]}: 0 or more; NaN where nothing was reported, which is not zero
 */
public record StreamSeries(LocalDate first, Rhythm rhythm, double[] counts) {

    /** @throws IllegalArgumentException when a count is negative or infinite; the message names date and value */
    public StreamSeries {
        Objects.requireNonNull(first);
        counts = counts.clone();
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] < 0 || Double.isInfinite(counts[index])) {
                throw new IllegalArgumentException("The count (" + counts[index] + ") of " + rhythm.date(first, index)
                        + " must be 0 or more. Leave it empty when nothing was reported.");
            }
        }
    }

    @Override
    public double[] counts() {
        return counts.clone();
    }

    /** How many steps it has, missing ones included. */
    public int length() {
        return counts.length;
    }

    /** The count at an index; NaN where nothing was reported. */
    public double count(int index) {
        return counts[index];
    }

    public boolean missing(int index) {
        return Double.isNaN(counts[index]);
    }

    public LocalDate date(int index) {
        return rhythm.date(first, index);
    }

    /** How many steps were reported from one index to another, the second not included. */
    int reported(int from, int to) {
        int reported = 0;
        for (int index = from; index < to; index++) {
            reported += missing(index) ? 0 : 1;
        }
        return reported;
    }

    /** Index of the first reported step; the length when there is none. */
    int firstReported() {
        int index = 0;
        while (index < counts.length && missing(index)) {
            index++;
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamSeries that
                && first.equals(that.first)
                && rhythm == that.rhythm
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, rhythm, Arrays.hashCode(counts));
    }

    @Override
    public String toString() {
        return "StreamSeries[first=" + first + ", rhythm=" + rhythm + ", length=" + counts.length + ']';
    }
}
