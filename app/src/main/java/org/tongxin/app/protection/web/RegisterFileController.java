package org.tongxin.app.protection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.protection.Destructions;

/** The register of personal data as a file. */
@Controller
class RegisterFileController {

    private final Destructions destructions;
    private final RegisterText text;
    private final ListWords words;
    private final Sheets sheets;

    RegisterFileController(Destructions destructions, RegisterText text, ListWords words, Sheets sheets) {
        this.destructions = destructions;
        this.text = text;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/data-protection/register" + SheetFormat.PATH)
    void file(@PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head("what", "table", "fields", "purpose", "term");
        sheets.send(
                response,
                format,
                "personal-data",
                head,
                row -> destructions
                        .register()
                        .forEach(field -> row.accept(Arrays.asList(
                                words.word("protection.table." + field.table()),
                                field.table(),
                                String.join(", ", field.columns()),
                                words.word("personal.purpose." + field.purpose()),
                                text.term(field)))));
    }
}
