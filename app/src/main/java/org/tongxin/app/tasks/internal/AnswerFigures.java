package org.tongxin.app.tasks.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.FigureWords;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.platform.DistrictClock;

/**
 * Gives forms what places answered to orders on a day. Two answers are of the same figure when Chinese label and unit are, as
 * in {@code KnownFigures}; the newest of a place stands. A place that did not answer itself is the sum of those below it, once
 * all that were asked have answered.
 */
@Component
class AnswerFigures implements FigureSource {

    private static final String MODULE = "tasks";

    /** How long a figure is offered after it was last asked. Suggested value. */
    private static final Duration OFFERED = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final FigureWords words;

    AnswerFigures(JdbcClient jdbc, DistrictClock clock, FigureWords words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    private record Asked(String label, String labelEn, String unit) {}

    @Override
    public List<Figure> figures() {
        return jdbc
                .sql("""
                        select d.label, max(d."labelEn") as label_en, coalesce(d.unit, '') as unit
                        from task_order o
                             cross join lateral jsonb_to_recordset(o.fields) as d(label text, "labelEn" text, unit text)
                        where o.issued_at > :since group by d.label, coalesce(d.unit, '') order by 1, 3
                        """)
                .param("since", Timestamp.from(clock.now().minus(OFFERED)))
                .query(Asked.class)
                .list()
                .stream()
                .map(asked -> words.named(
                        MODULE + "." + asked.label() + "|" + asked.unit(),
                        asked.label(),
                        asked.labelEn() == null ? "" : asked.labelEn(),
                        asked.unit(),
                        MODULE + ".answer"))
                .toList();
    }

    /** Those of a ring at or below a place. */
    private record Ring(
            String path,
            int ring,
            long value,
            int answered,
            int asked,
            @Nullable Instant asOf,
            @Nullable String orders) {

        Held held() {
            return new Held(value, answered, asked, asOf, orders == null ? "" : orders);
        }
    }

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        int bar = key.lastIndexOf('|');
        if (bar < MODULE.length() + 1) {
            return Map.of();
        }
        List<Ring> rings = jdbc.sql("""
                        with asked as (
                            select distinct on (t.area_path) t.area_path, r.reported_at, o.number, o.issuer,
                                   cast(r.figures ->> d.key as bigint) as value
                            from task t join task_order o on o.id = t.order_id
                                 cross join lateral jsonb_to_recordset(o.fields) as d(key text, label text, unit text)
                                 left join task_report r on r.task_id = t.id and r.current
                                      and t.state in ('REPORTED', 'ACCEPTED') and r.reported_at >= :start and r.reported_at < :end
                            where d.label = :label and coalesce(d.unit, '') = :unit and t.state <> 'WITHDRAWN'
                              and t.issued_at < :end and (t.issued_at >= :start or t.due_at >= :start or r.id is not null)
                              and length(t.area_path) >= :digits
                              and t.area_path >= :territory and t.area_path < :territory || '~'
                            order by t.area_path, r.reported_at desc nulls last, o.number desc)
                        select substr(area_path, 1, :digits) as path, length(area_path) as ring,
                               coalesce(sum(value), 0)::bigint as value, count(value)::int as answered, count(*)::int as asked,
                               max(reported_at) as as_of,
                               string_agg(distinct number || ' ' || issuer, '; ') filter (where value is not null) as orders
                        from asked group by 1, 2
                        """)
                .param("start", Timestamp.from(midnight(day)))
                .param("end", Timestamp.from(midnight(day.plusDays(1))))
                .param("label", key.substring(MODULE.length() + 1, bar))
                .param("unit", key.substring(bar + 1))
                .param("digits", digits)
                .param("territory", territory)
                .query(Ring.class)
                .list();
        return nearest(rings);
    }

    /** The nearest ring of each place that is complete; else the nearest. */
    private static Map<String, Held> nearest(List<Ring> rings) {
        Map<String, Held> found = new HashMap<>();
        rings.stream().sorted(Comparator.comparingInt(Ring::ring)).forEach(ring -> {
            Held before = found.get(ring.path());
            if (before == null || !before.complete() && ring.held().complete()) {
                found.put(ring.path(), ring.held());
            }
        });
        return found;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
