package org.tongxin.app.dispatch.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** The duty officer looks at a plan beside others, tries a change on paper, and decides it. */
@Controller
class PlanController {

    private final Readings readings;
    private final Dispatch dispatch;
    private final Organisation organisation;
    private final ShiftHours hours;

    PlanController(Readings readings, Dispatch dispatch, Organisation organisation, ShiftHours hours) {
        this.readings = readings;
        this.dispatch = dispatch;
        this.organisation = organisation;
        this.hours = hours;
    }

    @GetMapping("/dispatch/compare")
    String compare(
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        LocalDate shift = day == null ? hours.day() : day;
        boolean running = !shift.isBefore(hours.day());
        model.addAttribute("day", shift);
        model.addAttribute("today", hours.day());
        model.addAttribute("tomorrow", hours.day().plusDays(1));
        model.addAttribute("comparison", running ? dispatch.compare(shift).orElse(null) : null);
        model.addAttribute("mayPlan", actor.role() == Role.DUTY_OFFICER && running);
        return "dispatch/compare";
    }

    @PostMapping("/dispatch/plans/afresh")
    String afresh(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes flash) {
        requireDutyOfficer(actor);
        return planned(dispatch.planAfresh(actor, day), "/dispatch?day=" + day, flash);
    }

    @GetMapping("/dispatch/posts/{id:[0-9a-fA-F-]{36}}/candidates/{person:[0-9a-fA-F-]{36}}")
    String candidate(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID person,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes flash,
            Model model) {
        requireDutyOfficer(actor);
        DutyPost post = post(actor, id);
        Outcome<Dispatch.WhatIf> outcome = dispatch.whatIf(actor, day, id, person);
        if (outcome instanceof Outcome.Accepted<Dispatch.WhatIf> accepted) {
            readings.note(actor, Readings.Kind.DUTY, post.areaPath(), day, day);
            readings.note(actor, Readings.Kind.PEOPLE, actor.territory());
            model.addAttribute("post", post);
            model.addAttribute(
                    "street",
                    organisation.findArea(post.areaPath().substring(0, 9)).orElseThrow());
            model.addAttribute("day", day);
            model.addAttribute("whatIf", accepted.value());
            return "dispatch/candidate";
        }
        return Pages.after(outcome, "/dispatch/posts/" + id + "?day=" + day, flash);
    }

    @PostMapping("/dispatch/posts/{id:[0-9a-fA-F-]{36}}/choices")
    String choose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID person,
            @RequestParam boolean fixed,
            RedirectAttributes flash) {
        requireDutyOfficer(actor);
        post(actor, id);
        return planned(dispatch.choose(actor, day, id, person, fixed), "/dispatch/posts/" + id + "?day=" + day, flash);
    }

    @PostMapping("/dispatch/posts/{id:[0-9a-fA-F-]{36}}/choices/end")
    String release(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID person,
            RedirectAttributes flash) {
        requireDutyOfficer(actor);
        post(actor, id);
        return planned(dispatch.release(actor, day, id, person), "/dispatch/posts/" + id + "?day=" + day, flash);
    }

    private static String planned(Outcome<Dispatch.ShiftPlan> outcome, String page, RedirectAttributes flash) {
        if (outcome instanceof Outcome.Accepted<Dispatch.ShiftPlan> accepted) {
            flash.addFlashAttribute("done", "dispatch.done.planned");
            flash.addFlashAttribute("doneCount", accepted.value().newlyAssigned());
        }
        return Pages.after(outcome, page, flash);
    }

    private static void requireDutyOfficer(Actor actor) {
        if (actor.role() != Role.DUTY_OFFICER) {
            throw new NotAllowed();
        }
    }

    private DutyPost post(Actor actor, UUID id) {
        return organisation
                .findPost(id)
                .filter(found -> actor.covers(found.areaPath()))
                .orElseThrow(() -> new NotFound("post " + id));
    }
}
