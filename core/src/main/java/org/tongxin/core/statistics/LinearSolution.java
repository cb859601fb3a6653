package org.tongxin.core.statistics;

/**
 * A weighted least-squares solution. All variances are for unit dispersion: multiply by the dispersion to get those of the
 * estimates. Immutable and safe for use by several threads.
 */
public sealed interface LinearSolution permits MatrixSolution, GroupedSolution {

    /** Whether the data determine all coefficients; if not, no other method says anything of use. */
    boolean isDetermined();

    /** The coefficient of a column. */
    double coefficient(int column);

    /** The variance of a coefficient. */
    double coefficientVariance(int column);

    /** The fitted value of a row of the model. */
    double fitted(int row);

    /** The variance of the fitted value of a row; times the row's weight it is the row's leverage. */
    double fittedVariance(int row);

    /** The value at a new point, {@code predictors[column]}. */
    double value(double[] predictors);

    /** The variance of {@link #value}. */
    double valueVariance(double[] predictors);
}
