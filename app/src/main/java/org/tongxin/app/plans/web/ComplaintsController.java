package org.tongxin.app.plans.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.complaints.Answer;
import org.tongxin.app.plans.complaints.Complaint;
import org.tongxin.app.plans.complaints.ComplaintOutcome;
import org.tongxin.app.plans.complaints.ComplaintSettings;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** Complaints, for the body that decided the measures. Everybody else is refused, also to look. */
@Controller
class ComplaintsController {

    private final Readings readings;
    private final Complaints complaints;
    private final Measures measures;
    private final ComplaintSettings settings;
    private final DistrictClock clock;

    ComplaintsController(
            Readings readings,
            Complaints complaints,
            Measures measures,
            ComplaintSettings settings,
            DistrictClock clock) {
        this.readings = readings;
        this.complaints = complaints;
        this.measures = measures;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/complaints")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        requireReader(actor);
        Paged<Complaint> page = complaints.page(actor, Seen.of(after));
        model.addAttribute("complaints", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("settings", settings);
        return "plans/complaints";
    }

    @GetMapping("/complaints/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        requireReader(actor);
        Complaint complaint = complaints.find(actor, id).orElseThrow(() -> new NotFound("complaint " + id));
        Measure measure =
                measures.find(complaint.measureId(), actor.territory()).orElseThrow(() -> new NotFound("measure"));
        readings.note(actor, Readings.Kind.COMPLAINT, complaint.number());
        model.addAttribute("complaint", complaint);
        model.addAttribute("measure", measure);
        model.addAttribute("endsLocal", local(measure));
        model.addAttribute("outcomes", ComplaintOutcome.values());
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        return "plans/complaint";
    }

    /** Reading a contact is an act of its own, since it is noted. */
    @PostMapping("/complaints/{id}/contact")
    String contact(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        requireReader(actor);
        flash.addFlashAttribute("contact", complaints.contact(actor, id).orElse(""));
        return "redirect:/complaints/" + id;
    }

    @PostMapping("/complaints/{id}/answer")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam ComplaintOutcome outcome,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        requireReader(actor);
        Answer answer = new Answer(
                outcome,
                form.getOrDefault("words", ""),
                form.getOrDefault("published", ""),
                form.getOrDefault("content", ""),
                end(actor, id, form.getOrDefault("to", "")));
        String address = "/complaints/" + id;
        Map<String, String> typed = new HashMap<>(form);
        typed.remove("_csrf");
        return Pages.after(complaints.answer(actor, id, answer, version), address, address, flash, typed);
    }

    /** {@code null} where the end was left as it stood; one that cannot be read is long past, and so refused. */
    private @Nullable Instant end(Actor actor, UUID id, String typed) {
        boolean kept = complaints
                .find(actor, id)
                .flatMap(complaint -> measures.find(complaint.measureId(), actor.territory()))
                .filter(measure -> local(measure).equals(typed))
                .isPresent();
        try {
            return kept || typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed).atZone(clock.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            return Instant.EPOCH;
        }
    }

    private String local(Measure measure) {
        return clock.local(measure.endsAt()).toString().substring(0, 16);
    }

    private static void requireReader(Actor actor) {
        if (!Complaints.reads(actor)) {
            throw new NotAllowed();
        }
    }
}
