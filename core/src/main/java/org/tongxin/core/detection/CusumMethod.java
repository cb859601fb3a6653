package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Cumulative sum of standardised excess: many small excesses in a row alarm as one large one does.
 *
 * <p><b>Idea.</b> With m the mean of all known points before the tested range, each count becomes a standardised x; the sum
 * C grows by x - k, never below 0, and alarms from h on. The bound is the count that would bring C to h.
 *
 * <p><b>After an alarm</b> C stays where it is by default, as in the R package surveillance, so that one outbreak alarms for
 * as long as C needs to fall. With {@code resetAfterAlarm} C starts again from 0 at the point after each alarm: one alarm
 * for each outbreak, and a new one only for a new rise.
 *
 * <p><b>Where it fails.</b> The mean is constant: season and trend alarm. A missing count leaves C as it is. Source: Rossi,
 * Lampugnani, Marchi: An approximate CUSUM procedure for surveillance of health events, Statistics in Medicine 18 (1999)
 * 2111-2122.
 *
 * @param transformation how a count is standardised
 * @param reference k, the excess that is still usual, in deviations, above 0
 * @param decision h, the sum that alarms, in deviations, above 0
 * @param resetAfterAlarm see above
 */
public record CusumMethod(Transformation transformation, double reference, double decision, boolean resetAfterAlarm)
        implements DetectionMethod {

    /** k 1.04 and h 2.26, Rossi's transformation, no reset: the defaults of the R package surveillance. */
    public static final CusumMethod DEFAULT = new CusumMethod(Transformation.ROSSI, 1.04, 2.26, false);

    /** How a count y is standardised with the mean m. */
    public enum Transformation {
        /** (y - m) / sqrt(m). */
        STANDARD,
        /** (y - 3m + 2 sqrt(y m)) / (2 sqrt(m)), closer to the normal distribution for small m. */
        ROSSI
    }

    /** @throws IllegalArgumentException when a value is outside its range */
    public CusumMethod {
        Checks.positive("reference", reference);
        Checks.positive("decision", decision);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        double[] before = series.knownCounts(0, first);
        if (before.length == 0) {
            return Optional.of("The cumulative sum needs a known count before point " + first + ", has none.");
        }
        return BaseValues.mean(before) > 0
                ? Optional.empty()
                : Optional.of("The cumulative sum needs a mean above 0, but all " + before.length
                        + " known counts before point " + first + " are 0. Use a fixed threshold.");
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        double mean = BaseValues.mean(series.knownCounts(0, first));
        List<Detection> results = new ArrayList<>(end - first);
        double sum = 0;
        for (int index = first; index < end; index++) {
            double bound = bound(mean, sum);
            boolean known = !series.isMissing(index);
            sum = known ? Math.max(0, sum + standardised(series.count(index), mean) - reference) : sum;
            boolean alarm = known && sum >= decision;
            results.add(Detection.of(this, series, index, bound, alarm, mean, sum, Double.NaN));
            sum = alarm && resetAfterAlarm ? 0 : sum;
        }
        return Collections.unmodifiableList(results);
    }

    private double standardised(double count, double mean) {
        return switch (transformation) {
            case STANDARD -> (count - mean) / Math.sqrt(mean);
            case ROSSI -> (count - 3 * mean + 2 * Math.sqrt(count * mean)) / (2 * Math.sqrt(mean));
        };
    }

    /** The count that would bring the sum to the decision value; 0 where there is none. */
    private double bound(double mean, double sum) {
        double room = decision + reference - sum;
        double root = Math.sqrt(mean);
        double bound = switch (transformation) {
            case STANDARD -> Math.ceil(mean + root * room);
            case ROSSI -> 2 * root * room + 5 * mean - 2 * Math.sqrt(4 * mean * mean + 2 * mean * root * room);
        };
        return bound > 0 ? bound : 0;
    }
}
