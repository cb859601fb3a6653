package org.tongxin.core.detection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one stream at equal steps in time, with dates and population where known. A missing count is NaN, which is not
 * zero. Immutable and safe for use by several threads.
 */
public final class CountSeries {

    static final int WEEKS_PER_YEAR = 52;
    static final int MONTHS_PER_YEAR = 12;
    private static final int SHORTEST_MONTH = 28;
    private static final int LONGEST_MONTH = 31;

    private final double[] counts;
    private final @Nullable List<LocalDate> dates;
    private final double @Nullable [] population;
    private final int pointsPerYear;

    private CountSeries(double[] counts, @Nullable List<LocalDate> dates, double @Nullable [] population) {
        this.counts = counts;
        this.dates = dates;
        this.population = population;
        this.pointsPerYear = isMonthly(dates) ? MONTHS_PER_YEAR : WEEKS_PER_YEAR;
    }

    /**
     * A series without dates; a year has then {@value #WEEKS_PER_YEAR} points.
     *
     * @param counts {@code counts[t]}, 0 or finite numbers above, or NaN where missing; copied
     * @throws IllegalArgumentException when there is no count, or one is negative or infinite
     */
    public static CountSeries of(double... counts) {
        if (counts.length == 0) {
            throw new IllegalArgumentException("The series has no point (0 counts). Give at least one.");
        }
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] < 0 || Double.isInfinite(counts[index])) {
                throw new IllegalArgumentException("The count (" + counts[index] + ") at point " + index
                        + " must be 0 or a finite number above. A missing count is NaN.");
            }
        }
        return new CountSeries(counts.clone(), null, null);
    }

    /**
     * The same counts with the first day of each step.
     *
     * @throws IllegalArgumentException when there is not one date for each point, or the dates do not rise
     */
    public CountSeries withDates(List<LocalDate> firstDays) {
        if (firstDays.size() != counts.length) {
            throw new IllegalArgumentException("The series has " + counts.length + " points but " + firstDays.size()
                    + " dates. Give one for each point.");
        }
        for (int index = 1; index < firstDays.size(); index++) {
            if (!firstDays.get(index).isAfter(firstDays.get(index - 1))) {
                throw new IllegalArgumentException("The date (" + firstDays.get(index) + ") at point " + index
                        + " must be later than the one before (" + firstDays.get(index - 1)
                        + "). Sort the points and join those of one date.");
            }
        }
        return new CountSeries(counts, List.copyOf(firstDays), population);
    }

    /**
     * The same counts with the number of people they come from, in any unit.
     *
     * @param people {@code people[t]}, finite and above 0; copied
     * @throws IllegalArgumentException when there is not one value for each point, or one is outside its range
     */
    public CountSeries withPopulation(double[] people) {
        if (people.length != counts.length) {
            throw new IllegalArgumentException("The series has " + counts.length + " points but " + people.length
                    + " population figures. Give one for each point.");
        }
        for (int index = 0; index < people.length; index++) {
            if (!(people[index] > 0 && people[index] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The population (" + people[index] + ") at point " + index
                        + " must be a finite number above 0.");
            }
        }
        return new CountSeries(counts, dates, people.clone());
    }

    /** Number of points. */
    public int length() {
        return counts.length;
    }

    /** The count at a point; NaN when missing. */
    public double count(int index) {
        return counts[index];
    }

    /** All counts; not to be changed. */
    double[] counts() {
        return counts;
    }

    boolean isMissing(int index) {
        return Double.isNaN(counts[index]);
    }

    /** Whether the points have dates. */
    public boolean hasDates() {
        return dates != null;
    }

    /** Whether the points have a population. */
    public boolean hasPopulation() {
        return population != null;
    }

    /** 12 where neighbouring dates lie 28 to 31 days apart everywhere, else 52; 52 without dates. */
    public int pointsPerYear() {
        return pointsPerYear;
    }

    LocalDate date(int index) {
        if (dates == null) {
            throw new IllegalStateException("Point " + index + " has no date. Give the series its dates.");
        }
        return dates.get(index);
    }

    double population(int index) {
        if (population == null) {
            throw new IllegalStateException("Point " + index + " has no population. Give the series its population.");
        }
        return population[index];
    }

    /** Days between the first two dates; 1 without dates. */
    double daysPerStep() {
        return dates == null || dates.size() < 2 ? 1 : ChronoUnit.DAYS.between(dates.get(0), dates.get(1));
    }

    /** Days since the first point; points, without dates. */
    double days(int index) {
        return dates == null ? index : dates.get(index).toEpochDay();
    }

    private static boolean isMonthly(@Nullable List<LocalDate> dates) {
        if (dates == null || dates.size() < 2) {
            return false;
        }
        for (int index = 1; index < dates.size(); index++) {
            long days = ChronoUnit.DAYS.between(dates.get(index - 1), dates.get(index));
            if (days < SHORTEST_MONTH || days > LONGEST_MONTH) {
                return false;
            }
        }
        return true;
    }

    /** The known counts from {@code start} (inclusive) to {@code end} (exclusive), those outside the series left out. */
    double[] knownCounts(int start, int end) {
        double[] known = new double[Math.max(0, end - start)];
        int size = 0;
        for (int index = Math.max(0, start); index < Math.min(end, counts.length); index++) {
            if (!isMissing(index)) {
                known[size++] = counts[index];
            }
        }
        return Arrays.copyOf(known, size);
    }

    /** The sum of the known counts of a range, as {@link #knownCounts}. */
    double knownSum(int start, int end) {
        double sum = 0;
        for (int index = Math.max(0, start); index < Math.min(end, counts.length); index++) {
            sum += isMissing(index) ? 0 : counts[index];
        }
        return sum;
    }
}
