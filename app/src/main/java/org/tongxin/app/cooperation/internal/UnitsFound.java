package org.tongxin.app.cooperation.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;

/** Member units, by name. */
@Component
@Order(30)
class UnitsFound implements Findable {

    private final JdbcClient jdbc;

    UnitsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select u.id, u.name, u.name_en, a.name as place, a.name_en as place_en from member_unit u"
                                + " join area a on a.path = u.area_path where u.area_path >= :territory and u.area_path < :territory || '~' and"
                                + Sought.matches("''", "u.name || ' ' || u.name_en", "u.spelling")
                                + " order by" + Sought.rank("''", "u.name", "u.spelling")
                                + ", u.area_path, u.name, u.id limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        "",
                        List.of(Reason.name(row.getString("place"), row.getString("place_en"))),
                        "/member-units/" + row.getString("id")))
                .list();
    }

    @Override
    public Optional<String> list(Sought sought) {
        return Optional.of("/member-units?q=" + UriUtils.encode(sought.words(), StandardCharsets.UTF_8));
    }
}
