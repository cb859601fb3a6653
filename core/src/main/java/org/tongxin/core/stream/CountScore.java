package org.tongxin.core.stream;

import org.tongxin.core.statistics.CountDistribution;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * Puts a count on the scale of the standard normal distribution, by its mid-p: the probability of more, and half of that
 * of exactly as many. Mid-p makes the steps of small counts fair on average (Lancaster, Journal of the American
 * Statistical Association 56 (1961) 223-234).
 */
final class CountScore {

    /** Beyond this many deviations a probability is no longer told apart from zero. */
    private static final double LARGEST = 35;

    private CountScore() {}

    /** Deviations above what is expected; negative below it. */
    static double of(double count, double mean, double variance) {
        CountDistribution chance = CountDistribution.of(mean, Math.max(1, variance / mean));
        int whole = (int) Math.min(Integer.MAX_VALUE - 1, Math.round(count));
        double half = chance.probability(whole) / 2;
        double above = chance.upperTail(whole + 1) + half;
        double score = above < 0.5
                ? NormalDistribution.upperQuantile(Math.max(above, Double.MIN_NORMAL))
                : NormalDistribution.quantile(Math.max(chance.cdf(whole - 1) + half, Double.MIN_NORMAL));
        return Math.clamp(score, -LARGEST, LARGEST);
    }

    /**
     * The largest count that scores no more than a bound; -1 when even zero scores more, the largest whole number when no
     * count does because the bound lies beyond what is told apart from zero.
     */
    static int largestNotAbove(double score, double mean, double variance) {
        if (score >= LARGEST) {
            return Integer.MAX_VALUE;
        }
        double tail = Math.max(NormalDistribution.upperTail(score), Double.MIN_NORMAL);
        int count = CountDistribution.of(mean, Math.max(1, variance / mean)).upperQuantile(tail) - 1;
        while (count >= 0 && of(count, mean, variance) > score) {
            count--;
        }
        while (of(count + 1.0, mean, variance) <= score) {
            count++;
        }
        return count;
    }
}
