package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * The largest statistic of each simulated world: what chance alone shows. Immutable and safe for use by several threads.
 */
public final class SimulatedMaxima {

    /** Statistics that differ by less than this part of them are equal: rounding must not decide a rank. */
    private static final double EQUAL_PART = 1e-10;

    private final double[] inOrderDrawn;
    private final double[] ascending;
    private final boolean stoppedEarly;

    private SimulatedMaxima(double[] inOrderDrawn, boolean stoppedEarly) {
        this.inOrderDrawn = inOrderDrawn;
        this.ascending = inOrderDrawn.clone();
        Arrays.sort(ascending);
        this.stoppedEarly = stoppedEarly;
    }

    static SimulatedMaxima of(double[] inOrderDrawn, boolean stoppedEarly) {
        return new SimulatedMaxima(inOrderDrawn.clone(), stoppedEarly);
    }

    /** Number of worlds simulated. */
    public int size() {
        return ascending.length;
    }

    /** Whether the simulation ended before all worlds were drawn, since enough were at least as extreme. */
    public boolean stoppedEarly() {
        return stoppedEarly;
    }

    /** In the order of the worlds' numbers. */
    public double[] values() {
        return inOrderDrawn.clone();
    }

    /**
     * The value that this part of the maxima does not exceed, with linear interpolation between ranks.
     *
     * @param part 0 .. 1
     * @throws IllegalArgumentException when the part is outside its range
     * @throws IllegalStateException when no world was simulated
     */
    public double quantile(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("The part (" + part + ") must lie in 0..1.");
        }
        if (ascending.length == 0) {
            throw new IllegalStateException("No world was simulated. Ask for at least one replication.");
        }
        double rank = part * (ascending.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
    }

    /**
     * The probability that chance alone shows at least this statistic: its rank among all maxima and itself, divided by
     * their number; after an early stop, the number of maxima at least as large, divided by the number of maxima. NaN when
     * no world was simulated.
     */
    public double pValue(double statistic) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double reached = atLeast(statistic);
        return stoppedEarly ? reached / ascending.length : (reached + 1) / (ascending.length + 1);
    }

    int atLeast(double statistic) {
        int count = 0;
        for (double maximum : ascending) {
            count += isAtLeast(maximum, statistic) ? 1 : 0;
        }
        return count;
    }

    static boolean isAtLeast(double maximum, double statistic) {
        return maximum >= statistic * (1 - EQUAL_PART);
    }
}
