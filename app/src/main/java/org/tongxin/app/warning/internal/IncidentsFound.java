package org.tongxin.app.warning.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;

/** Rated incidents, by number or title. */
@Component
@Order(60)
class IncidentsFound implements Findable {

    private final JdbcClient jdbc;

    IncidentsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "incidents";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql("select i.id, i.number, i.title, i.level, a.name, a.name_en from incident_rating i"
                        + " join area a on a.path = i.area_path where i.area_path >= :territory and i.area_path < :territory || '~' and"
                        + Sought.matches("i.number", "i.title || ' ' || a.name || ' ' || a.name_en", "a.spelling")
                        + " order by" + Sought.rank("i.number", "i.title", "a.spelling")
                        + ", i.rated_at desc, i.number desc limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("title"),
                        row.getString("title"),
                        row.getString("number"),
                        List.of(Reason.name(row.getString("name"), row.getString("name_en")), row.getString("level")),
                        "/incidents/" + row.getString("id")))
                .list();
    }
}
