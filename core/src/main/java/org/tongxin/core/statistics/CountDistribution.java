package org.tongxin.core.statistics;

/** A distribution of counts 0, 1, 2, ... Immutable and safe for use by several threads. */
public sealed interface CountDistribution permits PoissonDistribution, NegativeBinomial {

    /** The mean, 0 or more. */
    double mean();

    /** The variance, 0 or more. */
    double variance();

    /** P(Y = count); 0 for a negative count. */
    double probability(int count);

    /** P(Y <= count); 0 for a negative count. */
    double cdf(int count);

    /** P(Y >= count); 1 for a count of 0 or less. */
    double upperTail(int count);

    /**
     * The smallest count that is exceeded with at most the probability {@code alpha}: the (1 - alpha) quantile.
     *
     * @throws IllegalArgumentException when alpha is not above 0 and below 1
     */
    int upperQuantile(double alpha);

    /**
     * The smallest count c with P(Y <= c) >= probability.
     *
     * @throws IllegalArgumentException when the probability is not above 0 and below 1
     */
    default int quantile(double probability) {
        return upperQuantile(1 - probability);
    }

    /**
     * A distribution with this mean and a variance of phi times it: negative binomial, or Poisson when phi is 1.
     *
     * @param mean 0 or a finite number above
     * @param phi dispersion, 1 or a finite number above
     * @throws IllegalArgumentException when a value is outside its range
     */
    static CountDistribution of(double mean, double phi) {
        if (!(phi >= 1 && phi < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The dispersion (" + phi + ") must be 1 or a finite number above.");
        }
        return phi == 1 || mean == 0 ? new PoissonDistribution(mean) : new NegativeBinomial(mean / (phi - 1), mean);
    }
}
