package org.tongxin.app.resources.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.FigureWords;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.resources.Catalogue;

/**
 * Gives forms what is asked for now and not yet closed, as the requests say. A place that has asked for an item before and asks for
 * none has a need of 0; one that never asked is not known. Expected needs are none. Of days before today nothing is known, since
 * the quantity of a request may have been changed after them.
 */
@Component
class NeedFigures implements FigureSource {

    private static final String MODULE = "needs";

    private final Catalogue catalogue;
    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final FigureWords words;

    NeedFigures(Catalogue catalogue, JdbcClient jdbc, DistrictClock clock, FigureWords words) {
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Figure> figures() {
        return catalogue.items().stream()
                .map(item -> words.named(
                        MODULE + "." + item.code(),
                        item.name() + "需求",
                        item.nameEn() + ", asked for",
                        item.unit(),
                        MODULE))
                .toList();
    }

    private record Line(String path, long value) {}

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        if (!day.equals(clock.today())) {
            return Map.of();
        }
        Instant now = clock.now();
        return jdbc
                .sql("""
                        select substr(h.area_path, 1, :digits) as path,
                               coalesce(sum(n.quantity) filter (where n.closed_at is null), 0)::bigint as value
                        from supply_need n join supply_holder h on h.id = n.holder_id
                        where n.item_code = :item
                          and length(h.area_path) >= :digits
                          and h.area_path >= :territory and h.area_path < :territory || '~'
                        group by 1
                        """)
                .param("digits", digits)
                .param("item", key.substring(MODULE.length() + 1))
                .param("territory", territory)
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::path, line -> new Held(line.value(), 1, 1, now, "")));
    }
}
