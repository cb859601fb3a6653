package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.detection.FarringtonFit.Errors;

/**
 * The Farrington method in its flexible form: a regression on the same time of earlier years [1, 2, 3].
 *
 * <p><b>Idea.</b> A log-linear regression with trend and season groups learns from the past points around the same time
 * of year (and, with more than one group, from all others too), gives past outbreaks less weight in a second fit, drops a
 * trend that is not significant or that would predict more than was ever seen, and bounds the tested count by its
 * prediction with over-dispersion.
 *
 * <p><b>Cost.</b> Two regressions for each point and each trend decision: below a tenth of a millisecond for five years of
 * weeks in ten groups.
 *
 * <p><b>Where it fails.</b> Series without years of history are refused. A group of zeros only predicts nothing but zeros.
 * A point for which no fit converges has no bound and no alarm, as in the reference; years of nothing but zeros are such
 * a case, and want a {@link FixedThreshold}.
 *
 * <p><b>Compatibility.</b> With {@link FarringtonSettings.TrendDispersion#COMPATIBLE} the results are those of the R package
 * surveillance (1.20.3), including the dispersion it uses for the trend; the default uses phi throughout. Two more habits
 * of the reference are kept in both: with few recent cases bound and expectation are NaN, and the score of the negative
 * binomial bounds compares with the logarithm of the mean.
 *
 * <p>Sources: [1] Farrington, Andrews, Beale, Catchpole: A statistical algorithm for the early detection of outbreaks of
 * infectious disease, Journal of the Royal Statistical Society A 159 (1996) 547-563. [2] Noufaily et al.: An improved
 * algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine 32 (2013) 1206-1222. [3] Salmon,
 * Schumacher, Höhle: Monitoring count time series in R, Journal of Statistical Software 70 (2016) 10, section 2.3.
 *
 * @param settings how it is run; {@link FarringtonSettings#noufaily()} unless there is a reason
 */
public record FarringtonFlexible(FarringtonSettings settings) implements DetectionMethod {

    /** A trend needs this many years. */
    static final int YEARS_FOR_TREND = 3;

    private static final String NAME = "The Farrington method";

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        if (settings.populationOffset() && !series.hasPopulation()) {
            return Optional.of(NAME + " with population offset needs a population for each point, has none.");
        }
        return ReferenceYears.refusalOfDates(NAME, series)
                .or(() -> ReferenceYears.refusalOfHistory(
                        NAME, series, first, settings.yearsBack(), -settings.halfWindow()))
                .or(() -> ReferenceYears.refusalOfWindow(NAME, series, settings.halfWindow()));
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
        SeasonGroups groups = SeasonGroups.of(series, index, settings);
        TrainingSet training = TrainingSet.of(
                series,
                index,
                groups.points(),
                groups.groupOfPoint(),
                groups.testedGroup(),
                settings.populationOffset());
        FarringtonFit fit = training == null ? null : fit(training);
        return fit == null ? Detection.unknown(this, series, index) : judge(series, index, fit);
    }

    private @Nullable FarringtonFit fit(TrainingSet training) {
        FarringtonFit.Rule rule =
                new FarringtonFit.Rule(settings.reweight(), settings.weightsThreshold(), errors(), errors());
        if (settings.trend()) {
            FarringtonFit fit = FarringtonFit.of(training, true, rule);
            if (fit != null && keepsTrend(fit, training)) {
                return fit;
            }
        }
        return FarringtonFit.of(training, false, rule);
    }

    private Errors errors() {
        if (settings.trendDispersion() == FarringtonSettings.TrendDispersion.CORRECTED) {
            return Errors.FLOORED;
        }
        return settings.reweight() ? Errors.PRIOR_WEIGHTS : Errors.PEARSON;
    }

    private boolean keepsTrend(FarringtonFit fit, TrainingSet training) {
        return settings.yearsBack() >= YEARS_FOR_TREND
                && fit.trendPValue() < settings.trendThreshold()
                && fit.mean() <= training.largestCount();
    }

    private Detection judge(CountSeries series, int index, FarringtonFit fit) {
        double observed = series.count(index);
        FarringtonBound bound = FarringtonBound.of(fit, observed, settings.alpha(), settings.threshold());
        boolean enough = series.knownSum(index - settings.recentPoints() + 1, index + 1) >= settings.recentCases();
        return new Detection(
                this,
                index,
                observed,
                enough ? bound.bound() : Double.NaN,
                enough && bound.score() > 1 && observed > 0,
                enough ? fit.mean() : Double.NaN,
                bound.score(),
                bound.pValue(),
                bound.mu0(),
                fit.phi(),
                fit.hasTrend(),
                fit.trendCoefficient());
    }
}
