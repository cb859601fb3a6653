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
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.plans.complaints.Complaint;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Complaints as a file, with what the list shows of them: not what residents wrote, which is destroyed. */
@Controller
class ComplaintFilesController {

    private final Complaints complaints;
    private final ListWords words;
    private final Sheets sheets;

    ComplaintFilesController(Complaints complaints, ListWords words, Sheets sheets) {
        this.complaints = complaints;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/complaints/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, HttpServletResponse response) throws IOException {
        if (!Complaints.reads(actor)) {
            throw new NotAllowed();
        }
        List<String> head =
                words.head("number", "measure", "area", "areaCode", "receivedAt", "due", "outcome", "answeredAt");
        sheets.send(
                response,
                format,
                "complaints",
                head,
                row -> Paged.each(
                        seen -> complaints.page(actor, seen), (Complaint complaint) -> row.accept(cells(complaint))));
    }

    private List<@Nullable Object> cells(Complaint complaint) {
        return Arrays.asList(
                complaint.number(),
                words.word("word.", complaint.kind()),
                words.either(complaint.areaName(), complaint.areaNameEn()),
                complaint.areaPath(),
                complaint.receivedAt(),
                complaint.dueAt(),
                complaint.open()
                        ? words.word("complaint.state.open")
                        : words.word("complaint.outcome.", complaint.outcome()),
                complaint.answeredAt());
    }
}
