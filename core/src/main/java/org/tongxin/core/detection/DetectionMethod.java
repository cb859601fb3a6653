package org.tongxin.core.detection;

import java.util.List;
import java.util.Optional;

/**
 * A rule that says whether counts lie above the usual. A method is its settings: equal settings, equal results.
 * Implementations are immutable and safe for use by several threads.
 */
public sealed interface DetectionMethod
        permits Farrington1996,
                FarringtonFlexible,
                BayesMethod,
                RkiMethod,
                CusumMethod,
                LikelihoodRatio,
                MovingPercentile,
                EarsDetection,
                FixedThreshold {

    /**
     * Why the method cannot judge this series from a point on, in one sentence for people, with what is needed and what
     * there is; empty when it can.
     *
     * @param first the first point to be tested
     */
    Optional<String> refusal(CountSeries series, int first);

    /**
     * Tests the points from {@code first} (inclusive) to {@code end} (exclusive).
     *
     * @return one result for each point, in order; unmodifiable
     * @throws IndexOutOfBoundsException when the range does not lie in the series
     * @throws IllegalArgumentException when the method cannot judge the series; the message is the {@link #refusal}
     */
    default List<Detection> detect(CountSeries series, int first, int end) {
        if (first < 0 || first > end || end > series.length()) {
            throw new IndexOutOfBoundsException("The tested range (" + first + " to before " + end
                    + ") must lie in the series of " + series.length() + " points.");
        }
        if (first == end) {
            return List.of();
        }
        refusal(series, first).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return test(series, first, end);
    }

    /** Tests one point; see {@link #detect}. For methods with a memory the point is the first of a new run. */
    default Detection at(CountSeries series, int index) {
        if (index < 0 || index >= series.length()) {
            throw new IndexOutOfBoundsException(
                    "The index (" + index + ") must lie in the series of " + series.length() + " points.");
        }
        return detect(series, index, index + 1).getFirst();
    }

    /** As {@link #detect}, after its checks. */
    List<Detection> test(CountSeries series, int first, int end);
}
