package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.platform.DistrictClock;

/**
 * What a place has answered already, so that it is not asked again. Two figures are the same when their Chinese label and
 * unit are: that is the definition both were asked by. Thread-safe.
 */
@Service
public class KnownFigures {

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    KnownFigures(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A figure that is held.
     *
     * @param order the order it was answered to, with its number and issuer
     * @param asOf when the place answered
     */
    public record Known(UUID order, String number, String issuer, long value, Instant asOf) {}

    private record Line(String label, String unit, UUID order, String number, String issuer, long value, Instant asOf) {

        Known known() {
            return new Known(order, number, issuer, value, asOf);
        }
    }

    private record Definition(String label, String unit) {}

    /** What the place of an unanswered task answered today to other orders, by the key of the task's own field. */
    public Map<String, Known> today(Task task) {
        return task.figures().isEmpty() ? on(task, clock.today()) : Map.of();
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
                                 cross join lateral jsonb_to_recordset(q.fields) as f(key text, label text, unit text)
                                 join task t on t.area_path = mine.area_path and t.level = mine.level and t.id <> mine.id
                                 join task_order o on o.id = t.order_id
                                 join task_report r on r.task_id = t.id and r.current
                                 cross join lateral jsonb_to_recordset(o.fields) as d(key text, label text, unit text)
                            where mine.id = any(:answered) and t.state in ('REPORTED', 'ACCEPTED')
                              and (t.id <> all(:answered) or o.number < q.number)
                              and r.reported_at >= :start and r.reported_at < :end
                              and d.label = f.label and d.unit is not distinct from f.unit
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
        Map<Definition, Known> held = new HashMap<>();
        lines(task, day).forEach(line -> held.put(new Definition(line.label(), line.unit()), line.known()));
        Map<String, Known> known = new LinkedHashMap<>();
        for (TaskField field : task.fields()) {
            Known found = held.get(new Definition(field.label(), field.unit()));
            if (found != null) {
                known.put(field.key(), found);
            }
        }
        return known;
    }

    private List<Line> lines(Task task, LocalDate day) {
        return jdbc.sql("""
                        select distinct on (d.label, d.unit) d.label, d.unit, o.id as "order", o.number, o.issuer,
                               cast(r.figures ->> d.key as bigint) as value, r.reported_at as as_of
                        from task t join task_order o on o.id = t.order_id
                             join task_report r on r.task_id = t.id and r.current
                             cross join lateral jsonb_to_recordset(o.fields) as d(key text, label text, unit text)
                        where t.area_path = :area and t.level = :level and t.id <> :task
                          and t.state in ('REPORTED', 'ACCEPTED') and r.figures ->> d.key is not null
                          and r.reported_at >= :start and r.reported_at < :end
                        order by d.label, d.unit, r.reported_at desc, o.number desc
                        """)
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
