package org.tongxin.core.search;

import java.util.stream.IntStream;

/**
 * Chooses the candidate with the smallest mean, with a stated probability: the fully sequential procedure KN of Kim and Nelson.
 *
 * <p><b>Idea.</b> A first stage of observations of all candidates gives the variance of the difference of every pair. Then
 * everybody who remains is observed again and again, and a candidate goes when the sum of its differences to another leaves
 * the region |sum| &le; W(r) = max(0, h²S²/(2&delta;) - &delta;r/2), which closes: after h²S²/&delta;² observations the pair
 * is decided in any case. h² = 2&eta;(n - 1) with &eta; = ((2&alpha;/(k - 1))^(-2/(n - 1)) - 1) / 2, n being the first stage
 * and k the candidates [1, c = 1].
 *
 * <p><b>What is promised.</b> When the best is better than every other by &delta; (the indifference) at least, it is chosen with
 * a probability of 1 - &alpha; at least. The observations must be normal and those of different numbers independent;
 * between candidates they may depend on each other in any way, and a positive dependence (common random numbers) makes the
 * choice cheaper. Where several are within &delta; of the best, one of these is meant to be chosen; this is not part of the
 * proof [3]. Looking only after every {@code step} observations does not raise the error [2].
 *
 * <p><b>Cost.</b> The first stage for all; after it a candidate that is worse by d costs about h²S²/(2&delta;(d + &delta;/2))
 * observations. Memory: candidates squared. <b>Where it fails.</b> Observations far from normal: take means of several as
 * one observation and look at {@link Selection#skewness()}.
 *
 * <p>Immutable. Sources: [1] Kim, Nelson: A fully sequential procedure for indifference-zone selection in simulation, ACM
 * Transactions on Modeling and Computer Simulation 11 (2001) 251-273. [2] Jennison, Johnstone, Turnbull: Asymptotically
 * optimal procedures for sequential adaptive selection of the best of several normal means, in: Statistical Decision Theory
 * and Related Topics III, Academic Press 1982, 55-86. [3] Eckman, Henderson: Fixed-confidence, fixed-tolerance guarantees for
 * ranking-and-selection procedures, ACM Transactions on Modeling and Computer Simulation 31 (2021) 7.
 *
 * @param error &alpha;: probability of a wrong choice, above 0 and below 1
 * @param indifference &delta;: smallest difference that matters, above 0
 * @param first observations of the first stage, 3 or more; 10 and more are advisable
 * @param step observations between two looks, 1 or more
 */
public record KimNelson(double error, double indifference, int first, int step) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is left
     */
    public KimNelson {
        if (!(error > 0 && error < 1)) {
            throw new IllegalArgumentException("The error of a selection (" + error + ") must lie between 0 and 1.");
        }
        if (!(indifference > 0 && indifference < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The indifference (" + indifference
                    + ") must be above 0: it is the smallest difference that would change the decision.");
        }
        if (first < 3 || step < 1) {
            throw new IllegalArgumentException(
                    "The first stage (" + first + ") needs three observations, and a step (" + step + ") one or more.");
        }
    }

    /**
     * Chooses.
     *
     * @param candidates 1 or more
     * @param draws observations, each asked for once
     * @param most observations of each candidate after which it stops in any case
     */
    public Selection select(int candidates, Draws draws, int most) {
        Contest contest = new Contest(this, candidates);
        if (candidates > 1) {
            contest.begin(draws.observe(IntStream.range(0, candidates).toArray(), 0, first));
        }
        while (!contest.isOver() && contest.observations() + step <= most) {
            contest.add(draws.observe(contest.remaining(), contest.observations(), step));
        }
        return contest.result();
    }

    /** h² for a number of candidates. */
    double boundFactor(int candidates) {
        double degrees = first - 1.0;
        double eta = (Math.pow(2 * error / (candidates - 1), -2 / degrees) - 1) / 2;
        return 2 * eta * degrees;
    }
}
