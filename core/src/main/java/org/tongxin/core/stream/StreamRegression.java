package org.tongxin.core.stream;

import java.util.Arrays;

/**
 * Learns the expectation from history by a log-linear quasi-Poisson regression, fitted by Newton's method (iteratively
 * re-weighted least squares).
 *
 * <p>Two things keep it steady. Every effect except level and trend is drawn towards zero as if one count of information
 * said so (a normal prior), so that a short or sparse history gives no wild weekday. And counts far above what is fitted
 * lose weight in two further rounds, as in Noufaily et al., Statistics in Medicine 32 (2013) 1206-1222, so that an old
 * outbreak does not hide the next one; the bound on the Anscombe residual is theirs, rounded.
 *
 * <p>Cost: about ten passes over history x columns squared / 2; 365 days and 12 columns take about 0.2 ms. Not
 * thread-safe: one object a fit.
 */
final class StreamRegression {

    /** Anscombe residual, in standard deviations, above which a count loses weight. Noufaily et al. use 2.58. */
    private static final double LARGEST_RESIDUAL = 2.5;

    private static final int REWEIGHTINGS = 2;
    private static final int MOST_ITERATIONS = 25;
    private static final double CONVERGED = 1e-7;
    private static final double SHRINKAGE = 1;
    private static final double FREE = 1e-6;

    /** Bound on the logarithm of a mean: keeps a series of zeros finite. */
    private static final double LARGEST_LOG = 20;

    /** The mean is never taken to be below half a case in the whole history. Assumption. */
    private static final double LEAST_CASES = 0.5;

    private final int columns;
    private final double[] rows;
    private final double[] counts;
    private final double[] weights;
    private final double[] means;
    private final double[] logMeans;
    private final double[] logCounts;
    private final double[] penalty;
    private double[] information = {};
    private double[] coefficients = {};

    private StreamRegression(Design design, StreamSeries series, int from, int to) {
        this.columns = design.columns();
        int reported = series.reported(from, to);
        this.rows = new double[reported * columns];
        this.counts = new double[reported];
        this.weights = new double[reported];
        this.means = new double[reported];
        this.logMeans = new double[reported];
        this.logCounts = new double[reported];
        this.penalty = new double[columns];
        Arrays.fill(weights, 1);
        Arrays.fill(penalty, SHRINKAGE);
        Arrays.fill(penalty, 0, design.firstShrunk(), FREE);
        int row = 0;
        for (int index = from; index < to; index++) {
            if (!series.missing(index)) {
                counts[row] = series.count(index);
                logCounts[row] = counts[row] > 0 ? Math.log(counts[row]) : 0;
                design.write(index, rows, row * columns);
                row++;
            }
        }
    }

    /**
     * Expectation of the newest steps.
     *
     * @param index the tested step; it and the guard before it teach nothing
     */
    static Expectation at(StreamSeries series, int index, Shape shape, WorkCalendar calendar) {
        Rhythm rhythm = series.rhythm();
        int to = index - rhythm.guard();
        int from = Math.max(series.firstReported(), to - shape.history());
        Design design = new Design(series, index, shape, calendar);
        StreamRegression model = new StreamRegression(design, series, from, to);
        model.fit();
        return model.expect(design, index, rhythm.window());
    }

    private void fit() {
        for (int row = 0; row < counts.length; row++) {
            means[row] = Math.max(counts[row], 0.3);
            logMeans[row] = Math.log(means[row]);
        }
        solve();
        for (int round = 0; round < REWEIGHTINGS; round++) {
            reweight(dispersion());
            solve();
        }
    }

    private Expectation expect(Design design, int index, int steps) {
        double[] row = new double[columns];
        double[] expected = new double[steps];
        double least = LEAST_CASES / counts.length;
        for (int back = steps - 1; back >= 0; back--) {
            design.write(index - back, row, 0);
            expected[back] = Math.max(least, Math.exp(logMean(row, 0)));
        }
        double dispersion = dispersion();
        double variance = dispersion * NormalEquations.quadratic(information, row);
        return new Expectation(expected, dispersion, Math.sqrt(variance));
    }

    private double logMean(double[] from, int at) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += from[at + column] * coefficients[column];
        }
        return Math.clamp(sum, -LARGEST_LOG, LARGEST_LOG);
    }

    private void solve() {
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            NormalEquations equations = new NormalEquations(columns, penalty);
            for (int row = 0; row < counts.length; row++) {
                double working = logMeans[row] + (counts[row] - means[row]) / means[row];
                equations.add(rows, row * columns, weights[row] * means[row], working);
            }
            information = equations.factorise();
            coefficients = equations.solve(information);
            double deviance = update();
            if (Math.abs(deviance - before) < CONVERGED * (Math.abs(deviance) + 0.1)) {
                return;
            }
            before = deviance;
        }
    }

    /** New means from the coefficients; the deviance that they leave. */
    private double update() {
        double deviance = 0;
        for (int row = 0; row < counts.length; row++) {
            double logMean = logMean(rows, row * columns);
            double mean = Math.exp(logMean);
            logMeans[row] = logMean;
            means[row] = mean;
            double count = counts[row];
            deviance += 2 * weights[row] * (count * (logCounts[row] - logMean) - (count - mean));
        }
        return deviance;
    }

    private double dispersion() {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double difference = counts[row] - means[row];
            sum += weights[row] * difference * difference / means[row];
        }
        return Math.max(1, sum / Math.max(1, counts.length - columns));
    }

    private void reweight(double dispersion) {
        double scale = Math.sqrt(dispersion);
        for (int row = 0; row < counts.length; row++) {
            double residual = counts[row] > means[row] ? residual(counts[row], means[row]) / scale : 0;
            double excess = LARGEST_RESIDUAL / residual;
            weights[row] = residual > LARGEST_RESIDUAL ? excess * excess : 1;
        }
    }

    /** Anscombe's residual of a Poisson count: nearly normal with variance 1. */
    private static double residual(double count, double mean) {
        double rootOfMean = Math.cbrt(mean);
        double rootOfCount = Math.cbrt(count);
        return 1.5 * (rootOfCount * rootOfCount - rootOfMean * rootOfMean) / Math.sqrt(rootOfMean);
    }
}
