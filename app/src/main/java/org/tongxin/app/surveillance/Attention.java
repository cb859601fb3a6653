package org.tongxin.app.surveillance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.core.episode.AlarmBudget;

/**
 * What is left of this week's attention. There is one desk, the district's, and one budget; the weeks are those of ISO
 * 8601 in the district's zone. Official levels and warnings do not pass through it. Thread-safe.
 */
@Component
public class Attention {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    Attention(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The budget of the week of the district's present. */
    public AttentionBudget budget() {
        LocalDate today = clock.today();
        String week = week(today);
        int used = jdbc.sql("select count(*)::int from episode where notified_week = ?")
                .param(week)
                .query(Integer.class)
                .single();
        return new AttentionBudget(
                week, used, AlarmBudget.DEFAULT.perWeek(), today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
    }

    /** {@code 2022-W12}. */
    static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
