package org.tongxin.core.statistics;

import java.util.Arrays;

/** Normal equations A b = r, solved by the Cholesky factor of A scaled to unit diagonal. */
final class MatrixSolution implements LinearSolution {

    /** A pivot below this share of its diagonal means that a column is a combination of earlier ones. */
    private static final double DEPENDENT = 1e-13;

    private final MatrixModel model;
    private final int size;
    private final double[] factor;
    private final double[] scale;
    private final double[] coefficients;
    private final boolean determined;

    private MatrixSolution(
            MatrixModel model, double[] factor, double[] scale, double[] coefficients, boolean determined) {
        this.model = model;
        this.size = model.columns();
        this.factor = factor;
        this.scale = scale;
        this.coefficients = coefficients;
        this.determined = determined;
    }

    /** Takes over both arrays: the lower half of the normal matrix, {@code [row * columns + column]}, and its right side. */
    static MatrixSolution of(MatrixModel model, double[] normal, double[] right) {
        int size = model.columns();
        double[] scale = scaleToUnitDiagonal(normal, right, size);
        boolean determined = factorise(normal, size);
        if (determined) {
            forward(normal, right, size);
            backward(normal, right, size);
        }
        for (int column = 0; column < size; column++) {
            right[column] *= scale[column];
        }
        return new MatrixSolution(model, normal, scale, right, determined);
    }

    private static double[] scaleToUnitDiagonal(double[] normal, double[] right, int size) {
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = 1 / Math.sqrt(normal[i * size + i]);
            right[i] *= scale[i];
            for (int j = 0; j <= i; j++) {
                normal[i * size + j] *= scale[i] * scale[j];
            }
        }
        return scale;
    }

    private static boolean factorise(double[] matrix, int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i * size + j];
                for (int k = 0; k < j; k++) {
                    rest -= matrix[i * size + k] * matrix[j * size + k];
                }
                if (i == j && !(rest > DEPENDENT && rest < Double.POSITIVE_INFINITY)) {
                    return false;
                }
                matrix[i * size + j] = i == j ? Math.sqrt(rest) : rest / matrix[j * size + j];
            }
        }
        return true;
    }

    private static void forward(double[] factor, double[] vector, int size) {
        for (int i = 0; i < size; i++) {
            double rest = vector[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i * size + k] * vector[k];
            }
            vector[i] = rest / factor[i * size + i];
        }
    }

    private static void backward(double[] factor, double[] vector, int size) {
        for (int i = size - 1; i >= 0; i--) {
            double rest = vector[i];
            for (int k = i + 1; k < size; k++) {
                rest -= factor[k * size + i] * vector[k];
            }
            vector[i] = rest / factor[i * size + i];
        }
    }

    @Override
    public boolean isDetermined() {
        return determined;
    }

    @Override
    public double coefficient(int column) {
        return coefficients[column];
    }

    @Override
    public double coefficientVariance(int column) {
        double[] unit = new double[size];
        unit[column] = 1;
        return valueVariance(unit);
    }

    @Override
    public double fitted(int row) {
        double sum = 0;
        for (int column = 0; column < size; column++) {
            sum += coefficients[column] * model.cell(row, column);
        }
        return sum;
    }

    @Override
    public double fittedVariance(int row) {
        double[] predictors = new double[size];
        Arrays.setAll(predictors, column -> model.cell(row, column));
        return valueVariance(predictors);
    }

    @Override
    public double value(double[] predictors) {
        double sum = 0;
        for (int column = 0; column < size; column++) {
            sum += coefficients[column] * predictors[column];
        }
        return sum;
    }

    /** x' A^-1 x = |L^-1 x|^2. */
    @Override
    public double valueVariance(double[] predictors) {
        double[] solved = new double[size];
        Arrays.setAll(solved, column -> predictors[column] * scale[column]);
        forward(factor, solved, size);
        double sum = 0;
        for (double part : solved) {
            sum += part * part;
        }
        return sum;
    }
}
