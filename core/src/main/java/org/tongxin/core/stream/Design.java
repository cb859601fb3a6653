package org.tongxin.core.stream;

/**
 * Turns steps of a series into rows of a regression: level, trend in years from the tested step, six contrasts of the
 * weekday against Monday, holiday, season of the Spring Festival, and the waves of the year.
 *
 * <p>A holiday counts as a Sunday with a difference of its own, so that a history without holidays still expects
 * something sensible of one; a make-up workday is the average of Monday to Friday. In a weekly series both are shares of
 * the week.
 */
final class Design {

    /** Days of a working week, Monday to Friday. */
    private static final int WORKDAYS = 5;

    private static final int SUNDAY = 7;

    private final StreamSeries series;
    private final int tested;
    private final Shape shape;
    private final WorkCalendar calendar;
    private final long firstDay;

    Design(StreamSeries series, int tested, Shape shape, WorkCalendar calendar) {
        this.series = series;
        this.tested = tested;
        this.shape = shape;
        this.calendar = calendar;
        this.firstDay = series.first().toEpochDay();
    }

    int columns() {
        return 1 + (shape.trend() ? 1 : 0) + calendarColumns() + 2 * shape.harmonics();
    }

    /** First column that is drawn towards zero; those before it, level and trend, are free. */
    int firstShrunk() {
        return shape.trend() ? 2 : 1;
    }

    private int calendarColumns() {
        return !shape.weekdays() ? 0 : series.rhythm() == Rhythm.DAILY ? 8 : 2;
    }

    /** Writes the row of a step to {@code rows[at .. at + columns())}; the step may lie outside the series. */
    void write(int index, double[] rows, int at) {
        int column = at;
        rows[column++] = 1;
        double years = (index - tested) / series.rhythm().stepsPerYear();
        if (shape.trend()) {
            rows[column++] = years;
        }
        if (shape.weekdays()) {
            column = series.rhythm() == Rhythm.DAILY ? day(index, rows, column) : week(index, rows, column);
        }
        for (int wave = 1; wave <= shape.harmonics(); wave++) {
            double angle = 2 * Math.PI * wave * years;
            rows[column++] = Math.sin(angle);
            rows[column++] = Math.cos(angle);
        }
    }

    private int day(int index, double[] rows, int at) {
        long date = firstDay + (long) index * series.rhythm().days();
        DayKind kind = calendar.kind(date);
        for (int weekday = 2; weekday <= SUNDAY; weekday++) {
            rows[at + weekday - 2] = weekdayShare(date, kind, weekday);
        }
        rows[at + 6] = kind == DayKind.HOLIDAY ? 1 : 0;
        rows[at + 7] = kind != DayKind.HOLIDAY && calendar.springFestivalSeason(date) ? 1 : 0;
        return at + 8;
    }

    private static double weekdayShare(long date, DayKind kind, int weekday) {
        return switch (kind) {
            case HOLIDAY -> weekday == SUNDAY ? 1 : 0;
            case MAKE_UP -> weekday <= WORKDAYS ? 1.0 / WORKDAYS : 0;
            case WORKDAY, WEEKEND -> WorkCalendar.weekday(date) == weekday ? 1 : 0;
        };
    }

    private int week(int index, double[] rows, int at) {
        long date = firstDay + (long) index * series.rhythm().days();
        int holidays = 0;
        int festival = 0;
        for (int day = 0; day < series.rhythm().days(); day++) {
            holidays += calendar.kind(date + day) == DayKind.HOLIDAY ? 1 : 0;
            festival += calendar.springFestivalSeason(date + day) ? 1 : 0;
        }
        rows[at] = holidays / (double) series.rhythm().days();
        rows[at + 1] = festival / (double) series.rhythm().days();
        return at + 2;
    }
}
