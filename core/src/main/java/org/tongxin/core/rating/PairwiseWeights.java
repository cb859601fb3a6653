package org.tongxin.core.rating;

import java.util.Arrays;

/**
 * Weights from a questionnaire that compares two things at a time (analytic hierarchy process).
 *
 * <p>Weights are the principal eigenvector of the matrix of judgements; the consistency ratio says how far the judgements
 * contradict one another, against random ones. Above 0.1 they should be asked again. Source: Saaty, Journal of
 * Mathematical Psychology 15 (1977) 234-281; random indices from Saaty, European Journal of Operational Research 48
 * (1990) 9-26.
 *
 * @param weights {@code [thing]}: above 0, sum 1
 * @param consistencyRatio 0 for judgements without contradiction; NaN above ten things, for which no random index is kept
 */
public record PairwiseWeights(double[] weights, double consistencyRatio) {

    /** Above this judgements contradict one another too much. */
    public static final double LARGEST_RATIO = 0.1;

    /** {@code [things]}: mean consistency index of random judgements. */
    private static final double[] RANDOM_INDEX = {0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};

    private static final double LARGEST_JUDGEMENT = 9;
    private static final int MOST_ITERATIONS = 1000;

    public PairwiseWeights {
        weights = weights.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    /** Whether the judgements agree well enough; where no ratio is kept nothing speaks against it. */
    public boolean consistent() {
        return !(consistencyRatio > LARGEST_RATIO);
    }

    /**
     * From judgements: {@code upper[i][j - i - 1]} says how many times as important thing i is as thing j, for j > i.
     *
     * @param upper one row for each thing but the last; values from 1/9 to 9
     * @throws IllegalArgumentException when a row has the wrong length or a judgement is outside its range
     */
    public static PairwiseWeights of(double[][] upper) {
        double[][] matrix = matrix(upper);
        int n = matrix.length;
        double[] weights = new double[n];
        Arrays.fill(weights, 1.0 / n);
        double eigenvalue = n;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double[] product = product(matrix, weights);
            double sum = Arrays.stream(product).sum();
            double change = 0;
            for (int k = 0; k < n; k++) {
                double next = product[k] / sum;
                change += Math.abs(next - weights[k]);
                weights[k] = next;
            }
            eigenvalue = sum;
            if (change < 1e-14) {
                break;
            }
        }
        return new PairwiseWeights(weights, ratio(eigenvalue, n));
    }

    private static double ratio(double eigenvalue, int n) {
        if (n < 3) {
            return 0;
        }
        return n >= RANDOM_INDEX.length ? Double.NaN : Math.max(0, (eigenvalue - n) / (n - 1) / RANDOM_INDEX[n]);
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[][] matrix(double[][] upper) {
        int n = upper.length + 1;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
            if (i < upper.length && upper[i].length != n - 1 - i) {
                throw new IllegalArgumentException("Row " + i + " of the judgements has " + upper[i].length
                        + " values; it needs " + (n - 1 - i) + ".");
            }
            for (int j = i + 1; j < n; j++) {
                double judgement = upper[i][j - i - 1];
                if (!(judgement >= 1 / LARGEST_JUDGEMENT - 1e-12 && judgement <= LARGEST_JUDGEMENT)) {
                    throw new IllegalArgumentException("The judgement (" + judgement + ") of " + i + " against " + j
                            + " must lie between 1/9 and 9.");
                }
                matrix[i][j] = judgement;
                matrix[j][i] = 1 / judgement;
            }
        }
        return matrix;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairwiseWeights that
                && Arrays.equals(weights, that.weights)
                && Double.compare(consistencyRatio, that.consistencyRatio) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Double.hashCode(consistencyRatio);
    }

    @Override
    public String toString() {
        return "PairwiseWeights[weights=" + Arrays.toString(weights) + ", consistencyRatio=" + consistencyRatio + ']';
    }
}
