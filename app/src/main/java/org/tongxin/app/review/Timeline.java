package org.tongxin.app.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import tools.jackson.core.type.TypeReference;

/** Reads the timeline, restricted to a territory. Thread-safe. */
@Component
public class Timeline {

    private static final TypeReference<Reason> REASON = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    Timeline(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A page of the timeline, oldest first, after a place in it (the epoch and two empty texts for the beginning). */
    public List<TimelineEntry> page(String territory, Instant after, String afterKind, String afterKey, int limit) {
        return jdbc.sql("select * from timeline_entry where (occurred_at, kind, business_key) > (:after, :kind, :key)"
                        + " and area_path >= :territory and area_path < :territory || '~'"
                        + " order by occurred_at, kind, business_key limit :limit")
                .param("after", Timestamp.from(after))
                .param("kind", afterKind)
                .param("key", afterKey)
                .param("territory", territory)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** The newest entries of some kinds, newest first; of every kind when none is named. */
    public List<TimelineEntry> newest(String territory, List<String> kinds, int limit) {
        return jdbc.sql("select * from timeline_entry where area_path >= :territory and area_path < :territory || '~'"
                        + " and (cardinality(cast(:kinds as text[])) = 0 or kind = any(:kinds))"
                        + " order by occurred_at desc, kind desc, business_key desc limit :limit")
                .param("territory", territory)
                .param("kinds", kinds.toArray(String[]::new))
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** An entry and what led to it, effect first. */
    public List<TimelineEntry> causes(UUID event) {
        return jdbc.sql("""
                        with recursive chain as (
                            select t.*, 0 as depth from timeline_entry t where t.event_id = :event
                            union all
                            select t.*, c.depth + 1 from timeline_entry t join chain c on t.event_id = c.caused_by
                            where c.depth < 20)
                        select * from chain order by depth
                        """).param("event", event).query(this::map).list();
    }

    public Optional<TimelineEntry> find(UUID event) {
        return jdbc.sql("select * from timeline_entry where event_id = ?")
                .param(event)
                .query(this::map)
                .optional();
    }

    /** The one event of a kind about a thing. */
    Optional<TimelineEntry> find(String kind, String key) {
        return jdbc.sql("select * from timeline_entry where kind = ? and business_key = ?")
                .params(kind, key)
                .query(this::map)
                .optional();
    }

    /** Entries of some kinds in a span, oldest first. */
    List<TimelineEntry> between(String territory, Span span, List<String> kinds) {
        return jdbc.sql("select * from timeline_entry where occurred_at >= :from and occurred_at <= :to"
                        + " and kind = any(:kinds) and area_path >= :territory and area_path < :territory || '~'"
                        + " order by occurred_at, kind, business_key")
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .param("kinds", kinds.toArray(String[]::new))
                .param("territory", territory)
                .query(this::map)
                .list();
    }

    /** How much happened of each kind in the territory: the sum of the quantities. */
    public Map<String, Long> totals(String territory) {
        return totals(
                "select kind, sum(quantity) as total from timeline_entry where area_path >= :territory"
                        + " and area_path < :territory || '~' group by kind",
                territory,
                Span.ALWAYS);
    }

    /** As {@link #totals(String)}, in a span. */
    Map<String, Long> totals(String territory, Span span) {
        return totals(
                "select kind, sum(quantity) as total from timeline_entry where area_path >= :territory"
                        + " and area_path < :territory || '~' and occurred_at >= :from and occurred_at <= :to group by kind",
                territory,
                span);
    }

    private Map<String, Long> totals(String sql, String territory, Span span) {
        Map<String, Long> totals = new TreeMap<>();
        jdbc.sql(sql)
                .param("territory", territory)
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .query((row, number) -> Map.entry(row.getString("kind"), row.getLong("total")))
                .list()
                .forEach(entry -> totals.put(entry.getKey(), entry.getValue()));
        return totals;
    }

    private TimelineEntry map(ResultSet row, int number) throws SQLException {
        return new TimelineEntry(
                row.getObject("event_id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("kind"),
                row.getString("business_key"),
                row.getString("area_path"),
                row.getString("actor"),
                row.getObject("caused_by", UUID.class),
                json.read(row.getString("summary"), REASON),
                row.getInt("quantity"));
    }
}
