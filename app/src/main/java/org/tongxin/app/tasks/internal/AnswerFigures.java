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
 * Gives forms what places answered to orders on a day. What makes two answers the same figure the database says ({@code figure_same}); the newest of a place stands. A place that did not answer itself is the sum of those below it, once
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

    private record Asked(String label, String labelEn, String unit, String definition) {}

    @Override
    public List<Figure> figures() {
        return jdbc
                .sql("""
                        select min(d.label) as label, max(d."labelEn") as label_en, min(coalesce(d.unit, '')) as unit,
                               min(coalesce(d.definition, '')) as definition
                        from task_order o
                             cross join lateral jsonb_to_recordset(o.fields)
                                  as d(label text, "labelEn" text, unit text, definition text)
                        where o.issued_at > :since
                        group by figure_name(d.label), figure_unit(d.unit), figure_bare(d.definition) order by 1, 3, 4
                        """)
                .param("since", Timestamp.from(clock.now().minus(OFFERED)))
                .query(Asked.class)
                .list()
                .stream()
                .map(this::figure)
                .toList();
    }

    /** A rule of its own stands in place of the general one. */
    private Figure figure(Asked asked) {
        String rule = asked.definition();
        Figure figure = words.named(
                MODULE + "." + asked.label() + "|" + asked.unit() + (rule.isEmpty() ? "" : "|" + rule),
                asked.label(),
                asked.labelEn() == null ? "" : asked.labelEn(),
                asked.unit(),
                MODULE + ".answer");
        return rule.isEmpty()
                ? figure
                : new Figure(figure.key(), figure.label(), figure.labelEn(), figure.unit(), rule, rule, figure.words());
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
        String[] asked =
                key.substring(Math.min(key.length(), MODULE.length() + 1)).split("\\|", 3);
        if (asked.length < 2) {
            return Map.of();
        }
        List<Ring> rings = jdbc.sql("""
                        with figure as materialized (
                            select o.id, o.number, o.issuer, d.key
                            from task_order o cross join lateral jsonb_to_recordset(o.fields)
                                      as d(key text, label text, unit text, definition text)
                            where figure_same(d.label, d.unit, d.definition, :label, :unit, :definition)),
                        asked as (
                            select distinct on (t.area_path) t.area_path, r.reported_at, o.number, o.issuer,
                                   cast(r.figures ->> o.key as bigint) as value
                            from task t join figure o on o.id = t.order_id
                                 left join task_report r on r.task_id = t.id and r.current
                                      and t.state in ('REPORTED', 'ACCEPTED') and r.reported_at >= :start and r.reported_at < :end
                            where t.state <> 'WITHDRAWN'
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
                .param("label", asked[0])
                .param("unit", asked[1])
                .param("definition", asked.length > 2 ? asked[2] : "")
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
