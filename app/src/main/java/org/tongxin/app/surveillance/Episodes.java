package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** Reads episodes; an episode is seen by whoever holds one of its places. Thread-safe. */
@Component
public class Episodes {

    private static final String SELECT = """
            select e.id, e.number, e.state, e.opened_at, e.first_day, e.last_day, e.smallest_p, e.notified_at,
                   e.notified_week, e.owner, e.taken_at, e.outcome, e.outcome_reason, e.closed_by, e.closed_at,
                   e.snoozed_until, e.snooze_reason, i.number as merged_into, e.event_id, e.version,
                   (select count(distinct coalesce(p.subject::text, p.key))::int from episode_part p
                     where p.episode_id = coalesce(i.id, e.id)) as parts,
                   (select count(distinct p.area_path)::int from episode_part p
                     where p.episode_id = coalesce(i.id, e.id)) as places,
                   a.name as place_name, a.name_en as place_name_en
            from episode e left join episode i on i.id = e.merged_into
            join area a on a.path = (select p.area_path from episode_part p where p.episode_id = coalesce(i.id, e.id)
                and p.area_path >= :territory and p.area_path < :territory || '~' order by p.event_day, p.key limit 1)
            """;

    private static final Keyset PAST =
            new Keyset("episode", "e", "coalesce(@.closed_at, @.opened_at) desc", "@.number desc");

    private final JdbcClient jdbc;

    Episodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Put to the desk, not snoozed and without outcome: the rarest first. */
    public List<Episode> notified(String territory, LocalDate today) {
        return jdbc.sql(SELECT + " where e.state = 'NOTIFIED' and (e.snoozed_until is null or e.snoozed_until < :today)"
                        + " order by e.smallest_p nulls last, e.number")
                .param("territory", territory)
                .param("today", today)
                .query(Episode.class)
                .list();
    }

    /** Open and either waiting for the budget or snoozed: in the order in which they will be asked about. */
    public List<Episode> waiting(String territory, LocalDate today) {
        return jdbc.sql(SELECT + " where e.state = 'WAITING' or (e.state = 'NOTIFIED' and e.snoozed_until >= :today)"
                        + " order by e.snoozed_until nulls first, e.smallest_p nulls last, e.number")
                .param("territory", territory)
                .param("today", today)
                .query(Episode.class)
                .list();
    }

    /** No longer open, newest first. */
    public List<Episode> past(String territory, int limit) {
        return jdbc.sql(SELECT + " where e.state in ('CLOSED', 'LAPSED', 'MERGED')"
                        + " order by coalesce(e.closed_at, e.opened_at) desc, e.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Episode.class)
                .list();
    }

    /** A page of those that are no longer open, newest first. */
    public Paged<Episode> pastPage(String territory, @Nullable Seen after) {
        return PAST.read(
                jdbc,
                SELECT + " where e.state in ('CLOSED', 'LAPSED', 'MERGED') and",
                Map.of("territory", territory),
                Episode.class,
                after,
                Paged.SIZE,
                Episode::id);
    }

    /** How many are no longer open. */
    public int countPast(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + " where e.state in ('CLOSED', 'LAPSED', 'MERGED')"
                        + ") counted")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    public Optional<Episode> find(int number, String territory) {
        return jdbc.sql(SELECT + " where e.number = :number")
                .param("territory", territory)
                .param("number", number)
                .query(Episode.class)
                .optional();
    }

    /** The episode that a signal has joined. */
    public Optional<Episode> ofSignal(java.util.UUID signal, String territory) {
        return jdbc.sql(SELECT + " where e.id = (select episode_id from episode_part where subject = :signal limit 1)")
                .param("territory", territory)
                .param("signal", signal)
                .query(Episode.class)
                .optional();
    }

    /** What has joined an episode inside a territory, newest day first; a cluster is one lead, however many its streets. */
    public List<EpisodePart> parts(int number, String territory) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (coalesce(p.subject::text, p.key)) p.kind, p.subject, p.area_path,
                                   a.name as area_name, a.name_en as area_name_en, p.event_day,
                                   coalesce(m.name, a.name) as name, coalesce(m.name_en, a.name_en) as name_en,
                                   coalesce(s.observed, k.observed) as observed,
                                   coalesce(s.expected, k.expected) as expected, p.p,
                                   coalesce(m.scenario, k.model = 'EXPECTATION', false) as scenario,
                                   s.state as signal_state,
                                   (select count(*)::int from scan_cluster_member c where c.cluster_id = k.id) as streets
                            from episode_part p join episode e on e.id = p.episode_id join area a on a.path = p.area_path
                            left join signal s on p.kind = 'SIGNAL' and s.id = p.subject
                            left join monitoring_point m on m.id = s.point_id
                            left join scan_cluster k on p.kind = 'CLUSTER' and k.id = p.subject
                            where e.number = :number and p.area_path >= :territory and p.area_path < :territory || '~'
                            order by coalesce(p.subject::text, p.key), p.area_path
                        ) lead order by event_day desc, p nulls last, area_path, kind, subject
                        """)
                .param("number", number)
                .param("territory", territory)
                .query(EpisodePart.class)
                .list();
    }
}
