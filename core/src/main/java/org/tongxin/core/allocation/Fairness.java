package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * How evenly a plan serves those who need something. A coverage is what was given over what is needed, 0 .. 1. The minimum and the
 * fifth percentile come first, because the two indices hardly see a few who get nothing.
 *
 * @param served how many coverages there are
 * @param minimum the worst
 * @param fifthPercentile of the coverages, by linear interpolation between order statistics (type 7 of [1])
 * @param median likewise
 * @param mean of all
 * @param jain (sum)² / (n × sum of squares) [2], 1 / n .. 1; 1 where nobody gets anything
 * @param gini mean difference of two over twice the mean [3], 0 .. 1; 0 where nobody gets anything
 *     <p>Sources: [1] Hyndman, Fan: Sample quantiles in statistical packages, The American Statistician 50 (1996) 361-365. [2]
 *     Jain, Chiu, Hawe: A quantitative measure of fairness, DEC Research Report TR-301 (1984). [3] Gini: Variabilità e
 *     mutabilità (1912), in the form for ordered values.
 */
public record Fairness(
        int served, double minimum, double fifthPercentile, double median, double mean, double jain, double gini) {

    /**
     * Measures coverages, in any order.
     *
     * @throws IllegalArgumentException when there is none, or one is not a number of 0 or more
     */
    public static Fairness of(double... coverages) {
        double[] sorted = coverages.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !(sorted[0] >= 0) || !Double.isFinite(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("There must be coverages, each a number of 0 or more; there are "
                    + sorted.length + (sorted.length == 0 ? "." : ", from " + sorted[0] + " on."));
        }
        double sum = 0;
        double squares = 0;
        double ranked = 0;
        for (int rank = 0; rank < sorted.length; rank++) {
            sum += sorted[rank];
            squares += sorted[rank] * sorted[rank];
            ranked += (2.0 * (rank + 1) - sorted.length - 1) * sorted[rank];
        }
        int n = sorted.length;
        return new Fairness(
                n,
                sorted[0],
                quantile(sorted, 0.05),
                quantile(sorted, 0.5),
                sum / n,
                squares == 0 ? 1 : sum * sum / (n * squares),
                sum == 0 ? 0 : ranked / (n * sum));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
