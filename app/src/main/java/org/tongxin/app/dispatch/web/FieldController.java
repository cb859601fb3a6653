package org.tongxin.app.dispatch.web;

import java.time.LocalDate;
import java.util.Locale;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongxin.app.dispatch.Dispatch;
import org.tongxin.app.dispatch.duty.Attendances;
import org.tongxin.app.dispatch.duty.DutyNotices;
import org.tongxin.app.dispatch.duty.DutyTimes;
import org.tongxin.app.dispatch.duty.Invitations;
import org.tongxin.app.dispatch.duty.Safety;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;

/** What a worker does for a post in the field: invitations to send on, the sheet with the code, presence by hand. */
@Controller
@RequestMapping("/dispatch/posts/{id:[0-9a-fA-F-]{36}}")
class FieldController {

    private final Readings readings;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final Dispatch dispatch;
    private final Invitations invitations;
    private final Attendances attendances;
    private final DutyNotices notices;
    private final Safety safety;
    private final ShiftHours hours;
    private final DispatchText words;

    FieldController(
            Readings readings,
            Organisation organisation,
            DistrictClock clock,
            Dispatch dispatch,
            Invitations invitations,
            Attendances attendances,
            DutyNotices notices,
            Safety safety,
            ShiftHours hours,
            DispatchText words) {
        this.readings = readings;
        this.organisation = organisation;
        this.clock = clock;
        this.dispatch = dispatch;
        this.invitations = invitations;
        this.attendances = attendances;
        this.notices = notices;
        this.safety = safety;
        this.hours = hours;
        this.words = words;
    }

    @GetMapping("/invitations")
    String people(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        return show(actor, id, day == null ? hours.day() : day, model);
    }

    private String show(Actor actor, UUID id, LocalDate day, Model model) {
        DutyPost post = post(actor, id);
        readings.note(actor, Readings.Kind.DUTY, post.areaPath(), day, day);
        if (!DispatchText.seesNames(actor)) {
            throw new NotAllowed();
        }
        about(post, day, model);
        model.addAttribute("people", attendances.at(actor, day, id));
        model.addAttribute("running", !day.isBefore(hours.day()));
        DutyTimes times = hours.of(day, post);
        model.addAttribute("markable", day.equals(hours.day()) && times.isOpen(clock.now()));
        model.addAttribute("over", times.isOver(clock.now()));
        return "dispatch/field/people";
    }

    private DutyPost post(Actor actor, UUID id) {
        return organisation
                .findPost(id)
                .filter(found -> actor.covers(found.areaPath()))
                .orElseThrow(() -> new NotFound("post " + id));
    }

    private void about(DutyPost post, LocalDate day, Model model) {
        model.addAttribute("post", post);
        model.addAttribute("day", day);
        model.addAttribute("today", hours.day());
        model.addAttribute("tomorrow", hours.day().plusDays(1));
        model.addAttribute("times", hours.of(day, post));
        model.addAttribute("pageTitle", words.name(post.name(), post.nameEn()));
        model.addAttribute("notice", notices.find(post.kind()).orElse(null));
        model.addAttribute(
                "street", organisation.findArea(post.areaPath().substring(0, 9)).orElseThrow());
    }

    /** Shows the text for one person on the page itself; that it was shown is on record. */
    @PostMapping("/invitations")
    String invitation(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID assignment,
            @RequestParam String when,
            Locale language,
            Model model) {
        String base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        Outcome<String> text = invitations.text(actor, day, id, assignment, base, when, language);
        if (text instanceof Outcome.Refused<String> refused) {
            model.addAttribute("refusal", refused.refusal());
        } else {
            model.addAttribute("text", text.orThrow());
            model.addAttribute("shown", assignment);
        }
        return show(actor, id, day, model);
    }

    @PostMapping("/links")
    String renew(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID assignment,
            RedirectAttributes flash) {
        return back(invitations.renew(actor, day, id, assignment), id, day, "renewed", flash);
    }

    private static String back(Outcome<?> outcome, UUID id, LocalDate day, String done, RedirectAttributes flash) {
        if (outcome instanceof Outcome.Accepted<?>) {
            flash.addFlashAttribute("done", "duty.done." + done);
        }
        return Pages.after(outcome, "/dispatch/posts/" + id + "/invitations?day=" + day, flash);
    }

    /** An answer given by telephone; for a dangerous duty the worker says to have read its risks out. */
    @PostMapping("/confirmations")
    String confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam UUID assignment,
            @RequestParam boolean comes,
            @RequestParam(defaultValue = "false") boolean readOut,
            RedirectAttributes flash) {
        post(actor, id);
        Outcome<?> outcome = day.isBefore(hours.day())
                ? Outcome.refused("D-001", day)
                : answer(actor, day, assignment, comes, readOut);
        return back(outcome, id, day, comes ? "comes" : "comesNot", flash);
    }

    private Outcome<?> answer(Actor actor, LocalDate day, UUID assignment, boolean comes, boolean readOut) {
        if (comes && readOut) {
            Outcome<UUID> read = safety.readOut(actor, day, assignment);
            if (read instanceof Outcome.Refused<UUID>) {
                return read;
            }
        }
        return dispatch.answer(actor, day, Map.of(assignment, comes));
    }

    @PostMapping("/presence")
    String presence(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID assignment,
            @RequestParam boolean present,
            @RequestParam(defaultValue = "false") boolean readOut,
            RedirectAttributes flash) {
        post(actor, id);
        Outcome<UUID> outcome = attendances.mark(actor, id, assignment, present, readOut);
        return back(outcome, id, hours.day(), present ? "marked" : "markedLeft", flash);
    }

    /** The sheet that lies at the post. */
    @GetMapping("/sheet")
    String sheet(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        DutyPost post = post(actor, id);
        LocalDate shift = day == null ? hours.day() : day;
        Outcome<String> code = attendances.code(actor, shift, id);
        if (code instanceof Outcome.Refused<String> refused) {
            throw new NotAllowed(refused.refusal());
        }
        about(post, shift, model);
        model.addAttribute("code", code.orThrow());
        return "dispatch/field/sheet";
    }
}
