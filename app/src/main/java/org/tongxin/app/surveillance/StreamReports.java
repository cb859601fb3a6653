package org.tongxin.app.surveillance;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what each stream of a territory was worth. Thread-safe. */
@Component
public class StreamReports {

    private static final String SELECT = """
            select m.id as point_id, m.code, m.name, m.name_en, m.area_path, m.indicator, m.scenario,
                   count(s.id)::int as signals,
                   count(*) filter (where s.state = 'CONFIRMED')::int as confirmed,
                   count(*) filter (where s.state = 'FALSE_ALARM' and s.decided_by <> 'system'
                       and e.outcome is distinct from 'EXERCISE')::int as false_alarms,
                   count(*) filter (where s.state in ('OPEN', 'DEFERRED'))::int as open,
                   percentile_cont(0.5) within group (order by extract(epoch from
                       least(case when e.taken_at >= s.detected_at then e.taken_at end, s.decided_at) - s.detected_at) / 60)
                       filter (where s.decided_by is distinct from 'system') as look_minutes,
                   (select a.smallest_outbreak from assessment a where a.point_id = m.id
                     order by a.event_day desc limit 1) as smallest_outbreak
            from monitoring_point m
            left join signal s on s.point_id = m.id
            left join episode_part p on p.kind = 'SIGNAL' and p.subject = s.id
            left join episode e on e.id = p.episode_id
            where m.area_path >= :territory and m.area_path < :territory || '~'
            group by m.id order by m.indicator, m.area_path, m.code
            """;

    private final JdbcClient jdbc;

    StreamReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the list is sorted by; ties stay in the order of the streams. */
    public enum Order {
        STREAM((one, other) -> 0),
        SIGNALS(Comparator.comparingInt(StreamReport::signals).reversed()),
        FALSE_ALARMS(Comparator.comparingInt(StreamReport::falseAlarms).reversed()),
        OPEN(Comparator.comparingInt(StreamReport::open).reversed()),
        VALUE(Comparator.comparing(
                StreamReport::predictiveValue, Comparator.nullsLast(Comparator.<Double>reverseOrder()))),
        LOOK(Comparator.comparing(StreamReport::lookMinutes, Comparator.nullsLast(Comparator.<Double>reverseOrder()))),
        SMALLEST(Comparator.comparing(
                StreamReport::smallestOutbreak, Comparator.nullsLast(Comparator.<Double>naturalOrder())));

        private final transient Comparator<StreamReport> comparator;

        Order(Comparator<StreamReport> comparator) {
            this.comparator = comparator;
        }
    }

    public List<StreamReport> list(String territory, Order order) {
        return jdbc.sql(SELECT).param("territory", territory).query(StreamReport.class).list().stream()
                .sorted(order.comparator)
                .toList();
    }
}
