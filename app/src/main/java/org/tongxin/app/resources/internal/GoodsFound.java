package org.tongxin.app.resources.internal;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Sought;

/**
 * Goods of the catalogue, by name or code. An item belongs to no place and the one catalogue is read by everybody who opens the
 * pages of supplies, so that there is no territory to restrict it to: what of an item lies where is no part of what is found.
 */
@Component
@Order(90)
class GoodsFound implements Findable {

    private final JdbcClient jdbc;

    GoodsFound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "goods";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql("select i.code, i.name, i.name_en, i.kind from supply_item i where"
                        + Sought.matches("i.code", "i.name || ' ' || i.name_en", "i.spelling")
                        + " order by" + Sought.rank("i.code", "i.name", "i.spelling")
                        + ", i.code limit :limit"))
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("code"),
                        List.of(),
                        "/supplies/items/" + row.getString("code")))
                .list();
    }
}
