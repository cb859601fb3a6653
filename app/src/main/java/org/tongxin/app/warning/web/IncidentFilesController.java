package org.tongxin.app.warning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.warning.risk.IncidentRating;
import org.tongxin.app.warning.risk.IncidentRatings;

/** Ratings of incidents as a file. */
@Controller
class IncidentFilesController {

    private final IncidentRatings incidents;
    private final ListWords words;
    private final Sheets sheets;

    IncidentFilesController(IncidentRatings incidents, ListWords words, Sheets sheets) {
        this.incidents = incidents;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/incidents/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "number",
                "title",
                "area",
                "areaCode",
                "warningLevel",
                "likelihood",
                "likelihoodKnown",
                "consequence",
                "consequenceKnown",
                "confidence",
                "whatHappened",
                "whyLikely",
                "whyGrave",
                "login",
                "rated");
        sheets.send(
                response,
                format,
                "incidents",
                head,
                row -> Paged.each(
                        seen -> incidents.page(actor.territory(), seen),
                        (IncidentRating incident) -> row.accept(cells(incident))));
    }

    private List<@Nullable Object> cells(IncidentRating incident) {
        return Arrays.asList(
                incident.number(),
                incident.title(),
                words.either(incident.areaName(), incident.areaNameEn()),
                incident.areaPath(),
                words.word("word.", incident.level()),
                incident.likelihood(),
                words.yesOrNo(incident.likelihoodKnown()),
                incident.consequence(),
                words.yesOrNo(incident.consequenceKnown()),
                words.word("word.", incident.confidence()),
                incident.whatHappened(),
                incident.whyLikely(),
                incident.whyGrave(),
                incident.ratedBy(),
                incident.ratedAt());
    }
}
