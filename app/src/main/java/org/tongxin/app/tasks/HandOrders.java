package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;

/** Orders that belong to no plan and so end with none: somebody gave them by hand, and somebody ends them. Thread-safe. */
@Service
public class HandOrders {

    private static final String OPEN = "t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')";

    private final JdbcClient jdbc;
    private final Orders orders;

    HandOrders(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /** @param unanswered tasks, at least one */
    public record Open(UUID id, String number, String title, String titleEn, int unanswered) {}

    /** Those given between two times that are still unanswered somewhere, in the order in which they were given. */
    public List<Open> open(Instant from, Instant to) {
        return jdbc.sql("select o.id, o.number, o.title, o.title_en, count(*)::int as unanswered from task_order o"
                        + " join task t on t.order_id = o.id where o.origin like 'hand:%' and o.issued_at between ? and ?"
                        + " and " + OPEN + " group by o.id order by o.issued_at, o.number")
                .params(Timestamp.from(from), Timestamp.from(to))
                .query(Open.class)
                .list();
    }

    /** Whether this actor can end the order now. */
    public boolean withdrawable(Actor actor, UUID order) {
        return actor.role() == Role.DUTY_OFFICER && origin(actor, order).isPresent();
    }

    /**
     * The duty officer withdraws what nobody has answered yet of an order that was given by hand in the territory; answers stay.
     * Refused: I-003, T-004 where there is none or nothing of it is open.
     *
     * @return how many tasks were withdrawn
     */
    @Transactional
    public Outcome<Integer> withdraw(Actor actor, UUID order) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        return origin(actor, order)
                .map(origin -> Outcome.accepted(orders.withdraw(actor, origin, null)))
                .orElseGet(() -> Outcome.refused("T-004", order));
    }

    /** Of an order that asks nothing outside the territory. */
    private Optional<String> origin(Actor actor, UUID order) {
        return jdbc.sql("select o.origin from task_order o where o.id = :order and o.origin like 'hand:%'"
                        + " and exists (select from task t where t.order_id = o.id and " + OPEN + ")"
                        + " and not exists (select from task t where t.order_id = o.id"
                        + " and not starts_with(t.area_path, :territory))")
                .param("order", order)
                .param("territory", actor.territory())
                .query(String.class)
                .optional();
    }
}
