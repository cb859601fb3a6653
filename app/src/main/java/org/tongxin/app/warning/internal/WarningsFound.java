package org.tongxin.app.warning.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** Warnings, by number or by the area they are about. */
@Component
@Order(50)
class WarningsFound implements Findable {

    private final JdbcClient jdbc;

    WarningsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "warnings";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql("select w.id, w.number, w.level, w.drafted_at, a.name, a.name_en from warning w"
                        + " join area a on a.path = w.area_path where w.area_path >= :territory and w.area_path < :territory || '~' and"
                        + Sought.matches("w.number", "a.name || ' ' || a.name_en", "a.spelling")
                        + " order by" + Sought.rank("w.number", "a.name", "a.spelling")
                        + ", w.drafted_at desc, w.number desc limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("number"),
                        List.of(
                                row.getString("level"),
                                row.getTimestamp("drafted_at").toInstant().toString()),
                        "/warnings/" + row.getString("id")))
                .list();
    }
}
