package org.tongxin.core.statistics;

/**
 * The Poisson distribution. Immutable and safe for use by several threads.
 *
 * @param mean 0 or a finite number above, at most 1e9
 */
public record PoissonDistribution(double mean) implements CountDistribution {

    /** @throws IllegalArgumentException when the mean is outside its range */
    public PoissonDistribution {
        NegativeBinomial.checkMean(mean);
    }

    @Override
    public double variance() {
        return mean;
    }

    @Override
    public double probability(int count) {
        return count < 0 ? 0 : GammaFunction.poissonTerm(count, mean);
    }

    @Override
    public double cdf(int count) {
        if (count < 0) {
            return 0;
        }
        return mean == 0 ? 1 : IncompleteGamma.upper(count + 1.0, mean);
    }

    @Override
    public double upperTail(int count) {
        if (count <= 0) {
            return 1;
        }
        return mean == 0 ? 0 : IncompleteGamma.lower(count, mean);
    }

    @Override
    public int upperQuantile(double alpha) {
        double guess = NegativeBinomial.guess(alpha, mean, mean, 1);
        return DiscreteTails.upperQuantile(alpha, guess, count -> upperTail(count + 1), this::probability);
    }
}
