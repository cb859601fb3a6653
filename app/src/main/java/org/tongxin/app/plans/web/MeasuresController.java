package org.tongxin.app.plans.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.Alternative;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.MeasureReviews;
import org.tongxin.app.plans.MeasureVersion;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** Public measures: decide, fill the support list, start, end. */
@Controller
class MeasuresController {

    /** Rows for milder ways in the form. */
    private static final int ALTERNATIVES = 3;

    private final Measures measures;
    private final MeasureReviews reviews;
    private final Organisation organisation;
    private final DistrictClock clock;

    MeasuresController(Measures measures, MeasureReviews reviews, Organisation organisation, DistrictClock clock) {
        this.measures = measures;
        this.reviews = reviews;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping("/measures")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        Paged<Measure> page = measures.page(actor.territory(), Seen.of(after));
        model.addAttribute("measures", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("total", measures.count(actor.territory()));
        model.addAttribute("inForce", measures.inForce(actor.territory()));
        model.addAttribute("competences", measures.competences());
        model.addAttribute("streets", organisation.taskedStreets(actor.territory()));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        model.addAttribute("rows", ALTERNATIVES);
        model.addAttribute("complaints", Complaints.reads(actor));
        model.addAttribute("from", local(clock.now()));
        model.addAttribute("to", local(clock.now().plus(Duration.ofDays(7))));
        return "plans/measures";
    }

    private String local(Instant instant) {
        return clock.local(instant).toString().substring(0, 16);
    }

    @GetMapping("/measures/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Measure measure = measures.find(id, actor.territory()).orElseThrow(() -> new NotFound("measure " + id));
        model.addAttribute("measure", measure);
        model.addAttribute("items", Measure.SUPPORT_LIST);
        model.addAttribute("history", reviews.history(id, actor.territory()));
        model.addAttribute("latest", reviews.latestRenewal(measure));
        model.addAttribute("endsLocal", local(measure.endsAt()));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        model.addAttribute("duty", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("fills", actor.role() == Role.DUTY_OFFICER || actor.role() == Role.STREET_WORKER);
        return "plans/measure";
    }

    @PostMapping("/measures")
    String decide(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        String[] kindAndBody = (form.getOrDefault("competence", "|") + "|").split("\\|", 3);
        Outcome<Measure> outcome = measures.decide(
                actor,
                new Measures.Decision(
                        kindAndBody[0],
                        kindAndBody[1],
                        form.getOrDefault("area", ""),
                        form.getOrDefault("content", ""),
                        form.getOrDefault("explanation", ""),
                        alternatives(form),
                        instant(form.get("from")),
                        instant(form.get("to")),
                        null));
        Map<String, String> typed = new HashMap<>(form);
        typed.remove("_csrf");
        if (outcome instanceof Outcome.Accepted<Measure> accepted) {
            return "redirect:/measures/" + accepted.value().id();
        }
        return Pages.after(outcome, "/measures", "/measures", flash, typed);
    }

    /** The rows of the form; those left empty are no alternatives. */
    private static List<Alternative> alternatives(Map<String, String> form) {
        return IntStream.rangeClosed(1, ALTERNATIVES)
                .mapToObj(row -> new Alternative(
                        form.getOrDefault("way" + row, "").strip(),
                        form.getOrDefault("why" + row, "").strip()))
                .toList();
    }

    /** A district time such as {@code 2022-03-26T10:30}; {@code null} where there is none. */
    private @Nullable Instant instant(@Nullable String local) {
        try {
            return local == null || local.isBlank()
                    ? null
                    : LocalDateTime.parse(local).atZone(clock.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @PostMapping("/measures/{id}/support")
    String fill(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String item,
            @RequestParam(defaultValue = "") String arrangement,
            RedirectAttributes flash) {
        return after(
                measures.fillSupport(actor, id, item, arrangement),
                id,
                flash,
                Map.of("what", "support", "item", item, "arrangement", arrangement));
    }

    @PostMapping("/measures/{id}/start")
    String start(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(measures.start(actor, id, version), "/measures/" + id, flash);
    }

    @PostMapping("/measures/{id}/end")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return after(measures.end(actor, id, reason, version), id, flash, Map.of("what", "end", "reason", reason));
    }

    /** 续、改: what the review decided; stopping has its own form. */
    @PostMapping("/measures/{id}/review")
    String review(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MeasureVersion.Act act,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        String reason = form.getOrDefault("reason", "");
        Instant end = newEnd(actor, id, form.getOrDefault("to", ""));
        Outcome<Measure> outcome = switch (form.getOrDefault("act", "")) {
            case "RENEWED" -> reviews.renew(actor, id, end, reason, version);
            case "CHANGED" -> reviews.change(actor, id, form.getOrDefault("content", ""), end, reason, version);
            default -> reviews.continueAsIs(actor, id, reason, version);
        };
        Map<String, String> typed = new HashMap<>();
        typed.put("what", "review");
        List.of("act", "content", "to", "reason").forEach(name -> typed.put(name, form.getOrDefault(name, "")));
        return after(outcome, id, flash, typed);
    }

    /** The page of a measure has several forms: {@code what} says to which the typed words belong. */
    private static String after(Outcome<?> outcome, UUID id, RedirectAttributes flash, Map<String, String> typed) {
        String address = "/measures/" + id;
        return Pages.after(outcome, address, address, flash, typed);
    }

    /** The form knows minutes: what was left as it stood is the present end, to the second; what is unreadable is no end. */
    private Instant newEnd(Actor actor, UUID id, String typed) {
        return measures.find(id, actor.territory())
                .map(Measure::endsAt)
                .filter(present -> local(present).equals(typed))
                .orElseGet(() -> Objects.requireNonNullElse(instant(typed), Instant.EPOCH));
    }
}
