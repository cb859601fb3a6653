package org.tongxin.app.warning.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.warning.risk.IncidentRating;
import org.tongxin.app.warning.risk.IncidentRatings;
import org.tongxin.app.warning.risk.IncidentRegrading;
import org.tongxin.app.warning.risk.IncidentReport;
import org.tongxin.app.warning.risk.IncidentReports;

/** One incident: its grade and what it was before, its reports and their clocks. */
@Controller
@RequestMapping("/incidents/{id:[0-9a-fA-F-]{36}}")
class IncidentController {

    private final IncidentRatings incidents;
    private final IncidentRegrading regrading;
    private final IncidentReports reports;
    private final DistrictClock clock;

    IncidentController(
            IncidentRatings incidents, IncidentRegrading regrading, IncidentReports reports, DistrictClock clock) {
        this.incidents = incidents;
        this.regrading = regrading;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping
    String page(Actor actor, @PathVariable UUID id, Model model) {
        IncidentRating incident =
                incidents.find(id, actor.territory()).orElseThrow(() -> new NotFound("incident " + id));
        List<IncidentReport> made = reports.of(id);
        model.addAttribute("incident", incident);
        model.addAttribute("history", regrading.history(id));
        model.addAttribute("reports", made);
        model.addAttribute("due", reports.next(incident).orElse(null));
        model.addAttribute("serial", made.size() + 1);
        model.addAttribute("mayRate", IncidentRatings.mayRate(actor));
        model.addAttribute("steps", List.of(1, 2, 3, 4, 5));
        model.addAttribute("hours", IncidentReports.HOURS);
        model.addAttribute("followUp", IncidentReports.FOLLOW_UP.toHours());
        model.addAttribute("finalDays", IncidentReports.FINAL.toDays());
        model.addAttribute("nowLocal", clock.local(clock.now()).toString().substring(0, 16));
        return "warning/incident";
    }

    @PostMapping("/grade")
    String regrade(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int likelihood,
            @RequestParam(defaultValue = "false") boolean likelihoodKnown,
            @RequestParam(defaultValue = "0") int consequence,
            @RequestParam(defaultValue = "false") boolean consequenceKnown,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        IncidentRegrading.Change change = new IncidentRegrading.Change(
                likelihood, likelihoodKnown, consequence, consequenceKnown, reason, version);
        return Pages.after(
                regrading.regrade(actor, id, change), address(id), address(id), flash, Map.of("reason", reason));
    }

    @PostMapping("/clock")
    String learn(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime learned,
            @RequestParam(defaultValue = "0") int hours,
            RedirectAttributes flash) {
        return Pages.after(reports.learn(actor, id, instant(learned), hours), address(id), flash);
    }

    @PostMapping("/reports")
    String report(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int serial,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime at,
            @RequestParam(defaultValue = "") String content,
            RedirectAttributes flash) {
        return Pages.after(
                reports.note(actor, id, serial, instant(at), content),
                address(id),
                address(id),
                flash,
                Map.of("content", content));
    }

    @PostMapping("/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        return Pages.after(reports.end(actor, id), address(id), flash);
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(clock.zone()).toInstant();
    }

    private static String address(UUID id) {
        return "/incidents/" + id;
    }
}
