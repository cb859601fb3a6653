package org.tongxin.core.detection;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plainest rule: more than so many is an alarm. For streams whose history is too short for a base window, and for
 * diseases of which a single case is too much (threshold 0). Immutable and safe for use by several threads.
 *
 * @param threshold the largest count that is not an alarm, in the unit of the counts, 0 or more
 */
public record FixedThreshold(double threshold) implements DetectionMethod {

    /** @throws IllegalArgumentException when the threshold is negative or not a finite number */
    public FixedThreshold {
        if (!(threshold >= 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The threshold (" + threshold + ") must be 0 or a finite number above.");
        }
    }

    /**
     * Tests one point; a missing count (NaN) is no alarm.
     *
     * @param counts {@code counts[t]} is the count at point t
     * @param index the tested point, 0 .. counts.length - 1
     * @return the result with the threshold as upper bound; expected value and deviation are NaN, as nothing is estimated
     * @throws IndexOutOfBoundsException when there is no such point
     */
    public DetectionResult at(double[] counts, int index) {
        if (index < 0 || index >= counts.length) {
            throw new IndexOutOfBoundsException(
                    "The index (" + index + ") must lie in the series of " + counts.length + " points.");
        }
        return DetectionResult.of(index, counts[index], Double.NaN, Double.NaN, threshold);
    }

    /** Always empty: no history is needed. */
    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        return Optional.empty();
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        return IntStream.range(first, end)
                .mapToObj(index -> Detection.above(this, series, index, threshold, Double.NaN))
                .toList();
    }
}
