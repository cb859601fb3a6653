package org.tongxin.app.dispatch.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;

/** Posts that people can be sent to, by name. */
@Component
@Order(20)
class PostsFound implements Findable {

    private final JdbcClient jdbc;

    PostsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "posts";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select p.id, p.name, p.name_en, s.name as street, s.name_en as street_en from duty_post p"
                                + " join area s on s.path = substr(p.area_path, 1, 9) where p.area_path >= :territory and p.area_path < :territory || '~' and"
                                + Sought.matches("''", "p.name || ' ' || p.name_en", "p.spelling")
                                + " order by" + Sought.rank("''", "p.name", "p.spelling")
                                + ", p.area_path, p.name, p.id limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        "",
                        List.of(Reason.name(row.getString("street"), row.getString("street_en"))),
                        "/dispatch/posts/" + row.getString("id")))
                .list();
    }
}
