package org.tongxin.app.plans.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.PublishedMeasures;
import org.tongxin.app.plans.complaints.Complaint;
import org.tongxin.app.plans.complaints.ComplaintSettings;
import org.tongxin.app.plans.complaints.Complaints;
import org.tongxin.app.plans.complaints.NewComplaint;
import org.tongxin.app.plans.complaints.Receipt;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** For everybody, without an account: what holds, why and until when, and how to complain about it. */
@Controller
class PublicMeasuresController {

    /** Measures on one page: with all that must be said of each it stays below 100 kB. */
    private static final int PAGE = 20;

    private static final int READINGS = 20;

    private final Readings readings;
    private final Measures measures;
    private final PublishedMeasures published;
    private final Complaints complaints;
    private final ComplaintSettings settings;

    PublicMeasuresController(
            Readings readings,
            Measures measures,
            PublishedMeasures published,
            Complaints complaints,
            ComplaintSettings settings) {
        this.readings = readings;
        this.measures = measures;
        this.published = published;
        this.complaints = complaints;
        this.settings = settings;
    }

    /** A measure with how its supports are arranged. */
    record Card(Measure measure, Map<String, String> support) {}

    /** @param after id of the last measure of the page before */
    @GetMapping("/residents/measures")
    String list(@RequestParam(defaultValue = "") String after, Model model) {
        Paged<Measure> page = published.page(Seen.of(after), PAGE);
        model.addAttribute(
                "cards",
                page.rows().stream()
                        .map(measure -> new Card(measure, measures.arrangements(measure.id())))
                        .toList());
        model.addAttribute("page", page);
        model.addAttribute("count", published.count());
        return "residents/measures";
    }

    @GetMapping("/residents/measures/{id}/complaint")
    String form(@PathVariable UUID id, Model model) {
        model.addAttribute("measure", published.find(id).orElseThrow(() -> new NotFound("published measure " + id)));
        model.addAttribute("longest", Complaints.LONGEST);
        model.addAttribute("settings", settings);
        return "residents/complaint";
    }

    @PostMapping("/residents/measures/{id}/complaint")
    String file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Outcome<Receipt> outcome = complaints.file(id, new NewComplaint(text, contact, request.getRemoteAddr()));
        if (outcome instanceof Outcome.Accepted<Receipt> accepted) {
            flash.addFlashAttribute("receipt", accepted.value());
        }
        return Pages.after(
                outcome,
                "/residents/complaints",
                "/residents/measures/" + id + "/complaint",
                flash,
                Map.of("text", text, "contact", contact));
    }

    /** Where the receipt is shown once, and where the answer is asked for. */
    @GetMapping("/residents/complaints")
    String ask(Model model) {
        model.addAttribute("settings", settings);
        return "residents/complaints";
    }

    /** The code comes in the body and stands in no address. */
    @PostMapping("/residents/complaints")
    String look(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("settings", settings);
        Outcome<Complaint> outcome = complaints.look(number, code, request.getRemoteAddr());
        switch (outcome) {
            case Outcome.Accepted<Complaint> found -> {
                model.addAttribute("complaint", found.value());
                model.addAttribute(
                        "readings",
                        readings.of(Readings.Kind.COMPLAINT, found.value().number(), READINGS));
            }
            case Outcome.Refused<Complaint> refused -> {
                model.addAttribute("refusal", refused.refusal());
                model.addAttribute("form", Map.of("number", number));
            }
        }
        return "residents/complaints";
    }
}
