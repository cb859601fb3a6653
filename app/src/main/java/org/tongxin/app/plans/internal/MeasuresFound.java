package org.tongxin.app.plans.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** Public measures, by the area they hold for or a word of what they say. */
@Component
@Order(85)
class MeasuresFound implements Findable {

    private final JdbcClient jdbc;

    MeasuresFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "measures";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select m.id, m.kind, m.ends_at, a.name, a.name_en from measure m join area a on a.path = m.area_path"
                                + " where m.area_path >= :territory and m.area_path < :territory || '~' and"
                                + Sought.matches("''", "a.name || ' ' || a.name_en || ' ' || m.content", "a.spelling")
                                + " order by m.closed_at is not null, m.ends_at desc, m.id limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        "",
                        List.of(
                                row.getString("kind"),
                                row.getTimestamp("ends_at").toInstant().toString()),
                        "/measures/" + row.getString("id")))
                .list();
    }
}
