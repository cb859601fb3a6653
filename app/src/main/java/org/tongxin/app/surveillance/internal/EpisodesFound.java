package org.tongxin.app.surveillance.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/** Episodes that touch the territory, by number or by a place of theirs. */
@Component
@Order(70)
class EpisodesFound implements Findable {

    private static final String LABEL = "'E-' || lpad(e.number::text, greatest(3, length(e.number::text)), '0')";

    private final JdbcClient jdbc;

    EpisodesFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "episodes";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(
                        jdbc.sql("select distinct on (e.number) " + LABEL + " as label, e.first_day, a.name, a.name_en"
                                + " from episode e join episode_part p on p.episode_id = e.id join area a on a.path = p.area_path"
                                + " where p.area_path >= :territory and p.area_path < :territory || '~' and"
                                + Sought.matches(LABEL, "a.name || ' ' || a.name_en", "a.spelling")
                                + " order by e.number desc, a.path limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("label"),
                        List.of(row.getDate("first_day").toLocalDate().toString()),
                        "/episodes/" + row.getString("label")))
                .list();
    }
}
