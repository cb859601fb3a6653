package org.tongxin.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drops candidates that are clearly worse than another, after few observations of all.
 *
 * <p><b>Idea.</b> After each round every remaining pair is compared by its paired differences. A candidate goes when its mean
 * is worse than another's by more than a bound of Student's distribution, with the error shared equally between all pairs and
 * rounds [1: subset selection], and by more than {@code least} besides. The second condition is ours: where outbreaks are
 * rare, a few runs may differ by a trifle in each, with a variance near 0 that is not the true one. With normal differences
 * the best candidate stays with a probability of 1 - error at least, whatever the correlation; with skewed ones about so.
 *
 * <p><b>Cost.</b> Candidates squared times observations, each round. <b>Where it fails.</b> When one candidate's rare
 * disasters have not been seen, it may throw out a better one by more than {@code least}; choose {@code least} not too small.
 *
 * <p>Immutable. Source: [1] Nelson, Swann, Goldsman, Song: Simple procedures for selecting the best simulated system when
 * the number of alternatives is large, Operations Research 49 (2001) 950-963.
 *
 * @param error probability that the best is dropped, above 0 and below 1
 * @param least difference without which nobody is dropped, 0 or more
 * @param rounds observations of each candidate that are there after each round, rising, 2 or more
 */
public record Race(double error, double least, List<Integer> rounds) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is left
     */
    public Race {
        rounds = List.copyOf(rounds);
        if (!(error > 0 && error < 1) || !(least >= 0)) {
            throw new IllegalArgumentException("The error of a race (" + error
                    + ") must lie between 0 and 1, and its least difference (" + least + ") at 0 or above.");
        }
        int before = 1;
        for (int round : rounds) {
            if (round <= before) {
                throw new IllegalArgumentException(
                        "The rounds of a race (" + rounds + ") must rise, with two observations or more in the first.");
            }
            before = round;
        }
    }

    /** Numbers of the candidates that remain, rising; never empty. @param candidates 1 or more */
    public int[] remaining(int candidates, Draws draws) {
        double tail = error / Math.max(1, rounds.size()) / Math.max(1, candidates - 1);
        int[] left = IntStream.range(0, candidates).toArray();
        double[][] seen = new double[candidates][0];
        int done = 0;
        for (int round : rounds) {
            if (left.length == 1) {
                return left;
            }
            add(seen, left, draws.observe(left, done, round - done));
            left = better(left, seen, StudentQuantile.upper(Math.min(tail, 0.49), round - 1.0));
            done = round;
        }
        return left;
    }

    private static void add(double[][] seen, int[] left, double[][] more) {
        for (int i = 0; i < left.length; i++) {
            int before = seen[left[i]].length;
            seen[left[i]] = Arrays.copyOf(seen[left[i]], before + more[i].length);
            System.arraycopy(more[i], 0, seen[left[i]], before, more[i].length);
        }
    }

    private int[] better(int[] left, double[][] seen, double quantile) {
        return Arrays.stream(left)
                .filter(each -> Arrays.stream(left).noneMatch(other -> isWorse(seen[each], seen[other], quantile)))
                .toArray();
    }

    private boolean isWorse(double[] one, double[] other, double quantile) {
        if (one == other) {
            return false;
        }
        Paired difference = Paired.of(one, other);
        return difference.mean() > Math.max(least, quantile * difference.error());
    }
}
