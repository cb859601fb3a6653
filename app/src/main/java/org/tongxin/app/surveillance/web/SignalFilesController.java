package org.tongxin.app.surveillance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.surveillance.Episode;
import org.tongxin.app.surveillance.Episodes;
import org.tongxin.app.surveillance.Signal;
import org.tongxin.app.surveillance.SignalState;
import org.tongxin.app.surveillance.Signals;

/** Signals and episodes as files. */
@Controller
class SignalFilesController {

    private final Signals signals;
    private final Episodes episodes;
    private final DistrictClock clock;
    private final ListWords words;
    private final Sheets sheets;

    SignalFilesController(Signals signals, Episodes episodes, DistrictClock clock, ListWords words, Sheets sheets) {
        this.signals = signals;
        this.episodes = episodes;
        this.clock = clock;
        this.words = words;
        this.sheets = sheets;
    }

    /** Read while they are sent. @param state only those in it; without it of every state */
    @GetMapping("/signals/all" + SheetFormat.PATH)
    void signals(
            Actor actor,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable SignalState state,
            HttpServletResponse response)
            throws IOException {
        List<String> head = words.head(
                "day",
                "point",
                "area",
                "areaCode",
                "indicator",
                "observed",
                "expected",
                "upperBound",
                "method",
                "state",
                "detected");
        sheets.send(
                response,
                format,
                "signals",
                head,
                row -> signals.each(actor.territory(), state, signal -> row.accept(cells(signal))));
    }

    private List<@Nullable Object> cells(Signal signal) {
        return Arrays.asList(
                signal.eventDay(),
                words.either(signal.pointName(), signal.pointNameEn()),
                words.either(signal.areaName(), signal.areaNameEn()),
                signal.areaPath(),
                words.word("word.", signal.indicator()),
                signal.observed(),
                signal.expected(),
                signal.upperBound(),
                signal.method(),
                words.word("word.", signal.state()),
                signal.detectedAt());
    }

    /** Those put to the desk, those that wait, and those that are over. */
    @GetMapping("/episodes/all" + SheetFormat.PATH)
    void episodes(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "area",
                "firstDay",
                "lastDay",
                "places",
                "parts",
                "state",
                "opened",
                "notified",
                "outcome",
                "closed");
        sheets.send(
                response, format, "episodes", head, row -> all(actor).forEach(episode -> row.accept(cells(episode))));
    }

    private Stream<Episode> all(Actor actor) {
        LocalDate today = clock.today();
        String territory = actor.territory();
        return Stream.of(
                        episodes.notified(territory, today),
                        episodes.waiting(territory, today),
                        episodes.past(territory, Integer.MAX_VALUE))
                .flatMap(List::stream);
    }

    private List<@Nullable Object> cells(Episode episode) {
        return Arrays.asList(
                episode.label(),
                words.either(episode.placeName(), episode.placeNameEn()),
                episode.firstDay(),
                episode.lastDay(),
                episode.places(),
                episode.parts(),
                words.word("lists.state.", episode.state()),
                episode.openedAt(),
                episode.notifiedAt(),
                words.word("lists.outcome.", episode.outcome()),
                episode.closedAt());
    }
}
