package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@link Ears} in the shape common to all methods; {@code score} is not computed. Immutable and safe for use by several
 * threads.
 *
 * @param method C1, C2 or C3
 * @param settings how it is run
 */
public record EarsDetection(EarsMethod method, EarsSettings settings) implements DetectionMethod {

    /** The method with its default settings. */
    public static EarsDetection of(EarsMethod method) {
        return new EarsDetection(method, EarsSettings.defaultsFor(method));
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        int needed = Ears.pointsNeeded(method, settings);
        return first >= needed
                ? Optional.empty()
                : Optional.of("EARS " + method + " needs " + needed + " points of history before point " + first
                        + ", has " + first + ".");
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        double[] counts = series.counts();
        List<Detection> results = new ArrayList<>(end - first);
        for (int index = first; index < end; index++) {
            DetectionResult result = Ears.at(counts, index, method, settings);
            results.add(Detection.above(this, series, index, result.upperBound(), result.expected()));
        }
        return Collections.unmodifiableList(results);
    }
}
