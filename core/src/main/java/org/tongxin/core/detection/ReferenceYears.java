package org.tongxin.core.detection;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Where "the same time in earlier years" lies in a series.
 *
 * <p>Weekly series with dates: the date k years earlier, moved to the nearest date with the weekday of the tested one (29
 * February becomes 1 March, as in R). Monthly series: the same month. Without dates: k times 52 points back.
 */
final class ReferenceYears {

    private static final int DAYS_PER_WEEK = 7;

    private ReferenceYears() {}

    /** The point that stands for point {@code index} in the year {@code years} years earlier; may be below 0. */
    static int index(CountSeries series, int index, int years) {
        if (!series.hasDates() || series.pointsPerYear() == CountSeries.MONTHS_PER_YEAR) {
            return index - years * series.pointsPerYear();
        }
        LocalDate tested = series.date(index);
        LocalDate moved = nearestWithWeekdayOf(tested, yearsBefore(tested, years));
        return index - Math.toIntExact(ChronoUnit.DAYS.between(moved, tested) / DAYS_PER_WEEK);
    }

    private static LocalDate yearsBefore(LocalDate date, int years) {
        LocalDate earlier = date.minusYears(years);
        boolean leapDayLost = date.getMonth() == Month.FEBRUARY && earlier.getDayOfMonth() < date.getDayOfMonth();
        return leapDayLost ? earlier.plusDays(1) : earlier;
    }

    private static LocalDate nearestWithWeekdayOf(LocalDate tested, LocalDate date) {
        LocalDate first = date.plusDays(weekday(tested) - weekday(date));
        LocalDate second = first.isAfter(date) ? first.minusDays(DAYS_PER_WEEK) : first.plusDays(DAYS_PER_WEEK);
        return distance(second, date) < distance(first, date) ? second : first;
    }

    /** Sunday is 0. */
    private static int weekday(LocalDate date) {
        return date.getDayOfWeek().getValue() % DAYS_PER_WEEK;
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    /** Why the dates of a series do not allow yearly references; empty when they do. */
    static Optional<String> refusalOfDates(String method, CountSeries series) {
        if (!series.hasDates() || series.pointsPerYear() == CountSeries.MONTHS_PER_YEAR) {
            return Optional.empty();
        }
        for (int index = 1; index < series.length(); index++) {
            long days = ChronoUnit.DAYS.between(series.date(index - 1), series.date(index));
            if (days != DAYS_PER_WEEK) {
                return Optional.of(method + " needs weekly or monthly counts, but " + series.date(index) + " follows "
                        + series.date(index - 1) + " after " + days
                        + " days. Sum daily counts by week; put a missing week in as a missing count.");
            }
        }
        return Optional.empty();
    }

    /**
     * Why the history is too short; empty when the earliest reference, moved by so many points, lies inside the series.
     *
     * @param shift minus the half window where the whole window must exist, plus it where a part is enough
     */
    static Optional<String> refusalOfHistory(String method, CountSeries series, int first, int years, int shift) {
        int missing = -(index(series, first, years) + shift);
        if (missing <= 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s needs %d years of history and the window around its start (%d points) before point %d, has %.1f years"
                        + " (%d points).",
                method,
                years,
                first + missing,
                first,
                (double) first / series.pointsPerYear(),
                first));
    }

    /** Why the windows of neighbouring years would overlap; empty when they do not. */
    static Optional<String> refusalOfWindow(String method, CountSeries series, int halfWindow) {
        return 2 * halfWindow + 1 < series.pointsPerYear()
                ? Optional.empty()
                : Optional.of(method + " needs windows shorter than a year of " + series.pointsPerYear()
                        + " points; a half window of " + halfWindow + " is too long.");
    }
}
