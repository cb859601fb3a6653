package org.tongxin.core.detection;

/**
 * What a method says about one point, in the words common to all methods. What a method does not compute is NaN, and what
 * it cannot compute too. Immutable and safe for use by several threads.
 *
 * @param method the method with all its settings, so that a result says by which rule it was made
 * @param index the tested point, counted from 0
 * @param observed the count there; NaN when missing
 * @param upperBound the bound of the usual, in the unit of the counts (for the likelihood ratio: the statistic itself)
 * @param alarm whether the method alarms; never for a missing count
 * @param expected the count expected, same unit
 * @param score how far up the observed count lies, in the method's own measure; 1 is the bound for the Farrington family
 * @param pValue probability of such a count or a higher one, 0..1
 * @param mu0 the mean the bound was built on, where that differs from {@code expected} in some variants
 * @param phi dispersion, 1 or above
 * @param trend whether a trend was kept
 * @param trendCoefficient change of the logarithm of the mean for each step in time; NaN without trend
 */
public record Detection(
        DetectionMethod method,
        int index,
        double observed,
        double upperBound,
        boolean alarm,
        double expected,
        double score,
        double pValue,
        double mu0,
        double phi,
        boolean trend,
        double trendCoefficient) {

    private static final double NONE = Double.NaN;

    /** A result without trend and dispersion. */
    static Detection of(
            DetectionMethod method,
            CountSeries series,
            int index,
            double upperBound,
            boolean alarm,
            double expected,
            double score,
            double pValue) {
        return new Detection(
                method,
                index,
                series.count(index),
                upperBound,
                alarm,
                expected,
                score,
                pValue,
                NONE,
                NONE,
                false,
                NONE);
    }

    /** A result of a rule that alarms strictly above its bound. */
    static Detection above(DetectionMethod method, CountSeries series, int index, double upperBound, double expected) {
        return of(method, series, index, upperBound, series.count(index) > upperBound, expected, NONE, NONE);
    }

    /** Nothing can be said about the point. */
    static Detection unknown(DetectionMethod method, CountSeries series, int index) {
        return of(method, series, index, NONE, false, NONE, NONE, NONE);
    }
}
