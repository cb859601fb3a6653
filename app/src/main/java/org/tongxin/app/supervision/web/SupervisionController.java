package org.tongxin.app.supervision.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.supervision.Supervision;
import org.tongxin.app.supervision.SupervisionAction;
import org.tongxin.app.supervision.SupervisionActions;
import org.tongxin.app.supervision.Supervisions;

/** The list of streets under close watch, and one of them with what is to be done. */
@Controller
class SupervisionController {

    private static final Duration SOON = Duration.ofDays(2);

    private final Supervisions supervisions;
    private final SupervisionActions actions;
    private final Organisation organisation;
    private final DistrictClock clock;

    SupervisionController(
            Supervisions supervisions, SupervisionActions actions, Organisation organisation, DistrictClock clock) {
        this.supervisions = supervisions;
        this.actions = actions;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** One close watch in the list. */
    record Line(Supervision supervision, long done, int all) {}

    /** @param area only this street, and the draft for it; empty for all of the territory */
    @GetMapping("/supervision")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String shown = area.startsWith(actor.territory()) ? area : actor.territory();
        List<Supervision> open = supervisions.open(shown);
        model.addAttribute("open", open.stream().map(each -> line(actor, each)).toList());
        model.addAttribute("soon", open.stream().filter(this::endsSoon).count());
        Paged<Supervision> ended = supervisions.ended(shown, Seen.of(after));
        model.addAttribute("ended", ended.rows());
        model.addAttribute("endedTotal", supervisions.countEnded(shown));
        model.addAttribute("page", ended);
        model.addAttribute("suggestions", supervisions.suggestions(shown));
        model.addAttribute("toDo", actions.toDo(shown));
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("streets", organisation.taskedStreets(actor.territory()));
        model.addAttribute(
                "only",
                organisation
                        .findArea(area)
                        .filter(each -> actor.covers(each.path()))
                        .orElse(null));
        model.addAttribute("login", actor.login());
        return "supervision/list";
    }

    private Line line(Actor actor, Supervision supervision) {
        List<SupervisionAction> all = actions.of(supervision.id(), actor.territory());
        return new Line(supervision, all.stream().filter(each -> !each.open()).count(), all.size());
    }

    private boolean endsSoon(Supervision supervision) {
        return supervision.endsAt().isBefore(clock.now().plus(SOON));
    }

    /** An action with whether this actor may resolve it or pass it up. */
    record ActionLine(SupervisionAction action, boolean mine) {}

    @GetMapping("/supervision/{id}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        Supervision supervision =
                supervisions.find(id, actor.territory()).orElseThrow(() -> new NotFound("supervision " + id));
        model.addAttribute("supervision", supervision);
        model.addAttribute("renewals", supervisions.renewals(id));
        model.addAttribute(
                "actions",
                actions.of(id, "").stream()
                        .map(each -> new ActionLine(each, each.ring().reaches(actor, each.areaPath())))
                        .toList());
        model.addAttribute("officer", actor.role() == Role.DUTY_OFFICER);
        model.addAttribute("adds", actor.role() == Role.DUTY_OFFICER || actor.role() == Role.STREET_WORKER);
        model.addAttribute("places", places(supervision.areaPath()));
        model.addAttribute("outcomes", List.of("RESOLVED", "HANDED_TO_WARNING", "NOT_CONFIRMED"));
        return "supervision/one";
    }

    private List<Area> places(String street) {
        List<Area> places = new ArrayList<>();
        organisation.findArea(street).ifPresent(places::add);
        places.addAll(organisation.list(AreaLevel.COMMUNITY, street));
        organisation.findDistrict().ifPresent(places::add);
        return places;
    }

    @PostMapping("/supervision")
    String open(
            Actor actor,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "0") int days,
            RedirectAttributes flash) {
        Outcome<Supervision> outcome =
                supervisions.open(actor, new Supervisions.Opening(area.strip(), why, owner.strip(), days));
        String onward = outcome instanceof Outcome.Accepted<Supervision> accepted
                ? "/supervision/" + accepted.value().id()
                : "/supervision";
        return Pages.after(
                outcome,
                onward,
                "/supervision",
                flash,
                Map.of("area", area, "why", why, "owner", owner, "days", "" + days));
    }

    @PostMapping("/supervision/{id}/renewal")
    String renew(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(
                supervisions.renew(actor, id, days, reason, version),
                page(id),
                page(id),
                flash,
                Map.of("reason", reason, "days", "" + days));
    }

    @PostMapping("/supervision/{id}/ending")
    String end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Supervision.Outcome outcome,
            @RequestParam(defaultValue = "") String note,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(
                supervisions.end(actor, id, outcome, note, version),
                page(id),
                page(id),
                flash,
                Map.of("note", note, "outcome", outcome.name()));
    }

    @PostMapping("/supervision/{id}/actions")
    String add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String what,
            RedirectAttributes flash) {
        return Pages.after(
                actions.add(actor, id, area.strip(), what),
                page(id),
                page(id),
                flash,
                Map.of("area", area, "what", what));
    }

    /** @param from the page to go back to: that of the close watch, or the list where it cannot be seen */
    @PostMapping("/supervision/actions/{id}/completion")
    String done(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID from,
            RedirectAttributes flash) {
        return Pages.after(actions.done(actor, id, version), from == null ? "/supervision" : page(from), flash);
    }

    @PostMapping("/supervision/actions/{id}/escalation")
    String passUp(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable UUID from,
            RedirectAttributes flash) {
        return Pages.after(
                actions.passUp(actor, id, reason, version), from == null ? "/supervision" : page(from), flash);
    }

    private static String page(UUID id) {
        return "/supervision/" + id;
    }
}
