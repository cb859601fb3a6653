package org.tongxin.core.stream;

/**
 * Weighted least squares by normal equations and their Cholesky factor. The penalty on the diagonal keeps them positive
 * definite, so that no pivoting is needed. Not thread-safe.
 */
final class NormalEquations {

    private final int columns;
    private final double[] matrix;
    private final double[] right;

    NormalEquations(int columns, double[] penalty) {
        this.columns = columns;
        this.matrix = new double[columns * columns];
        this.right = new double[columns];
        for (int i = 0; i < columns; i++) {
            matrix[i * columns + i] = penalty[i];
        }
    }

    /** Adds an observation; the row's cells start at {@code rows[at]}. Zeros of a row cost nothing. */
    void add(double[] rows, int at, double weight, double value) {
        for (int i = 0; i < columns; i++) {
            double weighted = weight * rows[at + i];
            if (weighted != 0) {
                int line = i * columns;
                for (int j = 0; j <= i; j++) {
                    matrix[line + j] += weighted * rows[at + j];
                }
                right[i] += weighted * value;
            }
        }
    }

    /** Lower Cholesky factor {@code [row * columns + column]} of the matrix. */
    double[] factorise() {
        double[] factor = matrix.clone();
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = factor[i * columns + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * columns + k] * factor[j * columns + k];
                }
                factor[i * columns + j] = i == j ? Math.sqrt(sum) : sum / factor[j * columns + j];
            }
        }
        return factor;
    }

    double[] solve(double[] factor) {
        double[] solution = forward(factor, right);
        for (int i = columns - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < columns; k++) {
                sum -= factor[k * columns + i] * solution[k];
            }
            solution[i] = sum / factor[i * columns + i];
        }
        return solution;
    }

    /** {@code row' A^-1 row}, of the matrix A whose factor is given. */
    static double quadratic(double[] factor, double[] row) {
        double sum = 0;
        for (double part : forward(factor, row)) {
            sum += part * part;
        }
        return sum;
    }

    private static double[] forward(double[] factor, double[] values) {
        int columns = values.length;
        double[] solution = values.clone();
        for (int i = 0; i < columns; i++) {
            double sum = solution[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i * columns + k] * solution[k];
            }
            solution[i] = sum / factor[i * columns + i];
        }
        return solution;
    }
}
