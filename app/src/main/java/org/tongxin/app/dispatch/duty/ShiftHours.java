package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.core.allocation.DutyRules;
import org.tongxin.core.allocation.DutyTurn;

/** When the shift of a day, and a post with hours of its own, opens, starts, ends and closes in the district. Thread-safe. */
@Component
public class ShiftHours {

    private final DistrictClock clock;
    private final DutySettings settings;

    ShiftHours(DistrictClock clock, DutySettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The day whose shift runs, or comes next: a shift that ends after midnight is of the day on which it began, until nobody can
     * check out any more.
     */
    public LocalDate day() {
        LocalDate yesterday = clock.today().minusDays(1);
        return clock.now().isBefore(of(yesterday).closing()) ? yesterday : clock.today();
    }

    /** The hours of the shift. */
    public DutyTimes of(LocalDate day) {
        return of(day, null, null);
    }

    /** The hours of a post. */
    public DutyTimes of(LocalDate day, DutyPost post) {
        return of(day, post.starts(), post.ends());
    }

    /**
     * The hours of a post; its own lie within one day.
     *
     * @param starts its own start, or {@code null} for that of the shift
     * @param ends its own end, or {@code null} likewise
     */
    public DutyTimes of(LocalDate day, @Nullable LocalTime starts, @Nullable LocalTime ends) {
        Instant start = clock.at(day, starts == null ? settings.starts() : starts);
        Instant end = ends == null
                ? clock.at(settings.pastMidnight() ? day.plusDays(1) : day, settings.ends())
                : clock.at(day, ends);
        return new DutyTimes(
                start.minus(settings.opensBefore()),
                start,
                start.plus(settings.vacantAfter()),
                end,
                end.plus(settings.closesAfter()));
    }

    /** The turn of who stands at a post, in local time. */
    public DutyTurn turn(LocalDate day, DutyPost post) {
        return turn(day, post.starts(), post.ends());
    }

    /** Likewise. @param starts its own start, or {@code null} for that of the shift @param ends likewise */
    public DutyTurn turn(LocalDate day, @Nullable LocalTime starts, @Nullable LocalTime ends) {
        LocalDateTime end = ends == null
                ? (settings.pastMidnight() ? day.plusDays(1) : day).atTime(settings.ends())
                : day.atTime(ends);
        return new DutyTurn(day, day.atTime(starts == null ? settings.starts() : starts), end);
    }

    /** How much one person may serve. */
    public DutyRules rules() {
        return new DutyRules(settings.rest(), settings.shiftsPerWeek());
    }

    public Instant start(LocalDate day) {
        return of(day).start();
    }

    public Instant end(LocalDate day) {
        return of(day).end();
    }
}
