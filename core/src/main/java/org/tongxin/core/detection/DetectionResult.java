package org.tongxin.core.detection;

/**
 * What a detection method says about one point of a series. Immutable and safe for use by several threads.
 *
 * @param index the tested point, counted from 0 in the series given
 * @param observed the count at that point; NaN when it is missing
 * @param expected the mean of the base window, in the unit of the counts; NaN when the window is incomplete or the
 *     method expects nothing
 * @param standardDeviation the standard deviation the bound was built from, same unit, never below the minimum set; NaN
 *     like {@code expected}
 * @param upperBound the largest count that is not yet an alarm; NaN when it cannot be computed
 * @param alarm whether {@code observed} is strictly above {@code upperBound}; never true when either is NaN
 */
public record DetectionResult(
        int index, double observed, double expected, double standardDeviation, double upperBound, boolean alarm) {

    static DetectionResult of(
            int index, double observed, double expected, double standardDeviation, double upperBound) {
        return new DetectionResult(index, observed, expected, standardDeviation, upperBound, observed > upperBound);
    }
}
