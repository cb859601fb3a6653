package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.surveillance.Attention;
import org.tongxin.app.surveillance.AttentionBudget;
import org.tongxin.core.episode.AlarmBudget;
import org.tongxin.core.episode.Episode;
import org.tongxin.core.episode.PlaceAlarm;

/** Puts waiting episodes to the desk, the rarest first, as far as this week's budget reaches. */
@Component
class AttentionRound {

    /** How an episode without any probability is ranked: after all that have one. */
    private static final double UNKNOWN = 1;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Attention attention;

    AttentionRound(JdbcClient jdbc, DistrictClock clock, Attention attention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.attention = attention;
    }

    /** To be called under the {@link EpisodeLock}. */
    void run() {
        LocalDate today = clock.today();
        AttentionBudget budget = attention.budget();
        List<Episode> chosen =
                AlarmBudget.DEFAULT.choose(waiting(today), budget.used(), today.getDayOfWeek() == DayOfWeek.SUNDAY);
        for (Episode episode : chosen) {
            jdbc.sql("update episode set state = 'NOTIFIED', notified_at = ?, notified_week = ?, version = version + 1"
                            + " where number = cast(? as integer)")
                    .params(
                            Timestamp.from(clock.now()),
                            budget.week(),
                            episode.first().key())
                    .update();
        }
    }

    private List<Episode> waiting(LocalDate today) {
        return jdbc.sql("select number, first_day, smallest_p from episode where state = 'WAITING'"
                        + " and (snoozed_until is null or snoozed_until < ?) order by number for update")
                .param(today)
                .query((row, number) -> {
                    Double p = row.getObject("smallest_p", Double.class);
                    return new Episode(List.of(new PlaceAlarm(
                            String.format(Locale.ROOT, "%09d", row.getInt("number")),
                            "",
                            row.getObject("first_day", LocalDate.class),
                            p == null ? UNKNOWN : p)));
                })
                .list();
    }
}
