package org.tongxin.app.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.review.AfterActions;
import org.tongxin.app.review.Lesson;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.review.StepDelay;
import org.tongxin.app.review.Timeline;
import org.tongxin.app.review.TimelineEntry;

/** What happened, when, why and how late; and the lessons. */
@Controller
class ReviewController {

    private static final int PAGE = 60;

    private final Reviews reviews;
    private final Timeline timeline;
    private final AfterActions afterActions;
    private final DistrictClock clock;

    ReviewController(Reviews reviews, Timeline timeline, AfterActions afterActions, DistrictClock clock) {
        this.reviews = reviews;
        this.afterActions = afterActions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A page of the timeline begins after {@code time/kind/key}. */
    @GetMapping("/review")
    String review(
            Actor actor,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") String lessons,
            Model model) {
        List<StepDelay> delays = reviews.delays(actor.territory());
        List<TimelineEntry> entries = only.isEmpty()
                ? timeline.page(actor.territory(), place(time), kind, key, PAGE)
                : timeline.newest(actor.territory(), List.of(only.split(",")), PAGE);
        model.addAttribute("delays", delays);
        model.addAttribute(
                "longest",
                delays.stream().mapToInt(StepDelay::medianMinutes).max().orElse(1));
        model.addAttribute(
                "slowest",
                delays.stream()
                        .max(java.util.Comparator.comparingInt(StepDelay::medianMinutes))
                        .map(StepDelay::step)
                        .orElse(""));
        model.addAttribute("entries", entries);
        model.addAttribute("more", only.isEmpty() && entries.size() == PAGE);
        model.addAttribute("only", only);
        model.addAttribute("totals", timeline.totals(actor.territory()));
        model.addAttribute("shortages", reviews.shortages(actor.territory()));
        Paged<Lesson> page = reviews.page(actor.territory(), Seen.of(lessons));
        model.addAttribute("lessons", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("lessonsTotal", reviews.countLessons(actor.territory()));
        model.addAttribute(
                "records",
                actor.role() == Role.DUTY_OFFICER
                        || actor.role() == Role.SIGNATORY
                        || actor.role() == Role.CDC_ANALYST);
        model.addAttribute("today", clock.today());
        model.addAttribute("activations", afterActions.list(actor.territory()));
        return "review/review";
    }

    /** The report after a response, to be read and to be printed. */
    @GetMapping("/review/reports/{activation:[0-9a-fA-F-]{36}}")
    String report(Actor actor, @PathVariable String activation, Model model) {
        model.addAttribute(
                "report",
                afterActions
                        .find(actor.territory(), activation)
                        .orElseThrow(() -> new NotFound("activation " + activation)));
        return "review/report";
    }

    /** The place a page begins after; an unreadable one is the beginning. */
    private static Instant place(String time) {
        try {
            return time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
        } catch (java.time.format.DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** One event and what led to it. */
    @GetMapping("/review/events/{id}")
    String event(Actor actor, @PathVariable UUID id, Model model) {
        List<TimelineEntry> causes = timeline.causes(id);
        if (causes.isEmpty() || !actor.covers(causes.getFirst().areaPath())) {
            throw new NotFound("event " + id);
        }
        model.addAttribute("causes", causes);
        return "review/event";
    }

    @PostMapping("/review/lessons")
    String record(
            Actor actor,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String planItem,
            @RequestParam(defaultValue = "") String dueDay,
            RedirectAttributes flash) {
        return Pages.after(
                reviews.record(actor, finding, change, owner, planItem, Pages.day(dueDay)),
                "/review",
                "/review",
                flash,
                Map.of("finding", finding, "change", change, "owner", owner, "planItem", planItem, "dueDay", dueDay));
    }
}
