package org.tongxin.app.callers.web;

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
import org.tongxin.app.callers.CallerRequest;
import org.tongxin.app.callers.CallerRequests;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.resources.Catalogue;

/** The telephone of a community: what a caller asks is written down on one screen and answered in one tap. */
@Controller
class CallersController {

    private static final String PAGE = "/callers";
    private static final String ONE = PAGE + "/{id:[0-9a-fA-F-]{36}}";
    private static final int ANSWERED = 10;
    private static final int COMMUNITY_DIGITS = 12;

    private final CallerRequests requests;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Readings readings;

    CallersController(CallerRequests requests, Organisation organisation, Catalogue catalogue, Readings readings) {
        this.requests = requests;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.readings = readings;
    }

    /** @param number what a resident asks again by; goes straight to it */
    @GetMapping(PAGE)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        requireTelephone(actor);
        if (!number.isBlank()) {
            Optional<CallerRequest> asked = requests.find(actor, number);
            if (asked.isPresent()) {
                return "redirect:" + PAGE + "/" + asked.get().id();
            }
            model.addAttribute("refusal", Refusal.of("T-040", number.strip()));
        }
        Paged<CallerRequest> page = requests.open(actor, Seen.of(after));
        model.addAttribute("open", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("count", requests.countOpen(actor));
        Paged<CallerRequest> answered = requests.answered(actor, Seen.of(done), ANSWERED);
        model.addAttribute("answered", answered.rows());
        model.addAttribute("donePage", answered);
        model.addAttribute("seen", Map.of("after", after, "done", done));
        model.addAttribute("kinds", CallerRequest.Kind.values());
        model.addAttribute("places", places(actor));
        model.addAttribute("number", number.strip());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("contactDays", CallerRequests.CONTACT_DAYS);
        return "callers/list";
    }

    private static void requireTelephone(Actor actor) {
        if (!CallerRequests.answers(actor)) {
            throw new NotAllowed();
        }
    }

    /** A community has one place, which is not asked; a street chooses among its communities. */
    private List<Area> places(Actor actor) {
        return actor.territory().length() >= COMMUNITY_DIGITS
                ? List.of()
                : organisation.list(AreaLevel.COMMUNITY, actor.territory()).stream()
                        .filter(Area::tasked)
                        .toList();
    }

    @PostMapping(PAGE)
    String file(
            Actor actor,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(required = false) CallerRequest.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            RedirectAttributes flash) {
        requireTelephone(actor);
        Outcome<CallerRequest> outcome = requests.file(
                actor, new CallerRequests.Filed(key, area.isBlank() ? actor.territory() : area, kind, text, contact));
        if (outcome instanceof Outcome.Accepted<CallerRequest> filed) {
            flash.addFlashAttribute("filed", filed.value().number());
        }
        return Pages.after(
                outcome,
                PAGE,
                PAGE,
                flash,
                Map.of("area", area, "kind", kind == null ? "" : kind.name(), "text", text, "contact", contact));
    }

    @GetMapping(ONE)
    String one(Actor actor, @PathVariable UUID id, Model model) {
        requireTelephone(actor);
        CallerRequest request = requests.find(actor, id).orElseThrow(() -> new NotFound("request " + id));
        readings.note(actor, Readings.Kind.CALLER, request.number());
        model.addAttribute("request", request);
        model.addAttribute("contact", requests.contact(actor, id).orElse(""));
        model.addAttribute("items", request.kind().isForGoods() ? catalogue.items() : List.of());
        model.addAttribute("textDays", CallerRequests.TEXT_DAYS);
        return "callers/one";
    }

    @PostMapping(ONE + "/answer")
    String answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam CallerRequest.Answered how,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        requireTelephone(actor);
        Outcome<CallerRequest> outcome = requests.answer(actor, id, how, version);
        if (outcome instanceof Outcome.Accepted<CallerRequest> done) {
            flash.addFlashAttribute("closed", done.value().number());
        }
        return Pages.after(outcome, PAGE, flash);
    }

    @PostMapping(ONE + "/need")
    String need(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String quantity,
            @RequestParam(defaultValue = "0") int version,
            RedirectAttributes flash) {
        requireTelephone(actor);
        Outcome<Long> count = catalogue.quantity(item, quantity, "");
        Outcome<?> outcome = count instanceof Outcome.Accepted<Long> known
                ? requests.need(actor, id, item, known.value(), version)
                : count;
        return Pages.after(
                outcome, PAGE + "/" + id, PAGE + "/" + id, flash, Map.of("item", item, "quantity", quantity));
    }
}
