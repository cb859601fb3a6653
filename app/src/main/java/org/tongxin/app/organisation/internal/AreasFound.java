package org.tongxin.app.organisation.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;

/** Districts, streets, communities, grids and compounds, by name or code. */
@Component
@Order(10)
class AreasFound implements Findable {

    private final JdbcClient jdbc;

    AreasFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "areas";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select a.name, a.name_en, a.path, a.level, s.name as street, s.name_en as street_en from area a"
                                + " left join area s on length(a.path) > 9 and s.path = substr(a.path, 1, 9)"
                                + " where a.path >= :territory and a.path < :territory || '~' and a.ended_on is null and"
                                + Sought.matches("a.path", "a.name || ' ' || a.name_en", "a.spelling")
                                + " order by" + Sought.rank("a.path", "a.name", "a.spelling")
                                + ", length(a.path), a.path limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> {
                    String path = row.getString("path");
                    String street = row.getString("street");
                    return new Found(
                            row.getString("name"),
                            row.getString("name_en"),
                            path,
                            street == null
                                    ? List.of(row.getString("level"))
                                    : List.of(row.getString("level"), Reason.name(street, row.getString("street_en"))),
                            path.length() <= 9 ? "/areas/" + path : "/units?code=" + path);
                })
                .list();
    }
}
