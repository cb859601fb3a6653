package org.tongxin.app.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;

/**
 * Times as a page writes them, in the district's zone and the reader's language: {@code ${@times.at(instant)}}. The
 * year is written only where it is not the district's present year. Thread-safe.
 */
@Component("times")
class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final DistrictClock clock;
    private final MessageSource messages;

    Times(DistrictClock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The district's present, for a page that shows it. */
    public Instant now() {
        return clock.now();
    }

    /** {@code 3月26日 09:40}, {@code 26 Mar 09:40}. */
    public String at(Instant instant) {
        return at(instant, reader());
    }

    String at(Instant instant, Locale locale) {
        LocalDateTime local = clock.local(instant);
        return write(local, thisYear(local.toLocalDate()) ? "time.at" : "time.at.year", locale);
    }

    /** {@code 今天 10:30} where it is today, yesterday or tomorrow, else as {@link #at(Instant)}. */
    public String near(Instant instant) {
        Locale locale = reader();
        long days = clock.dayOf(instant).toEpochDay() - clock.today().toEpochDay();
        if (Math.abs(days) > 1) {
            return at(instant, locale);
        }
        String key = days == 0 ? "time.today" : days > 0 ? "time.tomorrow" : "time.yesterday";
        return text(key, locale, clock(instant));
    }

    /** {@code 11:00前} today, {@code 3月27日 11:00前} on another day. */
    public String before(Instant due) {
        Locale locale = reader();
        boolean today = clock.dayOf(due).equals(clock.today());
        return text("time.before", locale, today ? clock(due) : at(due, locale));
    }

    /** {@code 09:40}. */
    public String clock(Instant instant) {
        return CLOCK.format(clock.local(instant));
    }

    /** {@code 2022年3月26日（星期六）09:40}. */
    public String full(Instant instant) {
        return write(clock.local(instant), "time.full", reader());
    }

    /** {@code 3月25日}, {@code 25 Mar}. */
    public String day(LocalDate day) {
        return day(day, reader());
    }

    /** Days from {@code day} to the district's today: how old what was known on it is. */
    public long daysSince(LocalDate day) {
        return clock.today().toEpochDay() - day.toEpochDay();
    }

    /** The day on which {@code instant} falls in the district. */
    public String day(Instant instant) {
        return day(clock.dayOf(instant), reader());
    }

    String day(LocalDate day, Locale locale) {
        return write(day, thisYear(day) ? "time.day" : "time.day.year", locale);
    }

    /** {@code 还有1小时20分} before {@code due}, {@code 逾期2小时} after it. */
    public String left(Instant due) {
        Duration left = Duration.between(clock.now(), due);
        String key = left.isNegative() ? "time.overdue" : "time.left";
        return text(key, reader(), length(left.abs()));
    }

    public boolean overdue(Instant due) {
        return clock.now().isAfter(due);
    }

    /** {@code 2小时前}; {@code 现在} within the minute. */
    public String ago(Instant past) {
        Duration age = Duration.between(past, clock.now());
        return age.toMinutes() < 1 ? text("time.now", reader()) : text("time.ago", reader(), length(age));
    }

    /** {@code 1小时20分}; the two largest units, minutes left out from a day on. */
    public String length(Duration duration) {
        Locale locale = reader();
        long days = duration.toDays();
        int hours = duration.toHoursPart();
        int minutes = duration.toMinutesPart();
        if (days > 0) {
            return hours == 0
                    ? text("time.length.days", locale, days)
                    : text("time.length.daysHours", locale, days, hours);
        }
        if (hours == 0) {
            return text("time.length.minutes", locale, minutes);
        }
        return minutes == 0
                ? text("time.length.hours", locale, hours)
                : text("time.length.hoursMinutes", locale, hours, minutes);
    }

    /** A place on a clock that starts with something, in hours and minutes: {@code 4:05}. @param minutes from its start */
    public String mark(int minutes) {
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** For the {@code datetime} attribute of a {@code <time>}. */
    public String iso(Instant instant) {
        return instant.atZone(clock.zone()).toOffsetDateTime().toString();
    }

    private boolean thisYear(LocalDate day) {
        return day.getYear() == clock.today().getYear();
    }

    private String write(TemporalAccessor time, String key, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale)
                .format(time);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
