package org.tongxin.core.population;

import java.util.stream.IntStream;

/** Whole numbers in proportion to weights that add up exactly: the method of largest remainders; of equals the first wins. */
final class Apportionment {

    private Apportionment() {}

    /**
     * Splits a total, giving each at least so many.
     *
     * @param weights 0 or more, with a positive sum unless there is nothing to split
     * @throws IllegalArgumentException when the total is less than the least for all, or weights are needed and sum to nothing
     */
    static int[] split(double[] weights, int total, int least) {
        int[] parts = new int[weights.length];
        long left = total - (long) least * weights.length;
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (left < 0 || (left > 0 && !(sum > 0))) {
            throw new IllegalArgumentException("A total of " + total + " cannot be split into " + weights.length
                    + " parts of at least " + least + " by weights that add up to " + sum + ".");
        }
        double[] remainder = new double[weights.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            double exact = left == 0 ? 0 : weights[i] / sum * left;
            parts[i] = (int) exact + least;
            remainder[i] = exact - (int) exact;
            given += (int) exact;
        }
        giveRest(parts, remainder, (int) (left - given));
        return parts;
    }

    private static void giveRest(int[] parts, double[] remainder, int rest) {
        IntStream.range(0, parts.length)
                .boxed()
                .sorted((a, b) -> Double.compare(remainder[b], remainder[a]))
                .limit(rest)
                .forEach(i -> parts[i]++);
    }
}
