package org.tongxin.app.tasks.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** Orders that reached the territory, by number or title; a community gets its own task. What was withdrawn stands last and says so. */
@Component
@Order(40)
class OrdersFound implements Findable {

    private final JdbcClient jdbc;

    OrdersFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "orders";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select o.number, o.title, o.title_en, o.issued_at, every(t.state = 'WITHDRAWN') as withdrawn,"
                                + " case when length(:territory) >= 12 then '/tasks/' || min(t.id::text)"
                                + " else '/tasks/orders/' || o.id end as address"
                                + " from task_order o join task t on t.order_id = o.id where t.area_path >= :territory and t.area_path < :territory || '~' and"
                                + Sought.matches("o.number", "o.title || ' ' || o.title_en", "''") + " group by o.id"
                                + " order by" + Sought.rank("o.number", "o.title", "''")
                                + ", withdrawn, o.issued_at desc, o.number limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("title"),
                        row.getString("title_en"),
                        row.getString("number"),
                        facts(row.getTimestamp("issued_at").toInstant(), row.getBoolean("withdrawn")),
                        row.getString("address")))
                .list();
    }

    private static List<String> facts(Instant issuedAt, boolean withdrawn) {
        return withdrawn ? List.of(issuedAt.toString(), "WITHDRAWN") : List.of(issuedAt.toString());
    }
}
