package org.tongxin.core.detection;

import org.jspecify.annotations.Nullable;
import org.tongxin.core.statistics.GroupedModel;
import org.tongxin.core.statistics.LinearSolution;
import org.tongxin.core.statistics.QuasiPoissonFit;
import org.tongxin.core.statistics.StudentDistribution;

/**
 * The regression behind a Farrington bound, with past outbreaks given less weight.
 *
 * @param phi dispersion, 1 or above
 * @param trendPValue two-sided; NaN without trend
 * @param trendCoefficient for each step; NaN without trend
 * @param eta logarithm of the mean at the tested point
 * @param etaError its standard error
 */
record FarringtonFit(double phi, double trendPValue, double trendCoefficient, double eta, double etaError) {

    private static final double TWO_THIRDS_RESIDUAL = 1.5;

    /** How the fit is made, which is where the Farrington methods differ. */
    record Rule(boolean reweight, double weightsThreshold, Errors trendErrors, Errors predictionErrors) {}

    /** Which dispersion multiplies the variances. */
    enum Errors {
        /** Phi, at least 1. */
        FLOORED,
        /** Pearson's, which may be below 1. */
        PEARSON,
        /** Pearson's with prior weights in place of working weights: a habit of the reference. */
        PRIOR_WEIGHTS;

        double of(QuasiPoissonFit fit) {
            return switch (this) {
                case FLOORED -> floored(fit);
                case PEARSON -> fit.dispersion();
                case PRIOR_WEIGHTS -> fit.dispersionByPriorWeights();
            };
        }
    }

    /** Null when the fit does not converge or leaves no degree of freedom. */
    static @Nullable FarringtonFit of(TrainingSet training, boolean trend, Rule rule) {
        GroupedModel model = training.model(trend);
        QuasiPoissonFit fit = QuasiPoissonFit.of(model, training.counts(), null, training.offset());
        if (fit.hasConverged() && fit.degreesOfFreedom() > 0 && rule.reweight()) {
            double[] weights = weights(training.counts(), fit, rule.weightsThreshold());
            fit = QuasiPoissonFit.of(model, training.counts(), weights, training.offset());
        }
        return fit.hasConverged() && fit.degreesOfFreedom() > 0 ? predict(training, model, fit, rule) : null;
    }

    private static double floored(QuasiPoissonFit fit) {
        return Math.max(1, fit.dispersion());
    }

    private static FarringtonFit predict(TrainingSet training, GroupedModel model, QuasiPoissonFit fit, Rule rule) {
        LinearSolution solution = fit.solution();
        double[] tested = model.predictors(training.testedGroup(), TrainingSet.TESTED_TIME);
        double errorDispersion = rule.predictionErrors().of(fit);
        return new FarringtonFit(
                floored(fit),
                model.hasSlope() ? trendPValue(model, fit, rule.trendErrors().of(fit)) : Double.NaN,
                model.hasSlope() ? solution.coefficient(model.groups()) : Double.NaN,
                solution.value(tested) + training.testedOffset(),
                Math.sqrt(errorDispersion * solution.valueVariance(tested)));
    }

    private static double trendPValue(GroupedModel model, QuasiPoissonFit fit, double dispersion) {
        double variance = dispersion * fit.solution().coefficientVariance(model.groups());
        double t = fit.solution().coefficient(model.groups()) / Math.sqrt(variance);
        return StudentDistribution.twoSided(t, fit.degreesOfFreedom());
    }

    /** Weights that fall with the square of the Anscombe residual beyond the threshold, scaled to sum to their number. */
    private static double[] weights(double[] counts, QuasiPoissonFit fit, double threshold) {
        double phi = floored(fit);
        double[] weights = new double[counts.length];
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double residual = anscombe(counts[row], fit.mean(row)) / Math.sqrt(phi * (1 - fit.leverage(row)));
            weights[row] = residual > threshold ? 1 / (residual * residual) : 1;
            sum += weights[row];
        }
        for (int row = 0; row < counts.length; row++) {
            weights[row] *= counts.length / sum;
        }
        return weights;
    }

    private static double anscombe(double count, double mean) {
        double root = Math.cbrt(count);
        return TWO_THIRDS_RESIDUAL * (root * root / Math.sqrt(Math.cbrt(mean)) - Math.sqrt(mean));
    }

    boolean hasTrend() {
        return !Double.isNaN(trendCoefficient);
    }

    double mean() {
        return Math.exp(eta);
    }
}
