package org.tongxin.app.forms.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.forms.FormTemplate;
import org.tongxin.app.forms.Forms;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** The forms that are kept, as a file; a form itself comes out filled on its own page. */
@Controller
class FormFilesController {

    private final Forms forms;
    private final ListWords words;
    private final Sheets sheets;

    FormFilesController(Forms forms, ListWords words, Sheets sheets) {
        this.forms = forms;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/forms/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        FormsController.requireReader(actor);
        List<String> head = words.head("number", "title", "issuer", "area", "kept", "mappingVersion", "confirmed");
        sheets.send(response, format, "forms", head, row -> forms.list(actor).forEach(form -> row.accept(cells(form))));
    }

    private List<@Nullable Object> cells(FormTemplate form) {
        return Arrays.asList(
                form.number(),
                form.name(),
                form.issuer(),
                words.either(form.areaName(), form.areaNameEn()),
                form.keptAt(),
                form.version(),
                form.confirmedAt());
    }
}
