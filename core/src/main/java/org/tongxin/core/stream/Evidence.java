package org.tongxin.core.stream;

import org.tongxin.core.statistics.NormalDistribution;

/**
 * Weighs the newest steps together against their expectation.
 *
 * <p>The statistic is the smaller of two scores: that of the sum over the window, and that of the tested step itself plus
 * an allowance. So a small excess that lasts is found, as by a moving sum, and yet an outbreak that is over stops
 * alarming at once, because the newest step must be high as well. With every count at its expectation the two are jointly
 * normal, correlated by the root of the tested step's share in the variance, and that gives the model's probability.
 *
 * @param mean expected count of the tested step
 * @param variance its variance
 * @param windowMean expected sum over the reported steps of the window
 * @param windowVariance its variance
 * @param steps reported steps of the window, the tested one included
 */
record Evidence(double mean, double variance, double windowMean, double windowVariance, int steps) {

    /** Deviations by which the tested step may lag behind the window. Chosen on the injected sets; flat from 0.3 to 1. */
    private static final double ALLOWANCE = 0.4;

    private static final double WIDEST = 4;
    private static final double LARGEST = 36;
    private static final double PRECISION = 1e-6;
    private static final int MOST_STEPS = 40;

    /** From an expectation; the window holds the reported ones of its steps. */
    static Evidence of(Expectation expectation, StreamSeries series, int index) {
        double windowMean = 0;
        int steps = 0;
        for (int back = 0; back < expectation.means().length && back <= index; back++) {
            if (!series.missing(index - back)) {
                windowMean += expectation.means()[back];
                steps++;
            }
        }
        double mean = expectation.means()[0];
        return new Evidence(mean, expectation.variance(mean), windowMean, expectation.variance(windowMean), steps);
    }

    /** How probable so large an excess is: of the tested step's count and the window's sum. */
    double modelP(double count, double windowCount) {
        return probability(score(count, windowCount));
    }

    private double score(double count, double windowCount) {
        double newest = CountScore.of(count, mean, variance);
        return steps == 1
                ? newest
                : Math.min(CountScore.of(windowCount, windowMean, windowVariance), newest + ALLOWANCE);
    }

    private double probability(double score) {
        return steps == 1
                ? NormalDistribution.upperTail(score)
                : JointTail.of(score, score - ALLOWANCE, Math.sqrt(variance / windowVariance));
    }

    /**
     * What would just be quiet: the score that has a probability, by regula falsi on its logarithm (Illinois form), since
     * the logarithm falls steadily and is nearly a parabola. Of one score alone it would be the normal quantile; that both
     * must be high lowers it by at most {@link #WIDEST}, or for tiny probabilities to the quantile of the root, as if the
     * two were independent.
     */
    private double scoreOf(double probability) {
        double target = Math.log(Math.max(probability, Double.MIN_NORMAL));
        double high = Math.min(LARGEST, NormalDistribution.upperQuantile(Math.exp(target)));
        double low = Math.min(high - WIDEST, NormalDistribution.upperQuantile(Math.exp(target / 2)));
        double atLow = Math.log(probability(low)) - target;
        double atHigh = Math.log(Math.max(probability(high), Double.MIN_NORMAL)) - target;
        double score = low;
        for (int i = 0; i < MOST_STEPS && high - low > PRECISION; i++) {
            score = (low * atHigh - high * atLow) / (atHigh - atLow);
            double at = Math.log(Math.max(probability(score), Double.MIN_NORMAL)) - target;
            if (Math.abs(at) < PRECISION) {
                return score;
            }
            if (at > 0) {
                low = score;
                atLow = at;
                atHigh /= 2;
            } else {
                high = score;
                atHigh = at;
                atLow /= 2;
            }
        }
        return score;
    }

    /** The limits that follow from a probability. */
    Limits limits(double probability) {
        double score = scoreOf(probability);
        int newest = CountScore.largestNotAbove(steps == 1 ? score : score - ALLOWANCE, mean, variance);
        int window = steps == 1 ? newest : CountScore.largestNotAbove(score, windowMean, windowVariance);
        return new Limits(newest, window);
    }

    /**
     * What is still quiet; both must be exceeded for an alarm.
     *
     * @param newest largest quiet count of the tested step
     * @param window largest quiet sum of the window
     */
    record Limits(int newest, int window) {

        /** The largest quiet count of the tested step, {@code earlier} cases before it in the window. */
        double largestQuiet(double earlier) {
            return Math.max(newest, window - earlier);
        }
    }

    /** Additional cases a step, the same in each step of the window, that exceed both limits. */
    double smallestOutbreak(Limits limits) {
        return Math.max(limits.newest() + 1.0 - mean, (limits.window() + 1.0 - windowMean) / steps);
    }
}
