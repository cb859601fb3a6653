package org.tongxin.app.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.supervision.Supervision;
import org.tongxin.app.supervision.Supervisions;

/** Streets under close watch as a file. */
@Controller
class SupervisionFilesController {

    private final Supervisions supervisions;
    private final ListWords words;
    private final Sheets sheets;

    SupervisionFilesController(Supervisions supervisions, ListWords words, Sheets sheets) {
        this.supervisions = supervisions;
        this.words = words;
        this.sheets = sheets;
    }

    /** Open ones, then those that are over. @param area only of this place in the own territory; empty or any other for all of it */
    @GetMapping("/supervision/all" + SheetFormat.PATH)
    void file(
            Actor actor,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String area,
            HttpServletResponse response)
            throws IOException {
        String shown = area.startsWith(actor.territory()) ? area : actor.territory();
        List<String> head =
                words.head("number", "area", "areaCode", "why", "login", "opened", "to", "outcome", "note", "ended");
        sheets.send(response, format, "close-watch", head, row -> {
            supervisions.open(shown).forEach(each -> row.accept(cells(each)));
            Paged.each(seen -> supervisions.ended(shown, seen), (Supervision each) -> row.accept(cells(each)));
        });
    }

    private List<@Nullable Object> cells(Supervision watch) {
        return Arrays.asList(
                watch.number(),
                words.either(watch.areaName(), watch.areaNameEn()),
                watch.areaPath(),
                watch.why(),
                watch.owner(),
                watch.openedAt(),
                watch.endsAt(),
                words.word("word.", watch.outcome()),
                watch.outcomeNote(),
                watch.endedAt());
    }
}
