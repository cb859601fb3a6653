package org.tongxin.app.resources.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;

/** What places ask for, by number, by the place or by the goods. */
@Component
@Order(95)
class NeedsFound implements Findable {

    private final JdbcClient jdbc;

    NeedsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "needs";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql(
                        "select n.id, n.number, i.name, i.name_en, h.name as holder, h.name_en as holder_en from supply_need n"
                                + " join supply_holder h on h.id = n.holder_id join supply_item i on i.code = n.item_code"
                                + " where h.area_path >= :territory and h.area_path < :territory || '~' and"
                                + Sought.matches(
                                        "n.number",
                                        "i.name || ' ' || i.name_en || ' ' || h.name || ' ' || h.name_en",
                                        "i.spelling")
                                + " order by" + Sought.rank("n.number", "i.name", "i.spelling")
                                + ", n.state <> 'OPEN', n.asked_at desc, n.number desc limit :limit"))
                .param("territory", actor.territory())
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("number"),
                        List.of(Reason.name(row.getString("holder"), row.getString("holder_en"))),
                        "/supplies/needs/" + row.getString("id")))
                .list();
    }
}
