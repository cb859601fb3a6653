package org.tongxin.core.statistics;

import java.util.function.IntToDoubleFunction;

/** Sums of probabilities of counts and their quantiles, for distributions with one mode. */
final class DiscreteTails {

    /** Next terms below this share of the sum are left out. */
    private static final double NEGLIGIBLE = 1e-18;

    /** Largest count a quantile may have. */
    static final int MAX_COUNT = 1_000_000_000;

    private DiscreteTails() {}

    /** The ratio of the probability of a count to that of the count below it. */
    @FunctionalInterface
    interface Ratio {
        double at(int count);
    }

    /** P(Y >= count) for a count above the mode, from its own probability upwards. */
    static double above(int count, double probability, Ratio ratio) {
        double term = probability;
        double sum = probability;
        for (int next = count + 1; term > sum * NEGLIGIBLE; next++) {
            term *= ratio.at(next);
            sum += term;
        }
        return sum;
    }

    /** P(Y <= count) for a count below the mode, from its own probability downwards. */
    static double below(int count, double probability, Ratio ratio) {
        double term = probability;
        double sum = probability;
        for (int current = count; current > 0 && term > sum * NEGLIGIBLE; current--) {
            term /= ratio.at(current);
            sum += term;
        }
        return sum;
    }

    /**
     * The smallest count that is exceeded with at most this probability, by steps from a guess.
     *
     * @param exceeding P(Y > count)
     */
    static int upperQuantile(
            double alpha, double guess, IntToDoubleFunction exceeding, IntToDoubleFunction probability) {
        int count = (int) Math.clamp(Math.rint(guess), 0, MAX_COUNT);
        double tail = exceeding.applyAsDouble(count);
        return tail > alpha ? upwards(alpha, count, exceeding) : downwards(alpha, count, tail, probability);
    }

    private static int upwards(double alpha, int start, IntToDoubleFunction exceeding) {
        int enough = start;
        int tooLow;
        int stride = 1;
        do {
            tooLow = enough;
            enough = Math.addExact(enough, stride);
            stride *= 2;
        } while (exceeding.applyAsDouble(enough) > alpha);
        while (enough - tooLow > 1) {
            int middle = (enough + tooLow) >>> 1;
            if (exceeding.applyAsDouble(middle) > alpha) {
                tooLow = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    private static int downwards(double alpha, int start, double tailAtStart, IntToDoubleFunction probability) {
        int count = start;
        double tail = tailAtStart;
        while (count > 0) {
            tail += probability.applyAsDouble(count);
            if (tail > alpha) {
                return count;
            }
            count--;
        }
        return 0;
    }
}
