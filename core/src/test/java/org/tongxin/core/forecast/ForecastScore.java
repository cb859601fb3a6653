package org.tongxin.core.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far forecasts of a sum were off, and how often their bands held it. */
final class ForecastScore {

    private final List<Double> errors = new ArrayList<>();
    private final List<Double> logRatios = new ArrayList<>();
    private final List<Double> baselines = new ArrayList<>();
    private int held50;
    private int held90;

    /** @param baseline the same sum as in the last 7 days */
    void add(Band forecast, double actual, double baseline) {
        errors.add(factor(forecast.median(), actual));
        baselines.add(factor(baseline, actual));
        logRatios.add(Math.log((forecast.median() + 0.5) / (actual + 0.5)));
        held50 += forecast.holds50(actual) ? 1 : 0;
        held90 += forecast.holds90(actual) ? 1 : 0;
    }

    /** How many times too large or too small; half a case is added to both, so that 0 can be scored. */
    static double factor(double forecast, double actual) {
        return Math.max((forecast + 0.5) / (actual + 0.5), (actual + 0.5) / (forecast + 0.5));
    }

    int forecasts() {
        return errors.size();
    }

    double medianError() {
        return median(errors);
    }

    double medianBaseline() {
        return median(baselines);
    }

    double coverage50() {
        return held50 / (double) errors.size();
    }

    double coverage90() {
        return held90 / (double) errors.size();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d forecasts: error %.2f (as last week: %.2f), bands hold %.0f %% and %.0f %%, log ratio %+.2f",
                forecasts(),
                medianError(),
                medianBaseline(),
                100 * coverage50(),
                100 * coverage90(),
                median(logRatios));
    }
}
