package org.tongxin.app.callers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.callers.CallerRequest;
import org.tongxin.app.callers.CallerRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** What residents asked as a file: what about, where, when and how it was answered. Their words are not in it, for they are destroyed. */
@Controller
class CallerFilesController {

    private final CallerRequests requests;
    private final ListWords words;
    private final Sheets sheets;

    CallerFilesController(CallerRequests requests, ListWords words, Sheets sheets) {
        this.requests = requests;
        this.words = words;
        this.sheets = sheets;
    }

    /** Open ones, then those that are answered. */
    @GetMapping("/callers/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (!CallerRequests.answers(actor)) {
            throw new NotAllowed();
        }
        List<String> head =
                words.head("number", "kind", "area", "areaCode", "asked", "state", "answeredAt", "answeredAs", "need");
        sheets.send(response, format, "residents-asked", head, row -> {
            Paged.each(seen -> requests.open(actor, seen), (CallerRequest request) -> row.accept(cells(request)));
            Paged.each(
                    seen -> requests.answered(actor, seen, Paged.SIZE),
                    (CallerRequest request) -> row.accept(cells(request)));
        });
    }

    private List<@Nullable Object> cells(CallerRequest request) {
        return Arrays.asList(
                request.number(),
                words.word("word.CALLER_", request.kind()),
                words.either(request.areaName(), request.areaNameEn()),
                request.areaPath(),
                request.filedAt(),
                request.open() ? words.word("lists.unanswered") : words.word("callers.answered.", request.answered()),
                request.answeredAt(),
                words.word("role.", request.answeredAs()),
                request.needNumber());
    }
}
