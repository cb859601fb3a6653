package org.tongxin.core.scan;

import org.tongxin.core.random.SequentialRandom;

/**
 * Draws an index with a probability in proportion to its weight, in constant time: the alias method. Source: Vose: A linear
 * algorithm for generating random numbers with a given distribution, IEEE Transactions on Software Engineering 17 (1991)
 * 972-975. Immutable and safe for use by several threads.
 */
final class WeightedChoice {

    private final double[] keepBelow;
    private final int[] alias;

    /** @param weights 0 or more each, at least one above 0 */
    WeightedChoice(double[] weights) {
        int size = weights.length;
        keepBelow = new double[size];
        alias = new int[size];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] order = new int[size];
        int small = 0;
        int large = size;
        for (int index = 0; index < size; index++) {
            keepBelow[index] = weights[index] * size / sum;
            order[keepBelow[index] < 1 ? small++ : --large] = index;
        }
        pair(order, small);
    }

    /** Fills each column that is below the average from one that is above it; what is left over is full but for rounding. */
    private void pair(int[] order, int firstLarge) {
        int large = firstLarge;
        int small = 0;
        while (small < large && large < order.length) {
            int poor = order[small++];
            int rich = order[large];
            alias[poor] = rich;
            keepBelow[rich] -= 1 - keepBelow[poor];
            if (keepBelow[rich] < 1) {
                large++;
            }
        }
        for (int rest = small; rest < order.length; rest++) {
            keepBelow[order[rest]] = 1;
        }
    }

    int draw(SequentialRandom random) {
        int column = random.below(alias.length);
        return random.uniform() < keepBelow[column] ? column : alias[column];
    }
}
