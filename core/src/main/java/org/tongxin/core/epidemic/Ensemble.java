package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.List;
import org.tongxin.core.random.KeyedRandom;

/**
 * Runs of one model under different seeds, in the order of their numbers, with the sums by community.
 *
 * <p>Immutable as long as nobody adds to {@code places}; safe for use by several threads.
 *
 * @param runs at least one
 * @param places sums of the same runs
 */
public record Ensemble(List<Run> runs, PlaceTotals places) {

    /** Copies the list. */
    public Ensemble {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("An ensemble needs at least one run.");
        }
    }

    /**
     * Seed of a run of an ensemble. The same numbers under the same seed belong together in every scenario: they share their
     * luck, and differences between scenarios can be taken run by run.
     */
    public static long seed(long seed, int number) {
        return new KeyedRandom(seed).bits(KeyedRandom.key("run"), number);
    }

    /** Last day. */
    public int days() {
        return runs.getFirst().days();
    }

    /** Mean of each day, 0 .. {@link #days()}. */
    public double[] mean(Series what) {
        double[] mean = new double[days() + 1];
        for (int day = 0; day < mean.length; day++) {
            mean[day] = Arrays.stream(on(what, day)).average().orElseThrow();
        }
        return mean;
    }

    /** Standard deviation of each day between runs, with n - 1; 0 for a single run. */
    public double[] deviation(Series what) {
        double[] deviation = new double[days() + 1];
        for (int day = 0; day < deviation.length; day++) {
            deviation[day] = deviation(on(what, day));
        }
        return deviation;
    }

    /** Quantile of each day, linear between the runs in order. @param probability 0 .. 1 */
    public double[] quantile(Series what, double probability) {
        double[] quantile = new double[days() + 1];
        for (int day = 0; day < quantile.length; day++) {
            quantile[day] = quantile(on(what, day), probability);
        }
        return quantile;
    }

    private double[] on(Series what, int day) {
        return runs.stream().mapToDouble(run -> run.on(what, day)).toArray();
    }

    /** Standard deviation with n - 1; 0 for a single value. */
    public static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    }

    /** Quantile, linear between the values in order (type 7 of Hyndman and Fan). @param probability 0 .. 1 */
    public static double quantile(double[] values, double probability) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
