package org.tongxin.app.surveillance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.surveillance.StreamReport;
import org.tongxin.app.surveillance.StreamReports;
import org.tongxin.core.statistics.WilsonInterval;

/** What each stream was worth, as a page and as a file. */
@Controller
class StreamsController {

    private static final int MINUTES_PER_HOUR = 60;

    private final StreamReports reports;
    private final ListWords words;
    private final Sheets sheets;

    StreamsController(StreamReports reports, ListWords words, Sheets sheets) {
        this.reports = reports;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/streams")
    String list(Actor actor, @RequestParam(defaultValue = "SIGNALS") StreamReports.Order sort, Model model) {
        List<StreamReport> streams = reports.list(actor.territory(), sort);
        model.addAttribute("streams", streams);
        model.addAttribute("sort", sort);
        model.addAttribute(
                "decided", streams.stream().mapToInt(StreamReport::decided).sum());
        model.addAttribute(
                "confirmed", streams.stream().mapToInt(StreamReport::confirmed).sum());
        model.addAttribute(
                "speaking",
                streams.stream().filter(stream -> stream.signals() > 0).count());
        model.addAttribute("leastDecided", StreamReport.LEAST_DECIDED);
        return "surveillance/streams";
    }

    /** In the order of the page. */
    @GetMapping("/streams" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "STREAM") StreamReports.Order sort,
            HttpServletResponse response)
            throws IOException {
        List<StreamReport> streams = reports.list(actor.territory(), sort);
        List<String> head = words.head(
                "pointCode",
                "point",
                "areaCode",
                "indicator",
                "inScenario",
                "signals",
                "confirmed",
                "falseAlarms",
                "open",
                "shareReal",
                "shareLow",
                "shareHigh",
                "hoursToLook",
                "smallestSeen");
        sheets.send(response, format, "streams", head, row -> streams.forEach(stream -> row.accept(cells(stream))));
    }

    private List<@Nullable Object> cells(StreamReport stream) {
        WilsonInterval interval = stream.interval();
        Double minutes = stream.lookMinutes();
        return Arrays.asList(
                stream.code(),
                words.either(stream.name(), stream.nameEn()),
                stream.areaPath(),
                words.word("word.", stream.indicator()),
                words.yesOrNo(stream.scenario()),
                stream.signals(),
                stream.confirmed(),
                stream.falseAlarms(),
                stream.open(),
                rounded(stream.predictiveValue()),
                rounded(interval == null ? null : interval.low()),
                rounded(interval == null ? null : interval.high()),
                rounded(minutes == null ? null : minutes / MINUTES_PER_HOUR),
                rounded(stream.smallestOutbreak()));
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
