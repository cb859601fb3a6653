package org.tongxin.core.statistics;

import java.util.Arrays;

/**
 * A regression with any columns. Solved through the normal equations, scaled to unit diagonal, by Cholesky: rows times
 * columns squared operations, exact to about the square of the condition number of the scaled columns times 1e-16, so
 * centre columns that are nearly constant. Immutable and safe for use by several threads.
 */
public final class MatrixModel implements LinearModel {

    private final int rows;
    private final int columns;
    private final double[] cells;

    private MatrixModel(int rows, int columns, double[] cells) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    /**
     * A model of these columns.
     *
     * @param design {@code design[row][column]}; copied
     * @throws IllegalArgumentException when there is no row or no column, when rows differ in length, or a cell is not
     *     finite
     */
    public static MatrixModel of(double[][] design) {
        if (design.length == 0 || design[0].length == 0) {
            throw new IllegalArgumentException("A design needs rows (has " + design.length + ") and columns.");
        }
        int columns = design[0].length;
        double[] cells = new double[Math.multiplyExact(design.length, columns)];
        for (int row = 0; row < design.length; row++) {
            checkRow(design[row], row, columns);
            System.arraycopy(design[row], 0, cells, row * columns, columns);
        }
        return new MatrixModel(design.length, columns, cells);
    }

    private static void checkRow(double[] row, int number, int columns) {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "Row " + number + " of the design has " + row.length + " columns instead of " + columns + ".");
        }
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "Row " + number + " of the design (" + Arrays.toString(row) + ") must hold finite numbers.");
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    double cell(int row, int column) {
        return cells[row * columns + column];
    }

    @Override
    public LinearSolution solve(double[] weights, double[] response) {
        double[] normal = new double[columns * columns];
        double[] right = new double[columns];
        for (int row = 0; row < rows; row++) {
            addRow(normal, right, row, weights[row], response[row]);
        }
        return MatrixSolution.of(this, normal, right);
    }

    private void addRow(double[] normal, double[] right, int row, double weight, double response) {
        int start = row * columns;
        for (int i = 0; i < columns; i++) {
            double weighted = weight * cells[start + i];
            right[i] += weighted * response;
            for (int j = 0; j <= i; j++) {
                normal[i * columns + j] += weighted * cells[start + j];
            }
        }
    }
}
