package org.tongxin.app.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.organisation.Edition;
import org.tongxin.app.organisation.EditionChange;
import org.tongxin.app.organisation.Editions;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** What an edition of the list of units changes as a file. */
@Controller
class EditionFilesController {

    private final Editions editions;
    private final ListWords words;
    private final Sheets sheets;

    EditionFilesController(Editions editions, ListWords words, Sheets sheets) {
        this.editions = editions;
        this.words = words;
        this.sheets = sheets;
    }

    /** In the order of the codes. */
    @GetMapping(EditionsController.ONE + "/changes" + SheetFormat.PATH)
    void file(@PathVariable String number, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        Edition edition = editions.find(number).orElseThrow(() -> new NotFound("edition " + number));
        List<String> head = words.head("code", "memberUnit", "nameEn", "changed", "formerName", "goesOn");
        List<EditionChange> changes = editions.changes(edition);
        sheets.send(response, format, number, head, row -> changes.forEach(change -> row.accept(cells(change))));
    }

    @GetMapping("/editions/all" + SheetFormat.PATH)
    void editions(@PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head("number", "title", "day", "memberUnits", "state", "login", "at");
        sheets.send(
                response,
                format,
                "editions",
                head,
                row -> editions.list().forEach(edition -> row.accept(cells(edition))));
    }

    /** With who decided it, or sent it where nobody has. */
    private List<@Nullable Object> cells(Edition edition) {
        return Arrays.asList(
                edition.number(),
                edition.title(),
                edition.asOf(),
                edition.units(),
                words.word("editions.state.", edition.state()),
                Objects.requireNonNullElse(edition.decidedBy(), edition.uploadedBy()),
                Objects.requireNonNullElse(edition.decidedAt(), edition.uploadedAt()));
    }

    private List<@Nullable Object> cells(EditionChange change) {
        return Arrays.asList(
                change.code(),
                change.name(),
                change.nameEn(),
                words.word("lists.edition.", change.kind()),
                change.former(),
                change.goesOn());
    }
}
