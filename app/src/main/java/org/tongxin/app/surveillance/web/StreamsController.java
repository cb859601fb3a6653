package org.tongxin.app.surveillance.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.surveillance.StreamReport;
import org.tongxin.app.surveillance.StreamReportFile;
import org.tongxin.app.surveillance.StreamReports;

/** What each stream was worth, as a page and as a file. */
@Controller
class StreamsController {

    private final StreamReports reports;

    StreamsController(StreamReports reports) {
        this.reports = reports;
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

    @GetMapping("/streams.csv")
    ResponseEntity<String> file(Actor actor) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"streams.csv\"")
                .body(StreamReportFile.of(reports.list(actor.territory(), StreamReports.Order.STREAM)));
    }
}
