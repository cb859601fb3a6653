package org.tongxin.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A log-linear regression of counts whose variance is a multiple of their mean (quasi-Poisson), fitted by iteratively
 * re-weighted least squares [1].
 *
 * <p><b>Rules</b>, those of R's glm so that results can be compared digit by digit: the start is mu = y + 0.1; a step
 * regresses eta + (y - mu) / mu with the working weights prior * mu; the fit has converged when the deviance changes by
 * less than 1e-8 of (deviance + 0.1), within 25 steps. Working weights, leverages and variances are those of the last
 * step's start, means and deviance those of its end.
 *
 * <p><b>Cost.</b> Four to seven steps, each one exponential and one logarithm for each row, and the least squares of the
 * model. <b>Where it fails.</b> Separated data (a group of zeros only) send a coefficient towards minus infinity; the rule
 * above stops there with a mean near 0. The caller looks at {@link #hasConverged()} first.
 *
 * <p>Immutable and safe for use by several threads. Source: [1] McCullagh, Nelder: Generalized linear models, second
 * edition 1989, chapters 2 and 9.
 */
public final class QuasiPoissonFit {

    private static final double START_ABOVE_COUNT = 0.1;
    private static final double TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 25;

    /** R's floor of a mean, so that its logarithm and its inverse stay finite. */
    private static final double SMALLEST_MEAN = 0x1p-52;

    private final LinearModel model;
    private final double[] counts;
    private final double @Nullable [] priorWeights;
    private final double @Nullable [] offset;
    private final double[] logCount;
    private final double[] eta;
    private final double[] mean;
    private final double[] workingWeights;
    private final double[] response;
    private LinearSolution solution;
    private double deviance;
    private int steps;
    private boolean converged;

    private QuasiPoissonFit(
            LinearModel model, double[] counts, double @Nullable [] priorWeights, double @Nullable [] offset) {
        this.model = model;
        this.counts = counts;
        this.priorWeights = priorWeights;
        this.offset = offset;
        this.logCount = new double[counts.length];
        this.eta = new double[counts.length];
        this.mean = new double[counts.length];
        this.workingWeights = new double[counts.length];
        this.response = new double[counts.length];
        start();
        this.solution = leastSquares();
        iterate();
    }

    /**
     * Fits.
     *
     * @param counts {@code counts[row]}, 0 or finite numbers above, one for each row of the model
     * @param priorWeights {@code priorWeights[row]}, above 0; null for 1 everywhere
     * @param offset {@code offset[row]}, added to the linear predictor; null for none
     * @throws IllegalArgumentException when lengths differ or a value is outside its range
     */
    public static QuasiPoissonFit of(
            LinearModel model, double[] counts, double @Nullable [] priorWeights, double @Nullable [] offset) {
        checkLength("counts", counts, model);
        for (double count : counts) {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The count (" + count + ") must be 0 or a finite number above. Leave missing counts out.");
            }
        }
        if (priorWeights != null) {
            checkLength("prior weights", priorWeights, model);
        }
        if (offset != null) {
            checkLength("offset", offset, model);
        }
        return new QuasiPoissonFit(model, counts.clone(), copy(priorWeights), copy(offset));
    }

    private static double @Nullable [] copy(double @Nullable [] values) {
        return values == null ? null : values.clone();
    }

    private static void checkLength(String what, double[] values, LinearModel model) {
        if (values.length != model.rows()) {
            throw new IllegalArgumentException("The " + what + " (" + values.length
                    + " values) must have one value for each of the " + model.rows() + " rows.");
        }
    }

    private void start() {
        for (int row = 0; row < counts.length; row++) {
            logCount[row] = counts[row] == 0 ? 0 : Math.log(counts[row]);
            mean[row] = counts[row] + START_ABOVE_COUNT;
            eta[row] = Math.log(mean[row]);
        }
        deviance = deviance();
        prepare();
    }

    private void iterate() {
        steps = 1;
        while (advance() && steps < MOST_STEPS) {
            prepare();
            solution = leastSquares();
            steps++;
        }
    }

    private LinearSolution leastSquares() {
        return model.solve(workingWeights, response);
    }

    /** Takes the solution's means; true when another step is needed and possible. */
    private boolean advance() {
        if (!solution.isDetermined()) {
            return false;
        }
        for (int row = 0; row < counts.length; row++) {
            eta[row] = solution.fitted(row) + offset(row);
            mean[row] = Math.max(Math.exp(eta[row]), SMALLEST_MEAN);
        }
        double before = deviance;
        deviance = deviance();
        converged = Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < TOLERANCE;
        return !converged && Double.isFinite(deviance);
    }

    private void prepare() {
        for (int row = 0; row < counts.length; row++) {
            workingWeights[row] = priorWeight(row) * mean[row];
            response[row] = eta[row] - offset(row) + (counts[row] - mean[row]) / mean[row];
        }
    }

    private double deviance() {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double logarithm = counts[row] * (logCount[row] - eta[row]);
            sum += priorWeight(row) * (logarithm - (counts[row] - mean[row]));
        }
        return 2 * sum;
    }

    private double priorWeight(int row) {
        return priorWeights == null ? 1 : priorWeights[row];
    }

    private double offset(int row) {
        return offset == null ? 0 : offset[row];
    }

    /** Whether the rule was met; if not, no other number here should be used. */
    public boolean hasConverged() {
        return converged;
    }

    /** Number of least-squares steps. */
    public int steps() {
        return steps;
    }

    /** Coefficients, predictions (without offset, on the logarithmic scale) and variances for unit dispersion. */
    public LinearSolution solution() {
        return solution;
    }

    /** Number of rows minus number of columns. */
    public int degreesOfFreedom() {
        return model.rows() - model.columns();
    }

    /** The fitted mean of a row, in the unit of the counts. */
    public double mean(int row) {
        return mean[row];
    }

    /** How much of its own fitted value a row decides, 0..1. */
    public double leverage(int row) {
        return workingWeights[row] * solution.fittedVariance(row);
    }

    /**
     * Pearson's dispersion with the working weights: sum of W ((y - mu) / mu)^2 over the degrees of freedom, from 0; NaN
     * without degrees of freedom. Whoever wants no under-dispersion takes the larger of this and 1.
     */
    public double dispersion() {
        return pearson(true);
    }

    /** The same sum with the prior weights in place of the working weights: what R's surveillance uses after reweighting. */
    public double dispersionByPriorWeights() {
        return pearson(false);
    }

    private double pearson(boolean byWorkingWeights) {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double residual = (counts[row] - mean[row]) / mean[row];
            sum += (byWorkingWeights ? workingWeights[row] : priorWeight(row)) * residual * residual;
        }
        return degreesOfFreedom() > 0 ? sum / degreesOfFreedom() : Double.NaN;
    }
}
