package org.tongxin.core.statistics;

/**
 * The negative binomial distribution with a size that need not be whole.
 *
 * <p>Given by size r and mean m, so that the variance is m + m^2 / r; the success probability is r / (r + m). This form
 * stays exact when r is huge, where the distribution becomes Poisson. Tails are sums of positive terms outwards from the
 * count asked for, on the side away from the mode.
 *
 * <p>Immutable and safe for use by several threads. Cost: about eight standard deviations of terms for a tail.
 *
 * @param size above 0; infinite is allowed and means Poisson
 * @param mean 0 or a finite number above, at most 1e9
 */
public record NegativeBinomial(double size, double mean) implements CountDistribution {

    private static final double MAX_MEAN = 1e9;

    /** From this size on, a share of the mean, nothing differs from Poisson in double precision. */
    private static final double POISSON_SIZE = 1e32;

    /** @throws IllegalArgumentException when a value is outside its range */
    public NegativeBinomial {
        if (!(size > 0)) {
            throw new IllegalArgumentException("The size (" + size + ") of a negative binomial must lie above 0.");
        }
        checkMean(mean);
    }

    /**
     * The distribution of failures before the {@code size}-th success.
     *
     * @param failure probability of a failure, from 0 to below 1
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static NegativeBinomial ofFailure(double size, double failure) {
        if (!(failure >= 0 && failure < 1)) {
            throw new IllegalArgumentException(
                    "The probability of a failure (" + failure + ") must be 0 or lie above, and below 1.");
        }
        return new NegativeBinomial(size, size * failure / (1 - failure));
    }

    static void checkMean(double mean) {
        if (!(mean >= 0 && mean <= MAX_MEAN)) {
            throw new IllegalArgumentException("The mean (" + mean + ") must lie in 0..1e9.");
        }
    }

    @Override
    public double variance() {
        return mean + mean / size * mean;
    }

    @Override
    public double probability(int count) {
        if (count < 0) {
            return 0;
        }
        if (isPoisson()) {
            return GammaFunction.poissonTerm(count, mean);
        }
        if (count == 0) {
            return Math.exp(-size * Math.log1p(mean / size));
        }
        double sum = size + mean;
        return GammaFunction.binomialTerm(count, size, mean / sum, size / sum) * (size / (size + count));
    }

    @Override
    public double cdf(int count) {
        if (count < 0) {
            return 0;
        }
        return isBelowMode(count) ? below(count) : 1 - above(count + 1);
    }

    @Override
    public double upperTail(int count) {
        if (count <= 0) {
            return 1;
        }
        return isBelowMode(count - 1) ? 1 - below(count - 1) : above(count);
    }

    @Override
    public int upperQuantile(double alpha) {
        double skewness = (1 + 2 * mean / size) / Math.sqrt(Math.max(variance(), Double.MIN_NORMAL));
        double guess = guess(alpha, mean, variance(), skewness * Math.sqrt(variance()));
        return DiscreteTails.upperQuantile(alpha, guess, count -> upperTail(count + 1), this::probability);
    }

    /** Mean + deviations + a term for the skewness (Cornish, Fisher 1937). */
    static double guess(double alpha, double mean, double variance, double skewnessTimesDeviation) {
        double z = NormalDistribution.upperQuantile(alpha);
        return mean + z * Math.sqrt(variance) + skewnessTimesDeviation * (z * z - 1) / 6 - 0.5;
    }

    private boolean isPoisson() {
        return mean == 0 || size > POISSON_SIZE;
    }

    private boolean isBelowMode(int count) {
        return count < mean;
    }

    private double below(int count) {
        return DiscreteTails.below(count, probability(count), this::ratio);
    }

    private double above(int count) {
        return DiscreteTails.above(count, probability(count), this::ratio);
    }

    /** P(count) / P(count - 1). */
    private double ratio(int count) {
        double failure = isPoisson() ? mean : mean / (size + mean) * (size + count - 1);
        return failure / count;
    }
}
