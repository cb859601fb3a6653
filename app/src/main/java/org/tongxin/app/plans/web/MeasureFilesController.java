package org.tongxin.app.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Measures as a file. */
@Controller
class MeasureFilesController {

    private final Measures measures;
    private final ListWords words;
    private final Sheets sheets;

    MeasureFilesController(Measures measures, ListWords words, Sheets sheets) {
        this.measures = measures;
        this.words = words;
        this.sheets = sheets;
    }

    /** Of every state. */
    @GetMapping("/measures/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("measure", "area", "areaCode", "body", "content", "basis", "from", "to", "state");
        sheets.send(
                response,
                format,
                "measures",
                head,
                row -> measures.list(actor.territory()).forEach(measure -> row.accept(cells(measure))));
    }

    private List<@Nullable Object> cells(Measure measure) {
        return Arrays.asList(
                words.word("word.", measure.kind()),
                words.either(measure.areaName(), measure.areaNameEn()),
                measure.areaPath(),
                words.word("word.", measure.decidedBody()),
                measure.content(),
                measure.basis(),
                measure.startsAt(),
                measure.endsAt(),
                words.word("measures.state.", measure.state()));
    }
}
