package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tongxin.core.statistics.LinearSolution;
import org.tongxin.core.statistics.MatrixModel;
import org.tongxin.core.statistics.NegativeBinomialFit;
import org.tongxin.core.statistics.QuasiPoissonFit;

/**
 * Generalised likelihood ratio: how much likelier are the last points under a risen mean, for the best rise and the best
 * start of it [1]?
 *
 * <p><b>Idea.</b> A log-linear model with yearly harmonics, fitted once to all points before the tested range, gives the
 * mean. The statistic at a point is the largest logarithm of the ratio of likelihoods, over every start since the last
 * alarm and every factor e^kappa of at least 1. From the threshold on it alarms, and begins anew at the next point with
 * the same means.
 *
 * <p><b>Cost.</b> Grows with the square of the points since the last alarm; a few microseconds each for a hundred points.
 *
 * <p><b>Where it fails.</b> The baseline is not cleaned of past outbreaks and not fitted anew in the tested range. The
 * {@code upperBound} of a result is the statistic itself, as in the R package surveillance; {@code score} is the statistic
 * over the threshold. A missing count changes nothing and does not alarm.
 *
 * <p>Source: [1] Höhle, Paul: Count data regression charts for the monitoring of surveillance time series, Computational
 * Statistics and Data Analysis 52 (2008) 4357-4368.
 *
 * @param family Poisson, or negative binomial with its over-dispersion estimated from the same points
 * @param threshold the statistic that alarms, above 0
 * @param harmonics pairs of yearly sine and cosine in the mean, 0 or more
 * @param trend whether the mean has a trend too
 */
public record LikelihoodRatio(Family family, double threshold, int harmonics, boolean trend)
        implements DetectionMethod {

    /** Poisson, threshold 5, one harmonic, no trend. */
    public static final LikelihoodRatio POISSON = new LikelihoodRatio(Family.POISSON, 5, 1, false);

    /** Negative binomial, threshold 5, one harmonic, no trend. */
    public static final LikelihoodRatio NEGATIVE_BINOMIAL = new LikelihoodRatio(Family.NEGATIVE_BINOMIAL, 5, 1, false);

    /** The distribution of a count about its mean. */
    public enum Family {
        /** Variance equal to the mean. */
        POISSON,
        /** Variance mu + alpha mu^2. */
        NEGATIVE_BINOMIAL
    }

    /** @throws IllegalArgumentException when a value is outside its range */
    public LikelihoodRatio {
        Checks.positive("threshold", threshold);
        Checks.atLeast("harmonics", harmonics, 0);
    }

    /** The same settings with another threshold. */
    public LikelihoodRatio withThreshold(double statistic) {
        return new LikelihoodRatio(family, statistic, harmonics, trend);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        double[] before = series.knownCounts(0, first);
        int columns = columns();
        if (before.length <= columns) {
            return Optional.of("The likelihood ratio needs more than " + columns + " known counts before point " + first
                    + " to fit its " + columns + " coefficients, has " + before.length + ".");
        }
        return series.knownSum(0, first) > 0
                ? Optional.empty()
                : Optional.of("The likelihood ratio needs a mean above 0, but all " + before.length
                        + " known counts before point " + first + " are 0. Use a fixed threshold.");
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        Baseline baseline = fit(series, first);
        List<Detection> results = new ArrayList<>(end - first);
        RisenMean run = new RisenMean(baseline.alpha());
        for (int index = first; index < end; index++) {
            double mean = Math.exp(baseline.solution().value(predictors(series, index)));
            boolean known = !series.isMissing(index);
            double statistic = known ? run.add(series.count(index), mean) : run.statistic();
            boolean alarm = known && statistic >= threshold;
            results.add(Detection.of(this, series, index, statistic, alarm, mean, statistic / threshold, Double.NaN));
            run = alarm ? new RisenMean(baseline.alpha()) : run;
        }
        return Collections.unmodifiableList(results);
    }

    private record Baseline(LinearSolution solution, double alpha) {}

    private Baseline fit(CountSeries series, int first) {
        List<double[]> design = new ArrayList<>(first);
        for (int index = 0; index < first; index++) {
            if (!series.isMissing(index)) {
                design.add(predictors(series, index));
            }
        }
        MatrixModel model = MatrixModel.of(design.toArray(double[][]::new));
        double[] counts = series.knownCounts(0, first);
        if (family == Family.POISSON) {
            QuasiPoissonFit fit = QuasiPoissonFit.of(model, counts, null, null);
            checkConverged(fit.hasConverged(), first);
            return new Baseline(fit.solution(), 0);
        }
        NegativeBinomialFit fit = NegativeBinomialFit.of(model, counts);
        checkConverged(fit.hasConverged(), first);
        return new Baseline(fit.solution(), fit.alpha());
    }

    private void checkConverged(boolean converged, int first) {
        if (!converged) {
            throw new IllegalArgumentException("The seasonal baseline of the likelihood ratio does not converge on the "
                    + first + " points before the tested ones. Try fewer than " + harmonics
                    + " harmonics, or another method.");
        }
    }

    private int columns() {
        return 1 + 2 * harmonics + (trend ? 1 : 0);
    }

    private double[] predictors(CountSeries series, int index) {
        double[] predictors = new double[columns()];
        predictors[0] = 1;
        for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
            double angle = 2 * Math.PI * harmonic * index / series.pointsPerYear();
            predictors[2 * harmonic - 1] = Math.cos(angle);
            predictors[2 * harmonic] = Math.sin(angle);
        }
        if (trend) {
            predictors[columns() - 1] = (double) index / series.pointsPerYear();
        }
        return predictors;
    }
}
