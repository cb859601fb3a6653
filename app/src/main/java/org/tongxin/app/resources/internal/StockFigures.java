package org.tongxin.app.resources.internal;

import java.sql.Timestamp;
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

/**
 * Gives forms what lay in warehouses, stores and units at the end of a day, or lies there now, from the ledger; what had
 * expired by then, or was on its way, is left out. A place in which nobody keeps supplies is not known.
 */
@Component
class StockFigures implements FigureSource {

    private static final String MODULE = "resources";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final FigureWords words;

    StockFigures(JdbcClient jdbc, DistrictClock clock, FigureWords words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    private record Thing(String code, String name, String nameEn, String unit) {}

    @Override
    public List<Figure> figures() {
        return jdbc
                .sql("select code, name, name_en, unit from supply_item order by code")
                .query(Thing.class)
                .list()
                .stream()
                .map(item -> words.named(
                        MODULE + "." + item.code(), item.name(), item.nameEn(), item.unit(), MODULE + ".stock"))
                .toList();
    }

    private record Line(String path, long value, int places) {}

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        Instant end = day.plusDays(1).atStartOfDay(clock.zone()).toInstant();
        Instant asOf = end.isBefore(clock.now()) ? end : clock.now();
        return jdbc
                .sql("""
                        select substr(h.area_path, 1, :digits) as path, coalesce(sum(s.quantity), 0)::bigint as value,
                               count(*)::int as places
                        from supply_holder h left join lateral (
                             select sum(p.quantity) as quantity
                             from supply_posting p join supply_movement m on m.id = p.movement_id
                                  join supply_lot l on l.id = p.lot_id
                             where p.holder_id = h.id and l.item_code = :item and m.at <= :asOf
                               and (l.expires_on is null or l.expires_on >= :day)) s on true
                        where h.kind in ('WAREHOUSE', 'COMMUNITY_STORE', 'UNIT') and length(h.area_path) >= :digits
                          and h.area_path >= :territory and h.area_path < :territory || '~'
                          and exists (select 1 from supply_item i where i.code = :item)
                        group by 1
                        """)
                .param("digits", digits)
                .param("item", key.substring(MODULE.length() + 1))
                .param("asOf", Timestamp.from(asOf))
                .param("day", day)
                .param("territory", territory)
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Line::path, line -> new Held(line.value(), line.places(), line.places(), asOf, "")));
    }
}
