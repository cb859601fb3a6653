package org.tongxin.app.dispatch.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongxin.app.dispatch.duty.NewCall;
import org.tongxin.app.dispatch.duty.UrgentCall;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Readings;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;

/** Urgent calls to everyone near, of the duty officer and of those to whom they are delegated. */
@Controller
class CallsController {

    private static final int FOUND = 60;

    private final Readings readings;
    private final UrgentCalls calls;
    private final Organisation organisation;
    private final DistrictClock clock;

    CallsController(Readings readings, UrgentCalls calls, Organisation organisation, DistrictClock clock) {
        this.readings = readings;
        this.calls = calls;
        this.organisation = organisation;
        this.clock = clock;
    }

    private void onlyThoseWhoCall(Actor actor) {
        if (!calls.opens(actor)) {
            throw new NotAllowed();
        }
    }

    @GetMapping("/dispatch/calls")
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID post,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        onlyThoseWhoCall(actor);
        Paged<UrgentCall> page = calls.page(actor, Seen.of(after));
        model.addAttribute("calls", page.rows());
        model.addAttribute("page", page);
        model.addAttribute("now", clock.now());
        model.addAttribute("running", calls.running(actor));
        model.addAttribute("q", q.strip());
        model.addAttribute("found", q.isBlank() ? List.of() : communities(actor, q.strip()));
        model.addAttribute("kinds", UrgentCalls.KINDS);
        model.addAttribute("skills", UrgentCalls.SKILLS);
        place(actor, post, area, model);
        return "dispatch/calls/list";
    }

    private void place(Actor actor, @Nullable UUID post, String area, Model model) {
        if (post != null) {
            organisation
                    .findPost(post)
                    .filter(here -> actor.covers(here.areaPath()))
                    .ifPresent(here -> model.addAttribute("post", here));
        } else if (!area.isEmpty()) {
            organisation
                    .findArea(area)
                    .filter(here -> actor.covers(here.path()))
                    .ifPresent(here -> model.addAttribute("area", here));
        }
    }

    /** Communities whose own name or code, or whose street's name, holds the words. */
    private List<Area> communities(Actor actor, String words) {
        Set<String> streets = organisation.list(AreaLevel.STREET, actor.territory()).stream()
                .filter(street -> named(street, words))
                .map(Area::path)
                .collect(Collectors.toSet());
        return organisation.list(AreaLevel.COMMUNITY, actor.territory()).stream()
                .filter(area ->
                        named(area, words) || streets.contains(area.path().substring(0, 9)))
                .limit(FOUND)
                .toList();
    }

    private static boolean named(Area area, String words) {
        return area.name().contains(words)
                || area.path().startsWith(words)
                || area.nameEn().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    @PostMapping("/dispatch/calls")
    String open(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID post,
            @RequestParam(defaultValue = "") String area,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String skill,
            @RequestParam(defaultValue = "0") int wanted,
            @RequestParam(defaultValue = "0") int radius,
            @RequestParam(defaultValue = "0") int minutes,
            RedirectAttributes flash) {
        Outcome<UrgentCall> outcome = calls.open(
                actor, new NewCall(post, area, kind, what, skill.isEmpty() ? null : skill, wanted, radius, minutes));
        Map<String, String> typed = Map.of(
                "kind",
                kind,
                "what",
                what,
                "skill",
                skill,
                "wanted",
                String.valueOf(wanted),
                "radius",
                String.valueOf(radius),
                "minutes",
                String.valueOf(minutes));
        String onward = outcome instanceof Outcome.Accepted<UrgentCall> opened
                ? "/dispatch/calls/" + opened.value().id()
                : "/dispatch/calls";
        String back = UriComponentsBuilder.fromPath("/dispatch/calls")
                .queryParam(post == null ? "area" : "post", "{place}")
                .encode()
                .buildAndExpand(post == null ? area : post)
                .toUriString();
        return Pages.after(outcome, onward, back, flash, typed);
    }

    @GetMapping("/dispatch/calls/{id:[0-9a-fA-F-]{36}}")
    String one(Actor actor, @PathVariable UUID id, Model model) {
        onlyThoseWhoCall(actor);
        UrgentCall call = calls.find(actor, id).orElseThrow(() -> new NotFound("call " + id));
        model.addAttribute("call", call);
        model.addAttribute("ended", call.ended(clock.now()));
        readings.note(actor, Readings.Kind.CALL, call.number());
        model.addAttribute("takers", calls.takers(actor, id));
        return "dispatch/calls/one";
    }

    @PostMapping("/dispatch/calls/{id:[0-9a-fA-F-]{36}}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        Outcome<UUID> outcome = calls.end(actor, id);
        if (outcome instanceof Outcome.Accepted<UUID>) {
            flash.addFlashAttribute("done", "duty.done.callEnded");
        }
        return Pages.after(outcome, "/dispatch/calls/" + id, flash);
    }
}
