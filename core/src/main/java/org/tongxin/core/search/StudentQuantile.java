package org.tongxin.core.search;

import org.tongxin.core.statistics.StudentDistribution;

/** Quantiles of Student's distribution, by bisection on its tail. */
final class StudentQuantile {

    private static final int HALVINGS = 80;

    private StudentQuantile() {}

    /**
     * The value that is exceeded with a small probability.
     *
     * @param tail above 0 and below 0.5
     * @param degreesOfFreedom 1 or more
     */
    static double upper(double tail, double degreesOfFreedom) {
        double high = 1;
        while (StudentDistribution.twoSided(high, degreesOfFreedom) / 2 > tail) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = (low + high) / 2;
            if (StudentDistribution.twoSided(middle, degreesOfFreedom) / 2 > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
