package org.tongxin.core.reproduction;

import java.util.Arrays;
import org.tongxin.core.statistics.IncompleteGamma;

/**
 * The distribution of the days between the onset of a case and the onset of one it infected. Immutable and safe for use by
 * several threads.
 */
public final class SerialInterval {

    /** Weights need not sum to 1 more exactly than this, as published tables are rounded. */
    private static final double SUM_TOLERANCE = 0.01;

    private final double[] weightOfLag;

    private SerialInterval(double[] weightOfLag) {
        this.weightOfLag = weightOfLag;
    }

    /**
     * A distribution given by its weights (non-parametric).
     *
     * @param weightOfLag {@code weightOfLag[days]}, from lag 0, which must be 0: nobody infects on the day of onset in this
     *     model; not negative, with the sum 1 to about a hundredth; copied
     * @throws IllegalArgumentException when a weight or the sum is outside its range
     */
    public static SerialInterval of(double... weightOfLag) {
        for (int lag = 0; lag < weightOfLag.length; lag++) {
            if (!(weightOfLag[lag] >= 0 && (lag > 0 || weightOfLag[lag] == 0))) {
                throw new IllegalArgumentException("The weight (" + weightOfLag[lag] + ") of lag " + lag
                        + " of the serial interval must " + (lag == 0 ? "be 0." : "not be negative."));
            }
        }
        double sum = Arrays.stream(weightOfLag).sum();
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    "The weights of the serial interval sum to " + sum + " instead of 1. Maybe a lag is missing.");
        }
        return new SerialInterval(weightOfLag.clone());
    }

    /**
     * A gamma distribution shifted by one day and cut into days: the weight of lag k is the integral of its density times
     * 1 minus the distance to k, over k - 1 to k + 1 (Cori et al. 2013, web appendix 11). Not scaled to the sum 1: what
     * lies beyond the last lag is lost.
     *
     * @param mean in days, above 1
     * @param deviation in days, above 0
     * @param lags number of lags, from 0 on; enough is the number of days of the series
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static SerialInterval shiftedGamma(double mean, double deviation, int lags) {
        if (!(mean > 1 && mean < Double.POSITIVE_INFINITY && deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The serial interval needs a mean (" + mean
                    + " days) above 1 and a deviation (" + deviation + " days) above 0.");
        }
        if (lags < 2) {
            throw new IllegalArgumentException("The serial interval needs at least 2 lags (" + lags + " given).");
        }
        double shape = (mean - 1) / deviation * ((mean - 1) / deviation);
        double scale = deviation / (mean - 1) * deviation;
        double[] weights = new double[lags];
        for (int lag = 1; lag < lags; lag++) {
            weights[lag] = weight(lag, shape, scale);
        }
        return new SerialInterval(weights);
    }

    private static double weight(int lag, double shape, double scale) {
        double ends = lag * cdf(lag, shape, scale) + (lag - 2) * cdf(lag - 2, shape, scale);
        double middle = 2 * (lag - 1) * cdf(lag - 1, shape, scale);
        double moments =
                2 * cdf(lag - 1, shape + 1, scale) - cdf(lag - 2, shape + 1, scale) - cdf(lag, shape + 1, scale);
        return Math.max(0, ends - middle + shape * scale * moments);
    }

    private static double cdf(double x, double shape, double scale) {
        return x <= 0 ? 0 : IncompleteGamma.lower(shape, x / scale);
    }

    /** Number of lags, lag 0 included. */
    public int lags() {
        return weightOfLag.length;
    }

    /** The weight of a lag in days; 0 beyond the last. */
    public double weight(int lag) {
        return lag < weightOfLag.length ? weightOfLag[lag] : 0;
    }

    /** The mean, in days, of the weights as they are. */
    public double mean() {
        double sum = 0;
        for (int lag = 1; lag < weightOfLag.length; lag++) {
            sum += lag * weightOfLag[lag];
        }
        return sum;
    }

    /** The sum of the weights up to a lag. */
    double share(int lag) {
        double sum = 0;
        for (int day = 1; day <= Math.min(lag, weightOfLag.length - 1); day++) {
            sum += weightOfLag[day];
        }
        return sum;
    }

    /**
     * The infection pressure of each day: earlier cases, each weighted by how infectious it is by then.
     *
     * @param incidence {@code incidence[day]}
     * @return {@code pressure[day]}; 0 on day 0
     */
    double[] pressure(double[] incidence) {
        double[] pressure = new double[incidence.length];
        for (int day = 1; day < incidence.length; day++) {
            double sum = 0;
            for (int lag = 1; lag < Math.min(day + 1, weightOfLag.length); lag++) {
                sum += weightOfLag[lag] * incidence[day - lag];
            }
            pressure[day] = sum;
        }
        return pressure;
    }
}
