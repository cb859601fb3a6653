package org.tongxin.app.plans.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.PlanChange;
import org.tongxin.app.plans.PlanChanges;
import org.tongxin.app.plans.PlanItem;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.review.Lesson;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.tasks.TaskField;

/** Changes of the prepared plans, proposed and signed, and the revisions so far. */
@Controller
class PlanChangesController {

    private static final String ADDRESS = "/plans/changes";

    /** What a new item asks for until somebody says more: whether it is done, as a figure. */
    private static final List<TaskField> DONE = List.of(new TaskField("f1", "已完成数", "done", ""));

    private final PlanChanges changes;
    private final Reviews reviews;

    PlanChangesController(PlanChanges changes, Reviews reviews) {
        this.changes = changes;
        this.reviews = reviews;
    }

    /** A signed revision with what it changed. */
    public record Told(org.tongxin.app.plans.PlanRevision revision, List<PlanChange> changes) {}

    @GetMapping(ADDRESS)
    String list(Actor actor, Model model) {
        model.addAttribute("proposed", changes.proposed());
        model.addAttribute(
                "revisions",
                changes.revisions().stream()
                        .map(revision -> new Told(revision, changes.of(revision.number())))
                        .toList());
        model.addAttribute("proposes", PlanChanges.proposes(actor));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        return "plans/changes";
    }

    /** The form: for an item in force, or for a new one where {@code item} names none; with the words of a lesson where one is named. */
    @GetMapping(ADDRESS + "/new")
    String form(
            Actor actor,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(required = false) @Nullable UUID lesson,
            Model model) {
        if (!PlanChanges.proposes(actor)) {
            throw new NotAllowed();
        }
        Optional<PlanChanges.Place> place = changes.find(item);
        model.addAttribute("place", place.orElse(null));
        model.addAttribute("places", changes.places());
        model.addAttribute("lesson", lesson);
        if (model.getAttribute("form") == null) {
            model.addAttribute("form", filled(place.orElse(null), lesson));
        }
        return "plans/new-change";
    }

    private Map<String, String> filled(PlanChanges.@Nullable Place place, @Nullable UUID lesson) {
        Map<String, String> form = new LinkedHashMap<>();
        if (place != null) {
            PlanItem item = place.item();
            form.put("title", item.title());
            form.put("titleEn", item.titleEn());
            form.put("level", item.level());
            form.put("post", item.post());
            form.put("dueHours", Integer.toString(item.dueHours()));
            form.put("minutes", Integer.toString(item.minutes()));
            form.put("basisText", item.basisText());
            form.put("staffing", Boolean.toString(item.staffing()));
        }
        if (lesson != null) {
            Optional<Lesson> found = reviews.find(lesson);
            found.ifPresent(known -> form.put("why", known.finding() + " " + known.change()));
        }
        return form;
    }

    @PostMapping(ADDRESS)
    String propose(
            Actor actor,
            @RequestParam(defaultValue = "") String book,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String titleEn,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String dueHours,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String basisText,
            @RequestParam(defaultValue = "false") boolean staffing,
            @RequestParam(defaultValue = "false") boolean remove,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable UUID lesson,
            RedirectAttributes flash) {
        PlanItem after = new PlanItem(
                item,
                level,
                post,
                title,
                titleEn,
                number(dueHours),
                List.of("PLAN"),
                basisText,
                "OURS",
                staffing,
                number(minutes),
                DONE);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("book", book);
        typed.put("title", title);
        typed.put("titleEn", titleEn);
        typed.put("level", level);
        typed.put("post", post);
        typed.put("dueHours", dueHours);
        typed.put("minutes", minutes);
        typed.put("basisText", basisText);
        typed.put("staffing", Boolean.toString(staffing));
        typed.put("remove", Boolean.toString(remove));
        typed.put("why", why);
        String back = ADDRESS + "/new?item=" + (item.matches("[A-Z0-9]{0,8}") ? item : "")
                + (lesson == null ? "" : "&lesson=" + lesson);
        return Pages.after(
                changes.propose(actor, new PlanChanges.Proposal(book, item, remove ? null : after, why, lesson)),
                ADDRESS,
                back,
                flash,
                typed);
    }

    /** 0, which is refused as out of range, for what is no number. */
    private static int number(String typed) {
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : 0;
    }

    @PostMapping(ADDRESS + "/{id}/dropping")
    String drop(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        return Pages.after(changes.drop(actor, id, version), ADDRESS, flash);
    }

    @PostMapping("/plans/revisions")
    String sign(
            Actor actor,
            @RequestParam(required = false) @Nullable List<UUID> change,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        List<UUID> chosen = change == null ? List.of() : change;
        flash.addFlashAttribute("chosen", chosen);
        return Pages.after(changes.sign(actor, chosen, reason), ADDRESS, ADDRESS, flash, Map.of("reason", reason));
    }
}
