package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.core.detection.DetectionResult;
import org.tongxin.core.detection.Ears;
import org.tongxin.core.detection.EarsMethod;
import org.tongxin.core.detection.EarsSettings;

/**
 * Chooses the method by the length of the history and applies it.
 *
 * <p>A missing day is missing: the methods look at the reported days only, and only as far back as {@link #LOOK_BACK}
 * days. Nine earlier reports allow EARS C2 (seven days with a guard band of two), seven allow C1, fewer leave the point's
 * fixed threshold.
 */
@Component
public class DetectionPolicy {

    /** How many days back a reported day may still serve as history. Assumption: two weeks. */
    public static final int LOOK_BACK = 14;

    /** Floor of the standard deviation, in counts, so that a flat history does not make a single case a signal. Assumption. */
    private static final double SIGMA_FLOOR = 1.0;

    /**
     * What the method says of the last day.
     *
     * @param expected mean of the base window; {@code null} for a fixed threshold
     */
    record Assessment(
            boolean signal, int observed, @Nullable Double expected, double bound, String method, int windowDays) {}

    /**
     * Looks at the last of the days.
     *
     * @param days consecutive days ending with the one to look at, which must have been reported
     */
    Assessment assess(MonitoringPoint point, List<DayCount> days) {
        DayCount last = days.getLast();
        Integer observed = last.value();
        if (observed == null) {
            throw new IllegalArgumentException(
                    "The last day (" + last.day() + ") of point " + point.code() + " must have been reported.");
        }
        double[] reported = reported(days);
        int history = reported.length - 1;
        if (history >= 9) {
            return ears(EarsMethod.C2, reported, observed);
        }
        if (history >= 7) {
            return ears(EarsMethod.C1, reported, observed);
        }
        return new Assessment(
                observed > point.fixedThreshold(),
                observed,
                null,
                point.fixedThreshold(),
                "FIXED_THRESHOLD",
                reported.length - 1);
    }

    /**
     * What each method says of the last day, whether or not it is the one that decides; a bound is NaN where the history
     * is too short for it.
     *
     * @param days consecutive days ending with the one to look at, which must have been reported
     */
    public Map<EarsMethod, DetectionResult> compare(List<DayCount> days) {
        double[] reported = reported(days);
        Map<EarsMethod, DetectionResult> results = new EnumMap<>(EarsMethod.class);
        for (EarsMethod method : EarsMethod.values()) {
            results.put(method, at(method, reported));
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

    private static Assessment ears(EarsMethod method, double[] series, int observed) {
        DetectionResult result = at(method, series);
        return new Assessment(
                result.alarm(), observed, result.expected(), result.upperBound(), "EARS_" + method.name(), 7);
    }

    private static DetectionResult at(EarsMethod method, double[] series) {
        return Ears.at(
                series,
                series.length - 1,
                method,
                EarsSettings.defaultsFor(method).withMinSigma(SIGMA_FLOOR));
    }
}
