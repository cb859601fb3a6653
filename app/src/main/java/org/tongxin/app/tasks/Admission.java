package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Refusal;

/**
 * The gate before communities: minutes are counted a community and day, and a number is asked once a day. Both give way
 * to a reason in someone's name, which is kept with the order. Minutes are counted over the orders of the day, answered or
 * not; those withdrawn are not counted.
 */
@Component
class Admission {

    /** Minutes a day that all orders together may ask of one community. Suggested value. */
    static final int MINUTES_A_DAY = 30;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Json json;

    Admission(JdbcClient jdbc, DistrictClock clock, Json json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** An order of today that asks the same; what has been answered to it, summed over the places of both. */
    record Twin(
            UUID id, String number, String issuer, Instant dueAt, String label, String place, int answers, long total) {

        Refusal refusal() {
            return Refusal.of("T-014", label, issuer, number, answers, total);
        }
    }

    private record Fullest(String name, int minutes) {}

    /** Why the order would need a reason; empty when it goes through as it is. */
    Optional<Refusal> refusal(UUID id, NewOrder order, List<String> streets, List<String> covered) {
        List<Twin> twins = twins(id, order, streets);
        if (!twins.isEmpty()) {
            return Optional.of(twins.getFirst().refusal());
        }
        return order.goesTo() == TaskLevel.COMMUNITY ? overBudget(id, order.minutes(), covered) : Optional.empty();
    }

    /** The refusal for the community that would be asked most, where that is more than a day holds. */
    Optional<Refusal> overBudget(UUID order, int minutes, List<String> streets) {
        return jdbc.sql("""
                        select a.name, coalesce(sum(o.minutes), 0)::int as minutes
                        from area a left join task t on t.area_path = a.path and t.level = 'COMMUNITY'
                                 and t.state <> 'WITHDRAWN' and t.issued_at >= :start and t.order_id <> :order
                             left join task_order o on o.id = t.order_id
                        where a.level = 'COMMUNITY' and a.tasked and substr(a.path, 1, 9) = any(:streets)
                        group by a.path, a.name order by 2 desc, a.path limit 1
                        """)
                .param("start", startOfDay())
                .param("order", order)
                .param("streets", streets.toArray(String[]::new))
                .query(Fullest.class)
                .optional()
                .filter(fullest -> fullest.minutes() + minutes > MINUTES_A_DAY)
                .map(fullest -> Refusal.of("T-015", fullest.name(), fullest.minutes(), minutes, MINUTES_A_DAY));
    }

    /** Orders of today, of the same ring and some of the same streets, that ask the same figure. */
    List<Twin> twins(UUID id, NewOrder order, List<String> streets) {
        return jdbc.sql("""
                        select o.id, o.number, o.issuer, o.due_at, d.label, min(t.area_path) as place,
                               count(r.id)::int as answers, coalesce(sum(cast(r.figures ->> d.key as bigint)), 0)::bigint as total
                        from task_order o
                             cross join lateral jsonb_to_recordset(o.fields) as d(key text, label text, unit text, definition text)
                             join jsonb_to_recordset(cast(:fields as jsonb)) as n(label text, unit text, definition text)
                                  on figure_same(n.label, n.unit, n.definition, d.label, d.unit, d.definition)
                             join task t on t.order_id = o.id and t.level = o.goes_to and t.state <> 'WITHDRAWN'
                                  and substr(t.area_path, 1, 9) = any(:streets)
                             left join task_report r on r.task_id = t.id and r.current
                        where o.id <> :id and o.goes_to = :ring and o.issued_at >= :start
                        group by o.id, o.number, o.issuer, o.due_at, d.label order by o.number, d.label
                        """)
                .param("fields", json.write(order.fields()))
                .param("streets", streets.toArray(String[]::new))
                .param("id", id)
                .param("ring", order.goesTo().name())
                .param("start", startOfDay())
                .query(Twin.class)
                .list();
    }

    /** Keeps in whose name the order went through, and why. */
    void override(UUID order, Actor actor, String reason) {
        jdbc.sql("insert into order_override (order_id, given_by, reason, given_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(order, actor.login(), reason, Timestamp.from(clock.now()))
                .update();
    }

    private Timestamp startOfDay() {
        return Timestamp.from(clock.today().atStartOfDay(clock.zone()).toInstant());
    }
}
