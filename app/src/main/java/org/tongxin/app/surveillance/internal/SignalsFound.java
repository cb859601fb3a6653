package org.tongxin.app.surveillance.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Findable;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.surveillance.Indicator;

/** Signals of the territory, which have no number: by their place or point, by what is counted there, or by their day as 2022-03-24. */
@Component
@Order(65)
class SignalsFound implements Findable {

    private static final String NAMES = "p.name || ' ' || p.name_en || ' ' || a.name || ' ' || a.name_en";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    SignalsFound(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "signals";
    }

    @Override
    public List<Found> find(Actor actor, Sought sought, int limit) {
        return sought.bind(jdbc.sql("select s.id, s.event_day, p.name, p.name_en, p.indicator, a.name as place,"
                        + " a.name_en as place_en from signal s join monitoring_point p on p.id = s.point_id"
                        + " join area a on a.path = s.area_path"
                        + " where s.area_path >= :territory and s.area_path < :territory || '~'"
                        + " and (p.indicator = any(:indicators) or"
                        + Sought.matches("s.event_day::text", NAMES, "a.spelling")
                        + ") order by s.event_day desc, s.observed - s.upper_bound desc, s.id limit :limit"))
                .param("territory", actor.territory())
                .param("indicators", indicators(sought))
                .param("limit", limit)
                .query((row, number) -> new Found(
                        row.getString("name"),
                        row.getString("name_en"),
                        "",
                        List.of(
                                Reason.name(row.getString("place"), row.getString("place_en")),
                                row.getString("indicator"),
                                row.getDate("event_day").toLocalDate().toString()),
                        "/signals/" + row.getString("id")))
                .list();
    }

    /** What is counted is a word of the pages, not of the database. */
    private String[] indicators(Sought sought) {
        return Arrays.stream(Indicator.values())
                .filter(each ->
                        sought.fits(word(each, Locale.SIMPLIFIED_CHINESE) + " " + word(each, Locale.ENGLISH), ""))
                .map(Indicator::name)
                .toArray(String[]::new);
    }

    private String word(Indicator indicator, Locale language) {
        return messages.getMessage("word." + indicator, null, language);
    }
}
