package org.tongxin.app.surveillance.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.surveillance.EpisodePart;
import org.tongxin.core.episode.PlaceAlarm;

/** Reads the alarms of a day that have joined no episode yet: signals, streets of grade alarm, new or grown clusters. */
@Component
class NewAlarms {

    /** Clusters that chance shows more often than once in a hundred days join no episode. Suggested value. */
    private static final double CLUSTER_P = 0.01;

    private static final String ALARMS = """
            select key, kind, subject, area_path, event_day, p from (
                select 'signal:' || s.id as key, 'SIGNAL' as kind, s.id as subject, s.area_path, s.event_day, a.p
                from signal s left join assessment a on a.point_id = s.point_id and a.event_day = s.event_day
                where s.state <> 'FALSE_ALARM'
                union all
                select 'place:' || area_path || ':' || event_day, 'PLACE', null, area_path, event_day, p
                from area_signal where grade = 'ALARM'
                union all
                select 'cluster:' || c.id || ':' || m.area_path, 'CLUSTER', c.id, m.area_path, c.event_day, c.p
                from scan_cluster c join scan_cluster_member m on m.cluster_id = c.id
                where c.current and c.news in ('NEW', 'GROWN') and c.p <= :clusterP
            ) alarm where event_day = :day and not exists (select 1 from episode_part p where p.key = alarm.key)
            order by area_path, key
            """;

    private final JdbcClient jdbc;

    NewAlarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alarm as it will be kept. @param p {@code null} where its method gives none */
    record Alarm(
            String key,
            EpisodePart.Kind kind,
            @Nullable UUID subject,
            String areaPath,
            LocalDate eventDay,
            @Nullable Double p) {

        /** What makes it one lead with others: the streets of a cluster are one. */
        Object lead() {
            return subject == null ? key : subject;
        }

        /** For joining, where the probability plays no part. */
        PlaceAlarm place() {
            return placeAlarm(key, areaPath, eventDay);
        }
    }

    static PlaceAlarm placeAlarm(String key, String areaPath, LocalDate day) {
        return new PlaceAlarm(key, areaPath.substring(0, Math.min(9, areaPath.length())), day, 1);
    }

    List<Alarm> of(LocalDate day) {
        return jdbc.sql(ALARMS)
                .param("clusterP", CLUSTER_P)
                .param("day", day)
                .query(Alarm.class)
                .list();
    }
}
