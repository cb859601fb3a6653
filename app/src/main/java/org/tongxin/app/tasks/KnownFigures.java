package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;

/**
 * What a place has answered already, so that it is not asked again. What makes two figures the same the database says
 * ({@code figure_same}). Thread-safe.
 */
@Service
public class KnownFigures {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Json json;
    private final FiguresAround held;

    KnownFigures(JdbcClient jdbc, DistrictClock clock, Json json, FiguresAround held) {
        this.json = json;
        this.held = held;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A figure that is held.
     *
     * @param number of the order that the place answered it to; empty where the answer is not its own
     * @param issuer of that order; else where it comes from: orders that the places below answered, or empty for the program's own
     * @param asOf when the place answered, or the newest of those below
     * @param figure what the program calls it, where it holds it itself
     */
    public record Known(
            String number,
            String issuer,
            long value,
            Instant asOf,
            @Nullable Figure figure) {}

    private record Line(String field, String number, String issuer, long value, Instant asOf) {

        Known known() {
            return new Known(number, issuer, value, asOf, null);
        }
    }

    /**
     * What need not be asked of an unanswered task, by the key of its own field: what the place answered today to other orders, else
     * what all below it that were asked answered, else what the program holds of it.
     */
    public Map<String, Known> today(Task task) {
        if (!task.figures().isEmpty()) {
            return Map.of();
        }
        LocalDate today = clock.today();
        Map<String, Known> known = on(task, today);
        List<TaskField> open = task.fields().stream()
                .filter(field -> !known.containsKey(field.key()))
                .toList();
        held.of(task.areaPath(), open, today).forEach(known::put);
        return known;
    }

    /** A figure that one place answered to two orders on one day, differently. */
    record Contradiction(
            String label, String areaPath, UUID firstOrder, UUID secondOrder, long firstValue, long secondValue) {}

    /**
     * Figures among the answers to some tasks that differ from what the same place answered today to another order: of several
     * other orders, to the one answered last. Two of these tasks are compared once.
     */
    List<Contradiction> contradictions(Collection<UUID> answered) {
        LocalDate today = clock.today();
        return jdbc.sql("""
                        select label, area_path, first_order, second_order, first_value, second_value from (
                            select distinct on (mine.id, f.key) f.label, mine.area_path, o.id as first_order,
                                   q.id as second_order, cast(r.figures ->> d.key as bigint) as first_value,
                                   cast(own.figures ->> f.key as bigint) as second_value
                            from task mine join task_order q on q.id = mine.order_id
                                 join task_report own on own.task_id = mine.id and own.current
                                 cross join lateral jsonb_to_recordset(q.fields) as f(key text, label text, unit text, definition text)
                                 join task t on t.area_path = mine.area_path and t.level = mine.level and t.id <> mine.id
                                 join task_order o on o.id = t.order_id
                                 join task_report r on r.task_id = t.id and r.current
                                 cross join lateral jsonb_to_recordset(o.fields) as d(key text, label text, unit text, definition text)
                            where mine.id = any(:answered) and t.state in ('REPORTED', 'ACCEPTED')
                              and (t.id <> all(:answered) or o.number < q.number)
                              and r.reported_at >= :start and r.reported_at < :end
                              and figure_same(d.label, d.unit, d.definition, f.label, f.unit, f.definition)
                              and r.figures ->> d.key is not null and own.figures ->> f.key is not null
                            order by mine.id, f.key, r.reported_at desc, o.number desc) found
                        where first_value <> second_value
                        order by second_order, area_path, label
                        """)
                .param("answered", answered.toArray(UUID[]::new))
                .param("start", Timestamp.from(midnight(today)))
                .param("end", Timestamp.from(midnight(today.plusDays(1))))
                .query(Contradiction.class)
                .list();
    }

    /** Yesterday's figures of the place, by field; empty unless every field was answered then. */
    public Optional<Map<String, Long>> yesterday(Task task) {
        Map<String, Known> found = on(task, clock.today().minusDays(1));
        Map<String, Long> figures = new LinkedHashMap<>();
        found.forEach((key, known) -> figures.put(key, known.value()));
        return !figures.isEmpty() && figures.size() == task.fields().size() ? Optional.of(figures) : Optional.empty();
    }

    private Map<String, Known> on(Task task, LocalDate day) {
        Map<String, Known> known = new LinkedHashMap<>();
        lines(task, day).forEach(line -> known.put(line.field(), line.known()));
        return known;
    }

    private List<Line> lines(Task task, LocalDate day) {
        return jdbc.sql("""
                        select distinct on (n.key) n.key as field, o.number, o.issuer,
                               cast(r.figures ->> d.key as bigint) as value, r.reported_at as as_of
                        from task t join task_order o on o.id = t.order_id
                             join task_report r on r.task_id = t.id and r.current
                             cross join lateral jsonb_to_recordset(o.fields)
                                  as d(key text, label text, unit text, definition text)
                             join jsonb_to_recordset(cast(:fields as jsonb))
                                  as n(key text, label text, unit text, definition text)
                                  on figure_same(n.label, n.unit, n.definition, d.label, d.unit, d.definition)
                        where t.area_path = :area and t.level = :level and t.id <> :task
                          and t.state in ('REPORTED', 'ACCEPTED') and r.figures ->> d.key is not null
                          and r.reported_at >= :start and r.reported_at < :end
                        order by n.key, r.reported_at desc, o.number desc
                        """)
                .param("fields", json.write(task.fields()))
                .param("area", task.areaPath())
                .param("level", task.level().name())
                .param("task", task.id())
                .param("start", Timestamp.from(midnight(day)))
                .param("end", Timestamp.from(midnight(day.plusDays(1))))
                .query(Line.class)
                .list();
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(clock.zone()).toInstant();
    }
}
