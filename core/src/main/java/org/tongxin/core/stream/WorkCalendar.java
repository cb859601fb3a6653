package org.tongxin.core.stream;

import java.time.LocalDate;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holidays, make-up workdays and the season of the Spring Festival. Immutable and safe for use by several threads.
 *
 * <p>In a year that the calendar does not know there are weekdays and weekends only; {@link #knows} says so.
 */
public final class WorkCalendar {

    /** Days before the new year of the lunar calendar from which life differs: the travel season. Assumption. */
    private static final int DAYS_BEFORE_NEW_YEAR = 10;

    /** Days after it until life is as usual: the Lantern Festival is the fifteenth. Assumption. */
    private static final int DAYS_AFTER_NEW_YEAR = 15;

    private static final int SATURDAY = 6;
    private static final int HOLIDAY = 1;
    private static final int MAKE_UP = 2;
    private static final int FESTIVAL = 4;

    /** Marks {@code [day - firstDay]}, days since 1970; days outside have none. */
    private final byte[] marks;

    private final long firstDay;
    private final Set<Integer> years;

    /**
     * @param holidays every day off by statute, weekend days beside it included
     * @param makeUpDays Saturdays and Sundays that are worked
     * @param newYears first days of the lunar year
     */
    public WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUpDays, Set<LocalDate> newYears) {
        LongSummaryStatistics known = Stream.of(holidays, makeUpDays, newYears)
                .flatMap(Set::stream)
                .mapToLong(LocalDate::toEpochDay)
                .summaryStatistics();
        boolean empty = known.getCount() == 0;
        this.firstDay = empty ? 0 : known.getMin() - DAYS_BEFORE_NEW_YEAR;
        this.marks = new byte[empty ? 0 : (int) (known.getMax() + DAYS_AFTER_NEW_YEAR - firstDay + 1)];
        holidays.forEach(day -> mark(day.toEpochDay(), HOLIDAY));
        makeUpDays.forEach(day -> mark(day.toEpochDay(), MAKE_UP));
        for (LocalDate newYear : newYears) {
            for (int shift = -DAYS_BEFORE_NEW_YEAR; shift <= DAYS_AFTER_NEW_YEAR; shift++) {
                mark(newYear.toEpochDay() + shift, FESTIVAL);
            }
        }
        this.years = holidays.stream()
                .filter(day -> day.getDayOfYear() == 1)
                .map(LocalDate::getYear)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void mark(long epochDay, int mark) {
        marks[(int) (epochDay - firstDay)] |= (byte) mark;
    }

    private boolean marked(long epochDay, int mark) {
        long place = epochDay - firstDay;
        return place >= 0 && place < marks.length && (marks[(int) place] & mark) != 0;
    }

    /** Weekdays and weekends, no holidays. */
    public static WorkCalendar weekdaysOnly() {
        return new WorkCalendar(Set.of(), Set.of(), Set.of());
    }

    /** Whether the holidays of a year are known: whether its first of January is one, not only days off beside the next. */
    public boolean knows(int year) {
        return years.contains(year);
    }

    /** What a day is. */
    public DayKind kind(LocalDate day) {
        return kind(day.toEpochDay());
    }

    DayKind kind(long epochDay) {
        if (marked(epochDay, HOLIDAY)) {
            return DayKind.HOLIDAY;
        }
        if (marked(epochDay, MAKE_UP)) {
            return DayKind.MAKE_UP;
        }
        return weekday(epochDay) >= SATURDAY ? DayKind.WEEKEND : DayKind.WORKDAY;
    }

    /** Monday 1 to Sunday 7; the first of January 1970 was a Thursday. */
    static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L) + 1;
    }

    /** Whether a day lies in the moving season of the Spring Festival, holidays included. */
    public boolean springFestivalSeason(LocalDate day) {
        return springFestivalSeason(day.toEpochDay());
    }

    boolean springFestivalSeason(long epochDay) {
        return marked(epochDay, FESTIVAL);
    }
}
