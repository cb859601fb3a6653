package org.tongxin.core.episode;

import org.tongxin.core.statistics.NormalDistribution;

/**
 * Joins the probabilities of several streams that ask the same question of one place.
 *
 * <p>Both forms assume independent streams. Streams of one place are not: the combined value is to be ranked among the
 * place's own quiet days (core.stream.Calibration) before it is believed. A NaN is a stream that says nothing today; it is left out and
 * not taken for a one. Stateless; safe for use by several threads.
 *
 * <p>Sources: Edgington, Journal of Psychology 80 (1972) 351-363; Stouffer et al., The American Soldier (1949), with
 * weights after Lipták, Magyar Tudományos Akadémia Matematikai Kutató Intézetének Közleményei 3 (1958) 171-197; Burkom
 * et al., Journal of Urban Health 80 (2003) i57-i66, for consensus among streams of surveillance.
 */
public final class Consensus {

    /** From this number on the sum is taken as normal: the exact form would cancel digits, and the two agree to 1e-4. */
    private static final int NORMAL_FROM = 13;

    private static final double SMALLEST = 1e-300;

    private Consensus() {}

    /**
     * Edgington: how probable so small a sum of probabilities is. Several streams that are each a little unusual count for
     * more than one alone that is very unusual.
     *
     * @param p {@code [stream]}: 0 to 1, or NaN
     * @return 0 to 1; NaN when no stream says anything
     * @throws IllegalArgumentException when a value lies outside 0..1
     */
    public static double edgington(double[] p) {
        double sum = 0;
        int streams = 0;
        for (double each : p) {
            if (known(each)) {
                sum += each;
                streams++;
            }
        }
        if (streams == 0) {
            return Double.NaN;
        }
        return streams < NORMAL_FROM ? exactSum(sum, streams) : normalSum(sum, streams);
    }

    /** Distribution of a sum of uniform variables (Irwin, Hall 1927). */
    private static double exactSum(double sum, int streams) {
        double total = 0;
        double term = 1;
        for (int k = 0; k <= Math.floor(sum) && k <= streams; k++) {
            total += term * Math.pow(sum - k, streams);
            term *= -(streams - k) / (k + 1.0);
        }
        double factorial = 1;
        for (int k = 2; k <= streams; k++) {
            factorial *= k;
        }
        return Math.clamp(total / factorial, 0, 1);
    }

    private static double normalSum(double sum, int streams) {
        return NormalDistribution.cdf((sum - streams / 2.0) / Math.sqrt(streams / 12.0));
    }

    /**
     * Stouffer with weights: the weighted sum of normal scores.
     *
     * @param p {@code [stream]}: 0 to 1, or NaN
     * @param weights {@code [stream]}: 0 or more, as long as p
     * @return 0 to 1; NaN when no stream with a weight says anything
     * @throws IllegalArgumentException when lengths differ, a p lies outside 0..1 or a weight is negative
     */
    public static double stouffer(double[] p, double[] weights) {
        if (p.length != weights.length) {
            throw new IllegalArgumentException(
                    "There are " + p.length + " probabilities and " + weights.length + " weights; give one each.");
        }
        double sum = 0;
        double squares = 0;
        for (int stream = 0; stream < p.length; stream++) {
            if (!(weights[stream] >= 0)) {
                throw new IllegalArgumentException(
                        "The weight (" + weights[stream] + ") of stream " + stream + " must be 0 or more.");
            }
            if (known(p[stream])) {
                double bounded = Math.clamp(p[stream], SMALLEST, 1 - 0x1p-53);
                sum += weights[stream] * NormalDistribution.upperQuantile(bounded);
                squares += weights[stream] * weights[stream];
            }
        }
        return squares == 0 ? Double.NaN : NormalDistribution.upperTail(sum / Math.sqrt(squares));
    }

    private static boolean known(double p) {
        if (Double.isNaN(p)) {
            return false;
        }
        if (p < 0 || p > 1) {
            throw new IllegalArgumentException("The probability (" + p + ") must lie in 0..1.");
        }
        return true;
    }
}
