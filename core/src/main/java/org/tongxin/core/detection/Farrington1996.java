package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.detection.FarringtonFit.Errors;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * The Farrington method as first published, with its two-sided alpha: see {@link FarringtonFlexible} for the idea and the
 * sources.
 *
 * <p>Learns only from the windows around the same time of earlier years; past points before the start of the series and
 * missing ones are left out. With fewer recent cases than asked for the bound is 0 and there is no alarm: so the R package
 * surveillance does, and so do we. Only weeks and months, as dated or numbered points.
 *
 * @param yearsBack earlier years to learn from, 1 or more; a trend needs 3
 * @param halfWindow points on both sides of the reference, 0 or more
 * @param alpha two-sided probability, above 0 and below 1: the bound leaves half of it above
 * @param reweight whether past outbreaks are given less weight, from an Anscombe residual of 1 on
 * @param trend whether a trend is tried; kept when its p-value is below 0.05
 * @param recentCases fewest cases in the recent points for an alarm, 0 for no such limit
 * @param recentPoints number of recent points, the tested one included, 1 or more
 */
public record Farrington1996(
        int yearsBack, int halfWindow, double alpha, boolean reweight, boolean trend, int recentCases, int recentPoints)
        implements DetectionMethod {

    /** Three years, windows of seven points, alpha 0.05, at least 5 cases in 4 points. */
    public static final Farrington1996 DEFAULT = new Farrington1996(3, 3, 0.05, true, true, 5, 4);

    private static final String NAME = "The Farrington method of 1996";
    private static final double WEIGHTS_THRESHOLD = 1;
    private static final double TREND_THRESHOLD = 0.05;

    /** @throws IllegalArgumentException when a value is outside its range */
    public Farrington1996 {
        Checks.atLeast("yearsBack", yearsBack, 1);
        Checks.atLeast("halfWindow", halfWindow, 0);
        Checks.probability("alpha", alpha);
        Checks.atLeast("recentCases", recentCases, 0);
        Checks.atLeast("recentPoints", recentPoints, 1);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        return ReferenceYears.refusalOfDates(NAME, series)
                .or(() -> ReferenceYears.refusalOfHistory(NAME, series, first, yearsBack, halfWindow))
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
        int[] points = trainingPoints(series, index);
        TrainingSet training = TrainingSet.of(series, index, points, new int[points.length], 0, false);
        FarringtonFit fit = training == null ? null : fit(training);
        return fit == null ? Detection.unknown(this, series, index) : judge(series, index, fit);
    }

    private int[] trainingPoints(CountSeries series, int index) {
        int[] points = new int[yearsBack * (2 * halfWindow + 1)];
        int size = 0;
        for (int year = yearsBack; year >= 1; year--) {
            int reference = ReferenceYears.index(series, index, year);
            for (int point = Math.max(0, reference - halfWindow); point <= reference + halfWindow; point++) {
                if (!series.isMissing(point)) {
                    points[size++] = point;
                }
            }
        }
        return Arrays.copyOf(points, size);
    }

    private @Nullable FarringtonFit fit(TrainingSet training) {
        FarringtonFit.Rule rule = new FarringtonFit.Rule(reweight, WEIGHTS_THRESHOLD, Errors.PEARSON, Errors.FLOORED);
        if (trend && yearsBack >= FarringtonFlexible.YEARS_FOR_TREND) {
            FarringtonFit fit = FarringtonFit.of(training, true, rule);
            if (fit != null && fit.trendPValue() < TREND_THRESHOLD && fit.mean() <= training.largestCount()) {
                return fit;
            }
        }
        return FarringtonFit.of(training, false, rule);
    }

    private Detection judge(CountSeries series, int index, FarringtonFit fit) {
        double observed = series.count(index);
        double z = NormalDistribution.upperQuantile(alpha / 2);
        FarringtonBound bound = FarringtonBound.normal(fit, observed, z, 2.0 / 3);
        boolean enough = series.knownSum(index - recentPoints + 1, index + 1) >= recentCases;
        return new Detection(
                this,
                index,
                observed,
                enough ? bound.bound() : 0,
                enough && bound.score() > 1,
                fit.mean(),
                bound.score(),
                bound.pValue(),
                Double.NaN,
                fit.phi(),
                fit.hasTrend(),
                fit.trendCoefficient());
    }
}
