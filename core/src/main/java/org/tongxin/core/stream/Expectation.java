package org.tongxin.core.stream;

/**
 * What a stream was expected to count in its newest steps.
 *
 * @param means {@code [steps before the tested one]}: expected counts, above 0; {@code [0]} is the tested step
 * @param dispersion variance over mean of a single count, 1 or more
 * @param relativeError standard error of the logarithm of the tested step's expectation
 */
record Expectation(double[] means, double dispersion, double relativeError) {

    /** Variance of a sum of counts with this expectation: chance of the counts, and doubt about the expectation. */
    double variance(double mean) {
        double doubt = mean * relativeError;
        return dispersion * mean + doubt * doubt;
    }
}
