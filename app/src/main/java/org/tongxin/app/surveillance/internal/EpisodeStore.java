package org.tongxin.app.surveillance.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.core.episode.PlaceAlarm;

/** Writes episodes and their parts; always under the {@link EpisodeLock}. */
@Component
class EpisodeStore {

    /** Open episodes, and outbreaks that are known to be true: only these go on growing. */
    private static final String GROWING =
            "(e.state in ('WAITING', 'NOTIFIED') or (e.state = 'CLOSED' and e.outcome = 'TRUE_OUTBREAK'))";

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    EpisodeStore(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A part of an episode that may still grow. */
    record Member(UUID episode, int number, boolean open, PlaceAlarm alarm) {}

    int nextNumber() {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from episode")
                .query(Integer.class)
                .single();
    }

    /** Parts of growing episodes in these days, by episode; their episodes cannot be closed until this transaction ends. */
    List<Member> members(LocalDate from, LocalDate to) {
        jdbc.sql("select e.id from episode e where " + GROWING + " order by e.number for update")
                .query(row -> {});
        return jdbc.sql("select e.id, e.number, e.state <> 'CLOSED' as open, p.key, p.area_path, p.event_day"
                        + " from episode_part p join episode e on e.id = p.episode_id where " + GROWING
                        + " and p.event_day between ? and ? order by e.number, p.key")
                .params(from, to)
                .query((row, number) -> new Member(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        row.getBoolean("open"),
                        NewAlarms.placeAlarm(
                                row.getString("key"),
                                row.getString("area_path"),
                                row.getObject("event_day", LocalDate.class))))
                .list();
    }

    void open(UUID id, int number, LocalDate day, UUID event) {
        jdbc.sql("insert into episode (id, number, state, opened_at, first_day, last_day, event_id)"
                        + " values (?, ?, 'WAITING', ?, ?, ?, ?)")
                .params(id, number, Timestamp.from(clock.now()), day, day, event)
                .update();
    }

    void add(UUID episode, List<NewAlarms.Alarm> alarms) {
        for (NewAlarms.Alarm alarm : alarms) {
            jdbc.sql("insert into episode_part (key, episode_id, kind, subject, area_path, event_day, p)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            alarm.key(),
                            episode,
                            alarm.kind().name(),
                            alarm.subject(),
                            alarm.areaPath(),
                            alarm.eventDay(),
                            alarm.p()))
                    .update();
        }
        restate(episode);
    }

    /** The parts of {@code other} become parts of {@code oldest}, which keeps what was known of both. */
    void merge(UUID oldest, UUID other) {
        jdbc.sql(
                        "update episode e set state = case when 'NOTIFIED' in (e.state, o.state) then 'NOTIFIED' else 'WAITING' end,"
                                + " notified_at = coalesce(e.notified_at, o.notified_at), owner = coalesce(e.owner, o.owner),"
                                + " taken_at = coalesce(e.taken_at, o.taken_at), snoozed_until = null, snooze_reason = null"
                                + " from episode o where e.id = ? and o.id = ?")
                .params(oldest, other)
                .update();
        jdbc.sql("update episode_part set episode_id = ? where episode_id = ?")
                .params(oldest, other)
                .update();
        jdbc.sql("update episode set state = 'MERGED', merged_into = ?, snoozed_until = null, snooze_reason = null,"
                        + " version = version + 1 where id = ? or merged_into = ?")
                .params(oldest, other, other)
                .update();
        restate(oldest);
    }

    private void restate(UUID episode) {
        jdbc.sql("update episode e set first_day = s.first_day, last_day = s.last_day, smallest_p = s.p,"
                        + " version = version + 1 from (select min(event_day) as first_day, max(event_day) as last_day,"
                        + " min(p) as p from episode_part where episode_id = ?) s where e.id = ?")
                .params(episode, episode)
                .update();
    }

    /** Ends what nobody has taken over and nothing holds up any longer: every part was corrected away or called false. */
    void lapseUnfounded() {
        jdbc.sql("""
                update episode e set state = 'LAPSED', version = version + 1
                where e.state in ('WAITING', 'NOTIFIED') and e.owner is null and not exists (
                    select 1 from episode_part p
                    left join signal s on p.kind = 'SIGNAL' and s.id = p.subject
                    left join area_signal a on p.kind = 'PLACE' and a.area_path = p.area_path and a.event_day = p.event_day
                    left join scan_cluster c on p.kind = 'CLUSTER' and c.id = p.subject
                    where p.episode_id = e.id and (s.state <> 'FALSE_ALARM' or a.grade = 'ALARM' or c.current))
                """).update();
    }

    /** Ends what has waited without growing since before a day. */
    void lapseWaiting(LocalDate before) {
        jdbc.sql("update episode set state = 'LAPSED', version = version + 1"
                        + " where state = 'WAITING' and owner is null and last_day < ?")
                .param(before)
                .update();
    }
}
