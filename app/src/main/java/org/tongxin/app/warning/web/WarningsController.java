package org.tongxin.app.warning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.sheet.SheetFormat;
import org.tongxin.app.platform.sheet.Sheets;
import org.tongxin.app.warning.Ratings;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.app.warning.risk.IncidentRegrading;

/** Warnings: the list, one with its eight fields, and the steps of its chain. */
@Controller
class WarningsController {

    private final Warnings warnings;
    private final Ratings ratings;
    private final Sheets sheets;
    private final MessageSource messages;
    private final IncidentRegrading regrading;

    WarningsController(
            Warnings warnings, Ratings ratings, Sheets sheets, MessageSource messages, IncidentRegrading regrading) {
        this.regrading = regrading;
        this.warnings = warnings;
        this.ratings = ratings;
        this.sheets = sheets;
        this.messages = messages;
    }

    @GetMapping("/warnings")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("inForce", warnings.list(WarningState.ISSUED, actor.territory()));
        model.addAttribute("drafts", warnings.list(WarningState.DRAFT, actor.territory()));
        model.addAttribute("proposed", warnings.list(WarningState.PROPOSED, actor.territory()));
        model.addAttribute("submitted", warnings.list(WarningState.SUBMITTED, actor.territory()));
        Paged<Warning> page = warnings.page(actor.territory(), Seen.of(after));
        model.addAttribute("recent", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", warnings.count(actor.territory()));
        return "warning/list";
    }

    /** All of them as a file. */
    @GetMapping("/warnings/all" + SheetFormat.PATH)
    void file(Actor actor, @PathVariable String format, Locale language, HttpServletResponse response)
            throws IOException {
        List<String> head = Stream.of("number", "area", "level", "state", "issued", "until")
                .map(name -> messages.getMessage("warnings." + name, null, language))
                .toList();
        sheets.send(
                response,
                format,
                "warnings",
                head,
                row -> warnings.recent(actor.territory(), Integer.MAX_VALUE)
                        .forEach(warning -> row.accept(cells(warning, language))));
    }

    private List<@Nullable Object> cells(Warning warning, Locale language) {
        boolean isEnglish = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return Arrays.asList(
                warning.number(),
                isEnglish ? warning.areaNameEn() : warning.areaName(),
                messages.getMessage("word.level." + warning.level(), null, language),
                messages.getMessage("word." + warning.state(), null, language),
                warning.issuedAt(),
                warning.endsAt());
    }

    @GetMapping("/warnings/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Warning warning = warnings.find(id, actor.territory()).orElseThrow(() -> new NotFound("warning " + id));
        model.addAttribute("warning", warning);
        model.addAttribute("rating", ratings.find(warning.ratingId(), actor.territory()));
        model.addAttribute("step", step(actor, warning));
        model.addAttribute("regraded", regrading.since(warning.areaPath(), warning.draftedAt()));
        return "warning/one";
    }

    /** What this actor may do with the warning now; empty where others are to act. */
    private static String step(Actor actor, Warning warning) {
        boolean mine = switch (warning.state()) {
            case DRAFT -> actor.role() == Role.CDC_ANALYST;
            case PROPOSED -> actor.role() == Role.DUTY_OFFICER;
            case SUBMITTED, ISSUED -> actor.role() == Role.SIGNATORY;
            default -> false;
        };
        return mine ? warning.state().name() : "";
    }

    @PostMapping("/warnings/{id}/proposal")
    String propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String cautions,
            @RequestParam String actions,
            @RequestParam(defaultValue = "") String actionsEn,
            @RequestParam(defaultValue = "0") int experts,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(
                warnings.propose(actor, id, cautions, actions, actionsEn, experts, version),
                page(id),
                page(id),
                flash,
                Map.of("cautions", cautions, "actions", actions, "actionsEn", actionsEn, "experts", "" + experts));
    }

    @PostMapping("/warnings/{id}/submission")
    String submit(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(warnings.submit(actor, id, version), page(id), flash);
    }

    @PostMapping("/warnings/{id}/return")
    String sendBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(warnings.sendBack(actor, id, reason, version), page(id), flash);
    }

    @PostMapping("/warnings/{id}/signature")
    String sign(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(warnings.sign(actor, id, version), page(id), flash);
    }

    @PostMapping("/warnings/{id}/refusal")
    String decline(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(warnings.decline(actor, id, reason, version), page(id), flash);
    }

    @PostMapping("/warnings/{id}/lifting")
    String lift(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(warnings.lift(actor, id, reason, version), page(id), flash);
    }

    private static String page(UUID id) {
        return "/warnings/" + id;
    }
}
