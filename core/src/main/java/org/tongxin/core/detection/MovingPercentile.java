package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Moving percentile, the rule that staff of Chinese disease control centres know from the national system (CIDARS) [1, 2].
 *
 * <p><b>Idea.</b> The counts of the same time in earlier years, five points in each of five years unless set otherwise, are
 * put in order; a count above the chosen percentile of them alarms. Our own design where the sources leave a choice:
 * percentiles are interpolated between neighbouring values, missing counts are left out, half of the values must be
 * known, and the p-value is the share of values at least as high, the tested one counted among them.
 *
 * <p><b>Where it fails.</b> The rule has no trend, and its false-alarm rate cannot fall below about one in the number of
 * values plus one. Offered because it is known; regressions find more at the same rate of false alarms.
 *
 * <p>Sources: [1] A nationwide web-based automated system for early outbreak detection and rapid response in
 * China, Western Pacific Surveillance and Response Journal 2 (2011) 1, 10-15. [2] BMC Public
 * Health 17 (2017), doi 10.1186/s12889-017-4488-0: the percentile over five weeks of five years.
 *
 * @param yearsBack earlier years, 1 or more
 * @param halfWindow points on both sides of the reference, 0 or more
 * @param percentile share of the values below the bound, above 0 and below 1
 */
public record MovingPercentile(int yearsBack, int halfWindow, double percentile) implements DetectionMethod {

    /** Lowest percentile in use, for diseases where no rise may be missed. */
    public static final double LOWEST_IN_USE = 0.80;

    /** Highest percentile in use, for frequent diseases. */
    public static final double HIGHEST_IN_USE = 0.95;

    /** Five weeks in five years, percentile 80. */
    public static final MovingPercentile DEFAULT = new MovingPercentile(5, 2, LOWEST_IN_USE);

    private static final String NAME = "The moving percentile";

    /** @throws IllegalArgumentException when a value is outside its range */
    public MovingPercentile {
        Checks.atLeast("yearsBack", yearsBack, 1);
        Checks.atLeast("halfWindow", halfWindow, 0);
        Checks.probability("percentile", percentile);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        return ReferenceYears.refusalOfDates(NAME, series)
                .or(() -> ReferenceYears.refusalOfHistory(NAME, series, first, yearsBack, -halfWindow))
                .or(() -> ReferenceYears.refusalOfWindow(NAME, series, halfWindow));
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        List<Detection> results = new ArrayList<>(end - first);
        for (int index = first; index < end; index++) {
            results.add(testPoint(series, index));
        }
        return Collections.unmodifiableList(results);
    }

    private Detection testPoint(CountSeries series, int index) {
        double[] values = sortedValues(series, index);
        if (2 * values.length < yearsBack * (2 * halfWindow + 1)) {
            return Detection.unknown(this, series, index);
        }
        double observed = series.count(index);
        double bound = percentile(values, percentile);
        double pValue = Double.isNaN(observed) ? Double.NaN : (1.0 + countFrom(values, observed)) / (values.length + 1);
        return Detection.of(this, series, index, bound, observed > bound, percentile(values, 0.5), Double.NaN, pValue);
    }

    private double[] sortedValues(CountSeries series, int index) {
        double[] values = new double[yearsBack * (2 * halfWindow + 1)];
        int size = 0;
        for (int year = 1; year <= yearsBack; year++) {
            int reference = ReferenceYears.index(series, index, year);
            double[] known = series.knownCounts(reference - halfWindow, reference + halfWindow + 1);
            System.arraycopy(known, 0, values, size, known.length);
            size += known.length;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static long countFrom(double[] values, double observed) {
        return Arrays.stream(values).filter(value -> value >= observed).count();
    }
}
