package org.tongxin.core.stream;

import org.tongxin.core.statistics.CountDistribution;
import org.tongxin.core.statistics.GammaDistribution;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * Puts a count on the scale of the standard normal distribution, by its mid-p: the probability of more, and half of that
 * of exactly as many. Mid-p makes the steps of small counts fair on average (Lancaster, Journal of the American
 * Statistical Association 56 (1961) 223-234).
 */
final class CountScore {

    /** Beyond this many deviations a probability is no longer told apart from zero. */
    private static final double LARGEST = 35;

    /**
     * Variance above which a gamma distribution of the same mean and variance stands for the counts: the steps of one are
     * then less than a three-hundredth of a deviation, and the tail of a count need not be summed term by term.
     */
    private static final double CONTINUOUS_FROM = 1e5;

    private CountScore() {}

    /** Deviations above what is expected; negative below it. */
    static double of(double count, double mean, double variance) {
        if (variance > CONTINUOUS_FROM) {
            GammaDistribution chance = gamma(mean, variance);
            return score(chance.upperTail(count), chance.cdf(count));
        }
        CountDistribution chance = counts(mean, variance);
        int whole = (int) Math.min(Integer.MAX_VALUE - 1, Math.round(count));
        double half = chance.probability(whole) / 2;
        double above = chance.upperTail(whole + 1) + half;
        return score(above, above < 0.5 ? 1 - above : chance.cdf(whole - 1) + half);
    }

    private static double score(double above, double below) {
        double score = above < 0.5
                ? NormalDistribution.upperQuantile(Math.max(above, Double.MIN_NORMAL))
                : NormalDistribution.quantile(Math.max(below, Double.MIN_NORMAL));
        return Math.clamp(score, -LARGEST, LARGEST);
    }

    private static CountDistribution counts(double mean, double variance) {
        return CountDistribution.of(mean, Math.max(1, variance / mean));
    }

    private static GammaDistribution gamma(double mean, double variance) {
        return new GammaDistribution(mean * mean / variance, variance / mean);
    }

    /** The smallest count with at most the probability {@code alpha} above it. */
    static double upperQuantile(double alpha, double mean, double variance) {
        return variance > CONTINUOUS_FROM
                ? Math.ceil(gamma(mean, variance).quantile(1 - alpha))
                : counts(mean, variance).upperQuantile(alpha);
    }

    /** The smallest count with at least the probability {@code alpha} at or below it. */
    static double lowerQuantile(double alpha, double mean, double variance) {
        return variance > CONTINUOUS_FROM
                ? Math.floor(gamma(mean, variance).quantile(alpha))
                : counts(mean, variance).quantile(alpha);
    }

    /**
     * The largest count that scores no more than a bound; -1 when even zero scores more, the largest whole number when no
     * count does because the bound lies beyond what is told apart from zero.
     */
    static int largestNotAbove(double score, double mean, double variance) {
        if (score >= LARGEST) {
            return Integer.MAX_VALUE;
        }
        if (variance > CONTINUOUS_FROM) {
            double below = Math.min(NormalDistribution.cdf(score), 1 - 0x1p-53);
            return (int)
                    Math.min(Integer.MAX_VALUE, Math.floor(gamma(mean, variance).quantile(below)));
        }
        double tail = Math.max(NormalDistribution.upperTail(score), Double.MIN_NORMAL);
        int count = counts(mean, variance).upperQuantile(tail) - 1;
        while (count >= 0 && of(count, mean, variance) > score) {
            count--;
        }
        while (of(count + 1.0, mean, variance) <= score) {
            count++;
        }
        return count;
    }
}
