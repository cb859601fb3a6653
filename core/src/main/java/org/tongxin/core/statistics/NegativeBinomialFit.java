package org.tongxin.core.statistics;

/**
 * A log-linear regression of negative binomial counts with variance mu + alpha mu^2, coefficients and alpha by maximum
 * likelihood: least-squares steps for the coefficients and a root search for alpha take turns until both rest. Without
 * over-dispersion alpha is 0, which is Poisson. Immutable and safe for use by several threads.
 */
public final class NegativeBinomialFit {

    private static final int MOST_ROUNDS = 200;
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-12;
    private static final double SMALLEST_ALPHA = 1e-6;
    private static final double LARGEST_ALPHA = 1e6;

    private final LinearModel model;
    private final double[] counts;
    private final double[] mean;
    private LinearSolution solution;
    private double alpha;
    private boolean converged;

    private NegativeBinomialFit(LinearModel model, double[] counts, QuasiPoissonFit start, double alpha) {
        this.model = model;
        this.counts = counts;
        this.mean = new double[counts.length];
        this.alpha = alpha;
        this.solution = start.solution();
        this.converged = start.hasConverged();
        takeMeans();
    }

    /**
     * Fits coefficients and alpha.
     *
     * @param counts {@code counts[row]}, 0 or finite numbers above
     * @throws IllegalArgumentException when lengths differ or a count is outside its range
     */
    public static NegativeBinomialFit of(LinearModel model, double[] counts) {
        NegativeBinomialFit fit = started(model, counts, 0);
        for (int round = 0; round < MOST_ROUNDS && fit.converged; round++) {
            double before = fit.alpha;
            fit.alpha = fit.likeliestAlpha();
            fit.fitCoefficients();
            if (Math.abs(fit.alpha - before) <= TOLERANCE * fit.alpha) {
                return fit;
            }
        }
        fit.converged = false;
        return fit;
    }

    /**
     * Fits the coefficients for a known alpha.
     *
     * @param alpha 0 or a finite number above
     * @throws IllegalArgumentException when a value is outside its range
     */
    public static NegativeBinomialFit of(LinearModel model, double[] counts, double alpha) {
        if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The alpha (" + alpha + ") must be 0 or a finite number above.");
        }
        NegativeBinomialFit fit = started(model, counts, alpha);
        fit.fitCoefficients();
        return fit;
    }

    private static NegativeBinomialFit started(LinearModel model, double[] counts, double alpha) {
        QuasiPoissonFit start = QuasiPoissonFit.of(model, counts, null, null);
        return new NegativeBinomialFit(model, counts.clone(), start, alpha);
    }

    private void takeMeans() {
        for (int row = 0; row < counts.length; row++) {
            mean[row] = Math.max(Math.exp(solution.fitted(row)), Double.MIN_NORMAL);
        }
    }

    private void fitCoefficients() {
        double[] weights = new double[counts.length];
        double[] response = new double[counts.length];
        double change = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && converged && change > TOLERANCE; step++) {
            for (int row = 0; row < counts.length; row++) {
                weights[row] = mean[row] / (1 + alpha * mean[row]);
                response[row] = Math.log(mean[row]) + (counts[row] - mean[row]) / mean[row];
            }
            solution = model.solve(weights, response);
            change = largestChange();
            converged = solution.isDetermined() && Double.isFinite(change);
            takeMeans();
        }
        converged &= change <= TOLERANCE;
    }

    private double largestChange() {
        double largest = 0;
        for (int row = 0; row < counts.length; row++) {
            largest = Math.max(largest, Math.abs(solution.fitted(row) - Math.log(mean[row])));
        }
        return largest;
    }

    /** The root of the score, by halving log alpha; 0 when the counts vary less than Poisson counts. */
    private double likeliestAlpha() {
        if (excessVariation() <= 0 || score(SMALLEST_ALPHA) <= 0) {
            return 0;
        }
        double low = SMALLEST_ALPHA;
        double high = LARGEST_ALPHA;
        double middle = Math.sqrt(low * high);
        while (low < middle && middle < high) {
            if (score(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
            middle = Math.sqrt(low * high);
        }
        return low;
    }

    /** Sum of (y - mu)^2 - y: twice the derivative of the likelihood by alpha, at 0. */
    private double excessVariation() {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double residual = counts[row] - mean[row];
            sum += residual * residual - counts[row];
        }
        return sum;
    }

    /** The likelihood's derivative by alpha, times alpha squared. */
    private double score(double alphaTried) {
        double size = 1 / alphaTried;
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double growth = Math.log1p(alphaTried * mean[row]);
            double excess = (counts[row] - mean[row]) / (size + mean[row]);
            sum += growth + excess - GammaFunction.digammaIncrease(size, counts[row]);
        }
        return sum;
    }

    /** Whether both coefficients and alpha came to rest. */
    public boolean hasConverged() {
        return converged;
    }

    /** The over-dispersion, 0 or above. */
    public double alpha() {
        return alpha;
    }

    /** The coefficients, on the logarithmic scale. */
    public LinearSolution solution() {
        return solution;
    }

    /** The fitted mean of a row. */
    public double mean(int row) {
        return mean[row];
    }
}
