package org.tongxin.core.statistics;

/**
 * The right-hand side of a regression: rows (one for each observation) and columns (one for each coefficient). Immutable
 * and safe for use by several threads.
 */
public sealed interface LinearModel permits MatrixModel, GroupedModel {

    /** Number of observations. */
    int rows();

    /** Number of coefficients. */
    int columns();

    /**
     * Fits by weighted least squares.
     *
     * @param weights {@code weights[row]}, 0 or above
     * @param response {@code response[row]}
     * @return the solution; not {@link LinearSolution#isDetermined() determined} when the weighted columns depend on each
     *     other
     */
    LinearSolution solve(double[] weights, double[] response);
}
