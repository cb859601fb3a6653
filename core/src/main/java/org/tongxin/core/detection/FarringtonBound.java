package org.tongxin.core.detection;

import org.tongxin.core.detection.FarringtonSettings.Threshold;
import org.tongxin.core.statistics.CountDistribution;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * Bound, score and p-value that follow from a fit.
 *
 * @param mu0 the mean the bound was built on; NaN for the normal bounds
 */
record FarringtonBound(double bound, double score, double pValue, double mu0) {

    private static final double LARGEST_MEAN = 1e9;

    static FarringtonBound of(FarringtonFit fit, double observed, double alpha, Threshold threshold) {
        double z = NormalDistribution.upperQuantile(alpha);
        return switch (threshold) {
            case DELTA_TWO_THIRDS -> normal(fit, observed, z, 2.0 / 3);
            case DELTA_SQUARE_ROOT -> normal(fit, observed, z, 0.5);
            case DELTA_NONE -> normal(fit, observed, z, 1);
            case NEGATIVE_BINOMIAL -> counts(fit, observed, alpha, fit.mean());
            case NEGATIVE_BINOMIAL_UPPER_MEAN -> counts(fit, observed, alpha, Math.exp(fit.eta() + z * fit.etaError()));
        };
    }

    /** Normal quantile on the scale of the counts to the power {@code power}. */
    static FarringtonBound normal(FarringtonFit fit, double observed, double z, double power) {
        double mean = fit.mean();
        double centre = Math.pow(mean, power);
        double error = transformedError(fit, mean, power);
        double bound = Math.pow(centre + z * error, 1 / power);
        double pValue = NormalDistribution.upperTail((Math.pow(observed, power) - centre) / error);
        return new FarringtonBound(bound, (observed - mean) / (bound - mean), pValue, Double.NaN);
    }

    /** Standard deviation of a predicted count after the power, to first order: power * mean^(power - 1/2) * sqrt(tau). */
    private static double transformedError(FarringtonFit fit, double mean, double power) {
        double tau = fit.phi() + mean * fit.etaError() * fit.etaError();
        return power * Math.pow(mean, power - 0.5) * Math.sqrt(tau);
    }

    /**
     * Quantile of the negative binomial. The score compares with the logarithm of the mean, as the reference does; the
     * alarm is the same as with the mean. A season group of zeros leaves its upper mean without limit: then the bound is
     * infinite and nothing alarms.
     */
    private static FarringtonBound counts(FarringtonFit fit, double observed, double alpha, double mean) {
        if (!(mean <= LARGEST_MEAN)) {
            return new FarringtonBound(Double.POSITIVE_INFINITY, 0, 1, mean);
        }
        CountDistribution distribution = CountDistribution.of(mean, fit.phi());
        int bound = distribution.upperQuantile(alpha);
        double pValue = Double.isNaN(observed) ? Double.NaN : distribution.upperTail((int) Math.ceil(observed));
        return new FarringtonBound(bound, (observed - fit.eta()) / (bound - fit.eta()), pValue, mean);
    }
}
