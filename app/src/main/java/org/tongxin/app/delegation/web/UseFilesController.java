package org.tongxin.app.delegation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.delegation.Delegation;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** What was decided under the delegation list as a file. */
@Controller
class UseFilesController {

    private final Delegation delegation;
    private final Organisation organisation;
    private final ListWords words;
    private final Sheets sheets;

    UseFilesController(Delegation delegation, Organisation organisation, ListWords words, Sheets sheets) {
        this.delegation = delegation;
        this.organisation = organisation;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/delegation/uses" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("act", "number", "amount", "area", "areaCode", "at", "reportBy", "report", "reported");
        sheets.send(
                response,
                format,
                "delegated-acts",
                head,
                row -> Paged.each(
                        seen -> delegation.page(actor.territory(), seen),
                        (Delegation.Use use) -> row.accept(cells(use))));
    }

    private List<@Nullable Object> cells(Delegation.Use use) {
        return Arrays.asList(
                words.word("delegation.act.", use.act()),
                use.reference(),
                use.amount(),
                organisation
                        .findArea(use.areaPath())
                        .map(area -> words.either(area.name(), area.nameEn()))
                        .orElse(use.areaPath()),
                use.areaPath(),
                use.usedAt(),
                use.reportBy(),
                use.report(),
                use.reportedAt());
    }
}
