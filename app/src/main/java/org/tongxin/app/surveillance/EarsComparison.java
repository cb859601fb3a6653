package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.detection.DetectionResult;
import org.tongxin.core.detection.Ears;
import org.tongxin.core.detection.EarsMethod;
import org.tongxin.core.detection.EarsSettings;

/** What the plain EARS methods would have said of a day, beside the default detector: staff know them from elsewhere. */
public final class EarsComparison {

    /** How many days back a reported day may still serve as history. Assumption: two weeks. */
    public static final int LOOK_BACK = 14;

    /** Floor of the standard deviation, in counts, so that a flat history does not make a single case a signal. Assumption. */
    private static final double SIGMA_FLOOR = 1.0;

    private EarsComparison() {}

    /**
     * A bound is NaN where the history is too short for its method.
     *
     * @param days consecutive days ending with the one to look at, which must have been reported
     */
    public static Map<EarsMethod, DetectionResult> of(List<DayCount> days) {
        double[] reported = reported(days);
        Map<EarsMethod, DetectionResult> results = new EnumMap<>(EarsMethod.class);
        for (EarsMethod method : EarsMethod.values()) {
            EarsSettings settings = EarsSettings.defaultsFor(method).withMinSigma(SIGMA_FLOOR);
            results.put(method, Ears.at(reported, reported.length - 1, method, settings));
        }
        return results;
    }

    private static double[] reported(List<DayCount> days) {
        LocalDate oldest = days.getLast().day().minusDays(LOOK_BACK);
        return days.stream()
                .filter(day -> !day.missing() && !day.day().isBefore(oldest))
                .mapToDouble(day -> day.value() == null ? Double.NaN : day.value())
                .toArray();
    }
}
