package org.tongxin.core.stream;

import org.tongxin.core.statistics.StudentDistribution;

/**
 * EARS C2 with a floor, for histories too short for a regression: mean and deviation of the seven reported counts before
 * the two newest ones, the deviation at least that of a Poisson count and at least one case.
 *
 * <p>The probability is that of Student's distribution for a further count of the same kind, six degrees of freedom:
 * seven counts do not know their deviation well, and a normal bound would alarm several times as often as it says.
 *
 * @param mean of the seven counts
 * @param deviation their standard deviation, floored
 */
record ShortHistory(double mean, double deviation) {

    static final int BASE = 7;
    static final int GUARD = 2;

    /** Steps back within which the nine reported counts must lie. Assumption: two weeks, as for the longest gap. */
    static final int LOOK_BACK = 14;

    private static final double SCALE = Math.sqrt(1 + 1.0 / BASE);

    /** From the newest reported counts before the tested step, newest first, at least nine. */
    static ShortHistory of(double[] newestFirst) {
        double sum = 0;
        for (int i = GUARD; i < GUARD + BASE; i++) {
            sum += newestFirst[i];
        }
        double mean = sum / BASE;
        double squares = 0;
        for (int i = GUARD; i < GUARD + BASE; i++) {
            squares += (newestFirst[i] - mean) * (newestFirst[i] - mean);
        }
        double floor = Math.max(1, Math.sqrt(mean));
        return new ShortHistory(mean, Math.max(floor, Math.sqrt(squares / (BASE - 1))));
    }

    double modelP(double count) {
        double t = (count - mean) / (deviation * SCALE);
        double twoSided = StudentDistribution.twoSided(Math.abs(t), BASE - 1);
        return t >= 0 ? twoSided / 2 : 1 - twoSided / 2;
    }

    /** The smallest count whose tail below it stays at or above a probability, below 0.5. */
    int smallestQuiet(double probability) {
        int quiet = (int) Math.floor(mean);
        int loud = -1;
        while (quiet - loud > 1) {
            int middle = loud + (quiet - loud) / 2;
            if (modelP(2 * mean - middle) >= probability) {
                quiet = middle;
            } else {
                loud = middle;
            }
        }
        return quiet;
    }

    /** The largest count that stays at or above a probability, below 0.5; the largest whole number when all do. */
    int largestQuiet(double probability) {
        int quiet = (int) Math.floor(mean);
        int loud = Integer.MAX_VALUE;
        if (modelP(loud) >= probability) {
            return loud;
        }
        while (loud - quiet > 1) {
            int middle = quiet + (loud - quiet) / 2;
            if (modelP(middle) >= probability) {
                quiet = middle;
            } else {
                loud = middle;
            }
        }
        return quiet;
    }
}
