package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.tongxin.core.statistics.GammaDistribution;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * How long something lasts, in whole days, as a distribution.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Period {

    /** The longest period that is told apart, in days; whatever lasts longer counts as this long. */
    public static final int LONGEST = 255;

    private static final double NEGLIGIBLE = 1e-12;

    private final String words;
    private final double[] probability;

    private Period(String words, double[] probability) {
        this.words = words;
        this.probability = probability;
    }

    /** Always this many days, 0 .. {@value #LONGEST}. */
    public static Period fixed(int days) {
        if (days < 0 || days > LONGEST) {
            throw new IllegalArgumentException("The period (" + days + " days) must lie in 0.." + LONGEST + ".");
        }
        double[] probability = new double[days + 1];
        probability[days] = 1;
        return new Period("always " + days, probability);
    }

    /**
     * Ends on each day with the same probability, on the first day at the earliest.
     *
     * @param dailyProbability above 0, at most 1
     */
    public static Period geometric(double dailyProbability) {
        if (!(dailyProbability > 0 && dailyProbability <= 1)) {
            throw new IllegalArgumentException(
                    "The daily probability (" + dailyProbability + ") of an end must lie above 0 and be at most 1.");
        }
        double[] probability = new double[LONGEST + 1];
        for (int day = 1; day <= LONGEST; day++) {
            probability[day] = dailyProbability * Math.pow(1 - dailyProbability, day - 1);
        }
        return cut("geometric, daily " + dailyProbability, probability);
    }

    /**
     * A log-normal time, rounded to whole days.
     *
     * @param mean of the time before rounding, in days, above 0
     * @param sd standard deviation of the time before rounding, above 0
     * @param shortest days that shorter times are raised to, 0 or 1
     */
    public static Period logNormal(double mean, double sd, int shortest) {
        requireMoments(mean, sd, shortest);
        double variance = Math.log1p(sd * sd / (mean * mean));
        double location = Math.log(mean) - variance / 2;
        double scale = Math.sqrt(variance);
        return rounded(
                "log-normal, mean " + mean + ", sd " + sd,
                time -> NormalDistribution.cdf((Math.log(time) - location) / scale),
                shortest);
    }

    /** A gamma time, rounded to whole days; parameters as in {@link #logNormal}. */
    public static Period gamma(double mean, double sd, int shortest) {
        requireMoments(mean, sd, shortest);
        GammaDistribution time = new GammaDistribution(mean * mean / (sd * sd), sd * sd / mean);
        return rounded("gamma, mean " + mean + ", sd " + sd, time::cdf, shortest);
    }

    /**
     * A table.
     *
     * @param weightByDay weight of 0, 1, 2, … days; at most {@value #LONGEST} + 1 entries, none negative, some positive
     */
    public static Period table(double... weightByDay) {
        double sum = Arrays.stream(weightByDay).sum();
        boolean negative = Arrays.stream(weightByDay).anyMatch(weight -> !(weight >= 0));
        if (negative || !(sum > 0) || Double.isInfinite(sum) || weightByDay.length > LONGEST + 1) {
            throw new IllegalArgumentException("The weights of a period must be 1.." + (LONGEST + 1)
                    + " numbers from 0 on, not all 0, but are " + Arrays.toString(weightByDay) + ".");
        }
        return new Period(
                "table", Arrays.stream(weightByDay).map(weight -> weight / sum).toArray());
    }

    private static void requireMoments(double mean, double sd, int shortest) {
        boolean fine = mean > 0 && mean <= LONGEST && sd > 0 && sd < Double.POSITIVE_INFINITY;
        if (!fine || shortest < 0 || shortest > 1) {
            throw new IllegalArgumentException("A period needs a mean in 0.." + LONGEST
                    + " days, a standard deviation above 0 and a shortest of 0 or 1 day, but has mean " + mean + ", sd "
                    + sd + ", shortest " + shortest + ".");
        }
    }

    private static Period rounded(String words, DoubleUnaryOperator cumulative, int shortest) {
        double[] probability = new double[LONGEST + 1];
        double below = 0;
        for (int day = shortest; day <= LONGEST; day++) {
            double upTo = cumulative.applyAsDouble(day + 0.5);
            probability[day] = upTo - below;
            below = upTo;
        }
        return cut(words, probability);
    }

    /** Leaves out the negligible tail, whose probability goes to the last day kept. */
    private static Period cut(String words, double[] probability) {
        double sum = 0;
        int days = 0;
        while (days < LONGEST && sum < 1 - NEGLIGIBLE) {
            sum += probability[days++];
        }
        double[] kept = Arrays.copyOf(probability, Math.max(days, 1));
        kept[kept.length - 1] += 1 - Arrays.stream(kept).sum();
        return new Period(words, kept);
    }

    /** Probability of 0, 1, 2, … days; a fresh array whose sum is 1. */
    public double[] probabilities() {
        return probability.clone();
    }

    /** Mean in days, after rounding. */
    public double mean() {
        double mean = 0;
        for (int day = 0; day < probability.length; day++) {
            mean += day * probability[day];
        }
        return mean;
    }

    /** Longest possible number of days. */
    public int longest() {
        return probability.length - 1;
    }

    /** For example {@code log-normal, mean 4.5, sd 1.5}. */
    @Override
    public String toString() {
        return words;
    }
}
