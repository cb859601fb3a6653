package org.tongxin.core.reproduction;

import java.util.Arrays;

/**
 * The reproduction number of one window of days. NaN where there is no estimate. Immutable and safe for use by several
 * threads.
 *
 * @param firstDay first day of the window, counted from 0 in the series
 * @param lastDay last day, included
 * @param mean the estimate
 * @param deviation its standard deviation
 * @param q025 2.5 % quantile of the posterior (instantaneous) or of the simulated values (cohort)
 * @param q05 5 % quantile
 * @param q25 25 % quantile
 * @param median 50 % quantile
 * @param q75 75 % quantile
 * @param q95 95 % quantile
 * @param q975 97.5 % quantile
 * @param completeness share, 0..1, of the infections behind the estimate that the series can already show; 1 for the
 *     instantaneous number. Below 1 the estimate is too low, on average by this factor
 */
public record ReproductionEstimate(
        int firstDay,
        int lastDay,
        double mean,
        double deviation,
        double q025,
        double q05,
        double q25,
        double median,
        double q75,
        double q95,
        double q975,
        double completeness) {

    /** From this completeness on the bias is smaller than what such estimates can resolve: our own convention. */
    public static final double COMPLETE_FROM = 0.95;

    /** Probabilities of the quantiles, in the order of the components. */
    static final double[] PROBABILITIES = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};

    /** @param quantiles in the order of {@link #PROBABILITIES} */
    static ReproductionEstimate of(
            Window window, double mean, double deviation, double[] quantiles, double completeness) {
        return new ReproductionEstimate(
                window.firstDay(),
                window.lastDay(),
                mean,
                deviation,
                quantiles[0],
                quantiles[1],
                quantiles[2],
                quantiles[3],
                quantiles[4],
                quantiles[5],
                quantiles[6],
                completeness);
    }

    static double[] noQuantiles() {
        double[] quantiles = new double[PROBABILITIES.length];
        Arrays.fill(quantiles, Double.NaN);
        return quantiles;
    }

    /** Whether the estimate is biased down because the newest cases have not yet infected all they will. */
    public boolean isBiasedDown() {
        return completeness < COMPLETE_FROM;
    }
}
