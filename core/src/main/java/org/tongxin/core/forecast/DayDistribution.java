package org.tongxin.core.forecast;

import java.util.Arrays;
import org.tongxin.core.statistics.IncompleteGamma;

/**
 * A distribution over whole days, from day 0 on: of a delay, a period or a generation interval. The weights sum to 1.
 * Immutable and safe for use by several threads.
 */
public final class DayDistribution {

    /** Longest distribution in days: what happened earlier plays no part in a forecast of weeks. */
    public static final int MAX_DAYS = 120;

    private final double[] weightOfDay;

    private DayDistribution(double[] positive) {
        double sum = Arrays.stream(positive).sum();
        weightOfDay = Arrays.stream(positive).map(weight -> weight / sum).toArray();
    }

    /**
     * From weights or from counted cases, as in a table of delays; scaled to the sum 1.
     *
     * @param weightOfDay {@code weightOfDay[days]}, from day 0; 1 to {@link #MAX_DAYS} finite values, none negative, not all 0
     * @throws IllegalArgumentException when there is none, too many, or one outside its range
     */
    public static DayDistribution of(double... weightOfDay) {
        if (weightOfDay.length < 1 || weightOfDay.length > MAX_DAYS) {
            throw new IllegalArgumentException(
                    "A distribution over days needs 1 to " + MAX_DAYS + " weights (" + weightOfDay.length + " given).");
        }
        for (int day = 0; day < weightOfDay.length; day++) {
            if (!(weightOfDay[day] >= 0 && weightOfDay[day] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "The weight (" + weightOfDay[day] + ") of day " + day + " must be 0 or a finite number above.");
            }
        }
        if (Arrays.stream(weightOfDay).sum() == 0) {
            throw new IllegalArgumentException("The weights of the days are all 0. Maybe the table is empty.");
        }
        return new DayDistribution(weightOfDay);
    }

    /**
     * A gamma distribution rounded to whole days, cut off after the last and scaled to the sum 1; what rounds to less than
     * the first day is put on it.
     *
     * @param mean in days, above 0
     * @param deviation in days, above 0
     * @param firstDay 0 or more
     * @param lastDay from the first day on, below {@link #MAX_DAYS}
     * @throws IllegalArgumentException when a value is outside its range, or the days hold no weight
     */
    public static DayDistribution gamma(double mean, double deviation, int firstDay, int lastDay) {
        if (!(mean > 0 && mean <= MAX_DAYS && deviation > 0 && deviation <= MAX_DAYS)) {
            throw new IllegalArgumentException("The mean (" + mean + ") and the deviation (" + deviation
                    + ") of a period must lie above 0 and at most at " + MAX_DAYS + " days.");
        }
        if (firstDay < 0 || lastDay < firstDay || lastDay >= MAX_DAYS) {
            throw new IllegalArgumentException("The days " + firstDay + " to " + lastDay
                    + " must be in order and lie in 0.." + (MAX_DAYS - 1) + ".");
        }
        double shape = mean / deviation * (mean / deviation);
        double[] weights = new double[lastDay + 1];
        double below = 0;
        for (int day = firstDay; day <= lastDay; day++) {
            double upTo = IncompleteGamma.lower(shape, (day + 0.5) * shape / mean);
            weights[day] = upTo - below;
            below = upTo;
        }
        return of(weights);
    }

    /**
     * When somebody infects others, counted from the own infection: with equal force on each day of the infectious period,
     * which begins on the day the latent period ends. Nobody infects on the day of the own infection: that share is put on
     * the day after.
     *
     * <p>Its mean is the mean L of the latent period plus E(D(D - 1)) / 2E(D) of the infectious period D.
     *
     * @param latent days from infection to the first infectious day
     * @param infectious number of infectious days, 1 or more for at least a part of the infected
     * @throws IllegalArgumentException when the interval is longer than {@link #MAX_DAYS} or empty
     */
    public static DayDistribution generationInterval(DayDistribution latent, DayDistribution infectious) {
        double[] force = new double[Math.max(2, latent.days() + infectious.days() - 2)];
        for (int start = 0; start < latent.days(); start++) {
            double stillInfectious = 1 - infectious.weight(0);
            for (int day = 0; day + 1 < infectious.days(); day++) {
                force[Math.max(1, start + day)] += latent.weight(start) * stillInfectious;
                stillInfectious -= infectious.weight(day + 1);
            }
        }
        return of(force);
    }

    /**
     * The distribution of the sum of two independent delays.
     *
     * @throws IllegalArgumentException when the sum can be longer than {@link #MAX_DAYS}
     */
    public DayDistribution plus(DayDistribution other) {
        double[] sum = new double[days() + other.days() - 1];
        for (int first = 0; first < days(); first++) {
            for (int second = 0; second < other.days(); second++) {
                sum[first + second] += weightOfDay[first] * other.weightOfDay[second];
            }
        }
        return of(sum);
    }

    /** Number of days, day 0 included. */
    public int days() {
        return weightOfDay.length;
    }

    /** The share of a day, 0 or more; 0 beyond the last. */
    public double weight(int day) {
        return day < weightOfDay.length ? weightOfDay[day] : 0;
    }

    /** The mean in days. */
    public double mean() {
        double sum = 0;
        for (int day = 1; day < weightOfDay.length; day++) {
            sum += day * weightOfDay[day];
        }
        return sum;
    }

    double[] weights() {
        return weightOfDay.clone();
    }
}
