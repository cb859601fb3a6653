package org.tongxin.app.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.review.Timeline;
import org.tongxin.app.review.TimelineEntry;

/** The timeline as a file. */
@Controller
class TimelineFilesController {

    private static final int PAGE = 500;

    private final Timeline timeline;
    private final ListWords words;
    private final Sheets sheets;

    TimelineFilesController(Timeline timeline, ListWords words, Sheets sheets) {
        this.timeline = timeline;
        this.words = words;
        this.sheets = sheets;
    }

    /** Oldest first, a page at a time. @param only kinds of events separated by commas; empty for all */
    @GetMapping("/review/timeline" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String only,
            HttpServletResponse response)
            throws IOException {
        Set<String> kinds = only.isEmpty() ? Set.of() : new HashSet<>(List.of(only.split(",")));
        List<String> head = words.head("at", "what", "areaCode", "login", "howMany", "event", "cause");
        sheets.send(
                response,
                format,
                "timeline",
                head,
                row -> each(actor.territory(), entry -> {
                    if (kinds.isEmpty() || kinds.contains(entry.kind())) {
                        row.accept(cells(entry));
                    }
                }));
    }

    private void each(String territory, Consumer<TimelineEntry> next) {
        List<TimelineEntry> page = timeline.page(territory, Instant.EPOCH, "", "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(next);
            TimelineEntry last = page.getLast();
            page = timeline.page(territory, last.occurredAt(), last.kind(), last.businessKey(), PAGE);
        }
    }

    private List<@Nullable Object> cells(TimelineEntry entry) {
        return Arrays.asList(
                entry.occurredAt(),
                words.sentence(entry.summary()),
                entry.areaPath(),
                entry.actor(),
                entry.quantity(),
                entry.eventId(),
                entry.causedBy());
    }
}
