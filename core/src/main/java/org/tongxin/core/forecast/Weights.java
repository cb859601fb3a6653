package org.tongxin.core.forecast;

import java.util.Arrays;

/** Sums over weights given by their logarithms, without overflow. */
final class Weights {

    private Weights() {}

    /**
     * Makes the weights sum to 1.
     *
     * @return the logarithm of their sum before
     */
    static double normalise(double[] logWeight) {
        double largest = Arrays.stream(logWeight).max().orElseThrow();
        double sum = 0;
        for (double value : logWeight) {
            sum += Math.exp(value - largest);
        }
        double logSum = largest + Math.log(sum);
        for (int index = 0; index < logWeight.length; index++) {
            logWeight[index] -= logSum;
        }
        return logSum;
    }

    /** The number of equally weighted particles that would be worth as much: 1 over the sum of squared weights. */
    static double effective(double[] normalisedLogWeight) {
        double squares = 0;
        for (double value : normalisedLogWeight) {
            squares += Math.exp(2 * value);
        }
        return 1 / squares;
    }

    /**
     * Systematic resampling: evenly spaced pointers with one common offset, so that each particle has as many children as
     * its weight says, rounded up or down.
     *
     * @param offset in [0, 1)
     * @return {@code parent[child]}, in rising order
     */
    static int[] systematic(double[] normalisedLogWeight, double offset) {
        int size = normalisedLogWeight.length;
        int[] parents = new int[size];
        int last = lastPossible(normalisedLogWeight);
        int parent = 0;
        double cumulated = Math.exp(normalisedLogWeight[0]);
        for (int child = 0; child < size; child++) {
            double pointer = (child + offset) / size;
            while (pointer >= cumulated && parent < last) {
                parent++;
                cumulated += Math.exp(normalisedLogWeight[parent]);
            }
            parents[child] = parent;
        }
        return parents;
    }

    /** Rounding of the sum must not bring back a particle of weight 0. */
    private static int lastPossible(double[] logWeight) {
        int last = logWeight.length - 1;
        while (logWeight[last] == Double.NEGATIVE_INFINITY) {
            last--;
        }
        return last;
    }
}
