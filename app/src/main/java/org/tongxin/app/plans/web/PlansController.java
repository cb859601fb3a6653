package org.tongxin.app.plans.web;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongxin.app.dispatch.duty.UrgentCalls;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.ModePolicy;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.PlanChanges;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.plans.Playbook;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.simulation.Scenarios;
import org.tongxin.app.tasks.HandOrders;

/** The library of plans, the advice, activation and stand-down. */
@Controller
class PlansController {

    private static final Duration EXPECTED = Duration.ofDays(30);

    /** Days after the situation that the plan's page shows. */
    private static final List<Integer> NEED_DAYS = List.of(1, 3, 5, 7, 14, 21);

    private final Plans plans;
    private final PlanLibrary library;
    private final PlanChanges changes;
    private final Organisation organisation;
    private final DistrictClock clock;
    private final MessageSource messages;
    private final Scenarios scenarios;
    private final HandOrders handOrders;
    private final UrgentCalls calls;

    PlansController(
            Plans plans,
            PlanLibrary library,
            PlanChanges changes,
            Organisation organisation,
            DistrictClock clock,
            MessageSource messages,
            Scenarios scenarios,
            HandOrders handOrders,
            UrgentCalls calls) {
        this.handOrders = handOrders;
        this.calls = calls;
        this.plans = plans;
        this.library = library;
        this.changes = changes;
        this.organisation = organisation;
        this.clock = clock;
        this.messages = messages;
        this.scenarios = scenarios;
    }

    @GetMapping("/plans")
    String library(Actor actor, Model model) {
        model.addAttribute("active", plans.active());
        model.addAttribute("advice", plans.latestAdvice());
        model.addAttribute("open", plans.openAdvice().isPresent());
        model.addAttribute("playbooks", library.list());
        model.addAttribute("history", plans.history());
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        needs(model);
        staysOpen(actor, model);
        plans.active().ifPresent(active -> {
            List<String> covered = plans.coverage(active.id());
            model.addAttribute(
                    "covered",
                    organisation.taskedStreets("").stream()
                            .filter(street -> covered.contains(street.path()))
                            .toList());
        });
        return "plans/library";
    }

    /** What does not end with the plan that is in force, or was last: somebody has to end it. */
    private void staysOpen(Actor actor, Model model) {
        Optional<PlanActivation> last =
                plans.active().or(() -> plans.history().stream().findFirst());
        model.addAttribute(
                "openOrders",
                last.map(plan -> handOrders.open(
                                plan.activatedAt(), Objects.requireNonNullElse(plan.stoodDownAt(), clock.now())))
                        .orElse(List.of()));
        model.addAttribute("runningCalls", last.isPresent() ? calls.runningInAll() : 0);
        model.addAttribute("seesCalls", calls.opens(actor));
    }

    /** A plan as it is in force, or as it was under a version. */
    @GetMapping("/plans/books/{name}")
    String book(@PathVariable String name, @RequestParam(defaultValue = "") String version, Model model) {
        Playbook inForce = find(name);
        Playbook shown = version.isEmpty()
                ? inForce
                : library.find(inForce.mode(), version).orElseThrow(() -> new NotFound("version " + version));
        model.addAttribute("book", shown);
        model.addAttribute("newer", shown.version().equals(inForce.version()) ? null : inForce.version());
        return "plans/book";
    }

    /** The version in force. */
    private Playbook find(String name) {
        return Arrays.stream(ResponseMode.values())
                .filter(mode -> mode.file().equals(name))
                .findFirst()
                .map(library::of)
                .orElseThrow(() -> new NotFound("playbook " + name));
    }

    /** The three indicators on their axes, with the study's cases as ticks, and what signing will do. */
    @GetMapping("/plans/activation")
    String activation(Actor actor, Model model) {
        model.addAttribute("advice", plans.latestAdvice());
        model.addAttribute("open", plans.openAdvice().isPresent());
        model.addAttribute("active", plans.active());
        model.addAttribute("cases", positions());
        model.addAttribute("playbooks", library.list());
        model.addAttribute("streets", organisation.taskedStreets("").size());
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        model.addAttribute("expectedEnd", clock.now().plus(EXPECTED));
        changedSince(model);
        needs(model);
        return "plans/activation";
    }

    /** After a refusal: what was signed into the chosen plan since the page was opened. */
    private void changedSince(Model model) {
        if (model.getAttribute("form") instanceof Map<?, ?> typed
                && typed.get("version") instanceof String version
                && typed.get("mode") instanceof String mode) {
            Playbook inForce = library.of(ResponseMode.valueOf(mode));
            if (!inForce.version().equals(version)) {
                model.addAttribute("since", inForce);
                model.addAttribute("changed", changes.since(inForce.mode(), version));
            }
        }
    }

    /** The parameters of a plan: what the adopted course needs in the weeks to come. */
    private void needs(Model model) {
        scenarios.adopted().ifPresent(adopted -> {
            model.addAttribute("adopted", adopted);
            model.addAttribute(
                    "needDays",
                    NEED_DAYS.stream()
                            .filter(day -> adopted.needs().values().stream()
                                    .allMatch(curve -> day < curve.median().size()))
                            .toList());
        });
    }

    private static Map<String, Map<String, Double>> positions() {
        Map<String, Map<String, Double>> cases = new LinkedHashMap<>();
        for (ResponseMode mode : ResponseMode.values()) {
            ModePolicy.Position position = ModePolicy.CASES.get(mode);
            if (position != null) {
                Map<String, Double> axes = new LinkedHashMap<>();
                for (int axis = 0; axis < ModePolicy.AXES.size(); axis++) {
                    axes.put(ModePolicy.AXES.get(axis), position.axes()[axis]);
                }
                cases.put(mode.name(), axes);
            }
        }
        return cases;
    }

    @PostMapping("/plans/activation")
    String activate(
            Actor actor,
            @RequestParam ResponseMode mode,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "2") String level,
            @RequestParam(defaultValue = "30") String days,
            @RequestParam Map<String, String> form,
            RedirectAttributes flash) {
        String version = form.getOrDefault("version." + mode, "");
        return Pages.after(
                actor.role() == Role.SIGNATORY && number(days) == 0
                        ? Outcome.refused("A-014", days)
                        : plans.activate(
                                actor,
                                new Plans.Activation(
                                        mode,
                                        version,
                                        reason,
                                        number(level),
                                        messages.getMessage("plans.matters", null, Locale.SIMPLIFIED_CHINESE),
                                        clock.now().plus(Duration.ofDays(number(days))))),
                "/plans",
                "/plans/activation",
                flash,
                Map.of("mode", mode.name(), "version", version, "reason", reason, "level", level, "days", days));
    }

    /** 0, which no field takes, for what is no number; digits may be full-width. */
    private static int number(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return plain.matches("\\d{1,3}") ? Integer.parseInt(plain) : 0;
    }

    @PostMapping("/plans/{id}/standing-down")
    String standDown(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(
                plans.standDown(actor, id, reason, version), "/plans", "/plans", flash, Map.of("reason", reason));
    }
}
