package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.simulation.AdoptedCourse;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.Scenarios;

/**
 * What the course adopted last lets expect of the items, apart from what was asked for. The next adoption takes its
 * place; it ends with the scenario's last day. Thread-safe.
 */
@Service
public class Forecasts {

    private static final String DAYS = """
            select f.item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en, f.scenario,
                   (select min(day) from supply_forecast where adoption = f.adoption) as data_day,
                   coalesce((select sum(s.free) from supply_shelf(:today, 0) s join supply_holder h on h.id = s.holder_id
                             where h.kind = 'WAREHOUSE' and s.item_code = f.item_code), 0)::bigint as stock,
                   f.day, f.low90, f.low50, f.median, f.high50, f.high90
            from supply_forecast f join supply_item i on i.code = f.item_code
            where f.day >= :today order by i.kind, i.code, f.day
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clerk clerk;
    private final Scenarios scenarios;
    private final Catalogue catalogue;

    Forecasts(JdbcClient jdbc, JdbcTemplate batches, Clerk clerk, Scenarios scenarios, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clerk = clerk;
        this.scenarios = scenarios;
        this.catalogue = catalogue;
    }

    /**
     * Takes over what the course adopted last needs. Asked when a course has been adopted: whichever adoption the call comes
     * from, the last one counts, so that calls may come late or twice.
     */
    @Transactional
    public void renew() {
        clerk.oneAtATime("forecast");
        scenarios.adopted().ifPresent(this::replace);
    }

    private void replace(AdoptedCourse course) {
        jdbc.sql("delete from supply_forecast").update();
        batches.batchUpdate(
                "insert into supply_forecast (item_code, day, low90, low50, median, high50, high90, adoption, scenario)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows(course));
    }

    private List<Object[]> rows(AdoptedCourse course) {
        List<Object[]> rows = new ArrayList<>();
        for (ForecastTable.Line line : ForecastTable.LINES) {
            Curve curve = course.needs().get(line.outlook());
            if (curve != null && catalogue.find(line.itemCode()).isPresent()) {
                rows.addAll(rows(course, line, curve));
            }
        }
        return rows;
    }

    private static List<Object[]> rows(AdoptedCourse course, ForecastTable.Line line, Curve curve) {
        List<Object[]> rows = new ArrayList<>();
        for (int day = 0; day < curve.median().size(); day++) {
            rows.add(new Object[] {
                line.itemCode(),
                course.firstDay().plusDays(day),
                line.perUnit() * curve.low90().get(day),
                line.perUnit() * curve.low50().get(day),
                line.perUnit() * curve.median().get(day),
                line.perUnit() * curve.high50().get(day),
                line.perUnit() * curve.high90().get(day),
                course.id(),
                course.number()
            });
        }
        return rows;
    }

    /** From today on, item by item; none once the scenario's last day is over. */
    public List<Forecast> list() {
        Map<String, List<Row>> byItem = jdbc.sql(DAYS).param("today", clerk.today()).query(Row.class).list().stream()
                .collect(Collectors.groupingBy(Row::itemCode, java.util.LinkedHashMap::new, Collectors.toList()));
        return byItem.values().stream().map(Forecasts::forecast).toList();
    }

    private static Forecast forecast(List<Row> rows) {
        Row any = rows.getFirst();
        return new Forecast(
                any.itemCode(),
                any.itemName(),
                any.itemNameEn(),
                any.unit(),
                any.unitEn(),
                any.scenario(),
                any.dataDay(),
                Math.max(0, any.stock()),
                rows.stream()
                        .map(row -> new ForecastDay(
                                row.day(), row.low90(), row.low50(), row.median(), row.high50(), row.high90()))
                        .toList());
    }

    private record Row(
            String itemCode,
            String itemName,
            String itemNameEn,
            String unit,
            String unitEn,
            String scenario,
            LocalDate dataDay,
            long stock,
            LocalDate day,
            double low90,
            double low50,
            double median,
            double high50,
            double high90) {}
}
