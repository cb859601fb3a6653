package org.tongxin.app.resources.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.resources.Forecast;
import org.tongxin.app.resources.ForecastDay;
import org.tongxin.app.resources.Forecasts;
import org.tongxin.app.resources.SupplyPlanning;

/** What is expected of each item day by day, as a file. */
@Controller
class ForecastFileController {

    private final Forecasts forecasts;
    private final SupplyPlanning planning;
    private final ListWords words;
    private final Sheets sheets;

    ForecastFileController(Forecasts forecasts, SupplyPlanning planning, ListWords words, Sheets sheets) {
        this.forecasts = forecasts;
        this.planning = planning;
        this.words = words;
        this.sheets = sheets;
    }

    /** Empty for whoever does not answer for the district, as the page is. */
    @GetMapping("/supplies/forecast/days" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "itemCode", "item", "unit", "day", "median", "low50", "high50", "low90", "high90", "inStock");
        List<Forecast> all = planning.sees(actor) ? forecasts.list() : List.of();
        sheets.send(
                response,
                format,
                "forecast",
                head,
                row -> all.forEach(item -> item.days().forEach(day -> row.accept(cells(item, day)))));
    }

    private List<@Nullable Object> cells(Forecast item, ForecastDay day) {
        return Arrays.asList(
                item.itemCode(),
                words.either(item.itemName(), item.itemNameEn()),
                words.either(item.unit(), item.unitEn()),
                day.day(),
                Math.round(day.median()),
                Math.round(day.low50()),
                Math.round(day.high50()),
                Math.round(day.low90()),
                Math.round(day.high90()),
                item.stock());
    }
}
