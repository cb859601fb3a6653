package org.tongxin.app.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.PlanChange;
import org.tongxin.app.plans.PlanChanges;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.sheet.ListWords;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;

/** Plans that were in force, and changes of plans, as files. */
@Controller
class PlanFilesController {

    private final Plans plans;
    private final PlanChanges changes;
    private final PlanText text;
    private final ListWords words;
    private final Sheets sheets;

    PlanFilesController(Plans plans, PlanChanges changes, PlanText text, ListWords words, Sheets sheets) {
        this.plans = plans;
        this.changes = changes;
        this.text = text;
        this.words = words;
        this.sheets = sheets;
    }

    @GetMapping("/plans/history" + SheetFormat.PATH)
    void history(@PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head = words.head(
                "mode",
                "planVersion",
                "responseLevel",
                "matters",
                "from",
                "activatedBy",
                "until",
                "ended",
                "endedBy",
                "whyEnded");
        sheets.send(response, format, "plans", head, row -> plans.history().forEach(plan -> row.accept(cells(plan))));
    }

    private List<@Nullable Object> cells(PlanActivation plan) {
        return Arrays.asList(
                words.word("word.", plan.mode()),
                plan.playbookVersion(),
                plan.responseLevel(),
                plan.matters(),
                plan.activatedAt(),
                plan.activatedBy(),
                plan.expectedEnd(),
                plan.stoodDownAt(),
                plan.stoodDownBy(),
                plan.standDownReason());
    }

    /** Those that are proposed, then those of each signed revision. */
    @GetMapping("/plans/changes/all" + SheetFormat.PATH)
    void changes(@PathVariable String format, HttpServletResponse response) throws IOException {
        List<String> head =
                words.head("planRevision", "kind", "planItem", "title", "before", "after", "why", "proposed");
        sheets.send(response, format, "plan-changes", head, row -> {
            changes.proposed().forEach(change -> row.accept(cells(change)));
            changes.revisions()
                    .forEach(revision -> changes.of(revision.number()).forEach(change -> row.accept(cells(change))));
        });
    }

    private List<@Nullable Object> cells(PlanChange change) {
        var before = change.before();
        var after = change.after();
        return Arrays.asList(
                change.revision(),
                words.word("changes.kind.", change.kind()),
                change.item(),
                words.either(change.shown().title(), change.shown().titleEn()),
                before == null ? null : text.item(before, after),
                after == null ? null : text.item(after, before),
                change.why(),
                change.proposedAt());
    }
}
