package org.tongxin.app.simulation.web;

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
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.NotAllowed;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.NotFound;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Pages;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.simulation.MeasureKind;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioLine;
import org.tongxin.app.simulation.Scenarios;
import org.tongxin.app.simulation.SimulationSettings;
import org.tongxin.app.simulation.Situation;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;

/** The list of scenarios, the form of a new one, and one of them with its courses. */
@Controller
class ScenariosController {

    private static final Set<Role> OUTSIDE = Set.of(Role.COMMUNITY_WORKER, Role.REPORTER);

    private final Scenarios scenarios;
    private final ScenarioPage page;
    private final SimulationSettings settings;
    private final Organisation organisation;
    private final Warnings warnings;
    private final DistrictClock clock;

    ScenariosController(
            Scenarios scenarios,
            ScenarioPage page,
            SimulationSettings settings,
            Organisation organisation,
            Warnings warnings,
            DistrictClock clock) {
        this.scenarios = scenarios;
        this.page = page;
        this.settings = settings;
        this.organisation = organisation;
        this.warnings = warnings;
        this.clock = clock;
    }

    /** A scenario is about the whole district; those who work in one community, and monitoring points, have no use for it. */
    static void requireReader(Actor actor) {
        if (OUTSIDE.contains(actor.role())) {
            throw new NotAllowed();
        }
    }

    /** Whose territory is a part of the district sees the district's scenarios, and of places only the own. */
    static String district(Organisation organisation) {
        return organisation.findDistrict().map(area -> area.path()).orElse("");
    }

    @GetMapping("/scenarios")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        requireReader(actor);
        Paged<ScenarioLine> listed = scenarios.page(district(organisation), Seen.of(after));
        model.addAttribute("scenarios", listed.rows());
        model.addAttribute("page", listed);
        model.addAttribute("total", scenarios.count(district(organisation)));
        model.addAttribute("adopted", scenarios.adopted());
        model.addAttribute("asker", Scenarios.mayAsk(actor.role()));
        return "simulation/list";
    }

    @GetMapping("/scenarios/new")
    String form(Actor actor, @RequestParam(defaultValue = "") String warning, Model model) {
        requireReader(actor);
        Outcome<Situation> situation = scenarios.situation();
        if (situation instanceof Outcome.Refused<Situation> refused) {
            model.addAttribute("why", refused.refusal());
        } else {
            Situation from = situation.orThrow();
            page.situation(model, from, clock.today());
            model.addAttribute(
                    "choices", ScenarioForm.choices(typed(model), !from.warned().isEmpty()));
            model.addAttribute("modes", ScenarioForm.modes(typed(model)));
            model.addAttribute("capacities", ScenarioForm.capacities(typed(model), settings.capacities()));
            model.addAttribute("costs", ScenarioForm.costs(typed(model)));
        }
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("chosenWarning", warning);
        model.addAttribute("issued", warnings.list(WarningState.ISSUED, actor.territory()));
        model.addAttribute("streets", organisation.taskedStreets(""));
        model.addAttribute("kinds", MeasureKind.values());
        model.addAttribute("settings", settings);
        model.addAttribute("asker", Scenarios.mayAsk(actor.role()));
        return "simulation/new";
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, String> typed(Model model) {
        return (Map<String, String>) model.getAttribute("form");
    }

    @PostMapping("/scenarios")
    String create(Actor actor, @RequestParam Map<String, String> typed, RedirectAttributes flash) {
        String key = typed.getOrDefault("key", "").strip();
        Outcome<Scenario> outcome = key.isEmpty()
                ? Outcome.refused("G-043")
                : created(actor, key, new ScenarioForm(typed).scenario(settings));
        String onward = outcome instanceof Outcome.Accepted<Scenario> accepted
                ? address(accepted.value().id())
                : "/scenarios";
        Map<String, String> kept = typed.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Pages.after(outcome, onward, "/scenarios/new", flash, kept);
    }

    private Outcome<Scenario> created(Actor actor, String key, Outcome<NewScenario> wanted) {
        return wanted instanceof Outcome.Refused<NewScenario> refused
                ? new Outcome.Refused<>(refused.refusal())
                : scenarios.create(actor, key, wanted.orThrow());
    }

    /** The parameters are those of {@link ScenarioPage.Looked}. */
    @GetMapping("/scenarios/{id}")
    String one(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String street,
            Model model) {
        requireReader(actor);
        Scenario scenario =
                scenarios.find(id, district(organisation)).orElseThrow(() -> new NotFound("scenario " + id));
        page.fill(model, scenario, new ScenarioPage.Looked(course, day, street), actor.territory());
        model.addAttribute("asker", Scenarios.mayAsk(actor.role()));
        model.addAttribute("signatory", actor.role() == Role.SIGNATORY);
        return "simulation/one";
    }

    @PostMapping("/scenarios/{id}/cancellation")
    String cancel(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(scenarios.cancel(actor, id, version), address(id), flash);
    }

    @PostMapping("/scenarios/{id}/repetition")
    String restart(Actor actor, @PathVariable UUID id, @RequestParam int version, RedirectAttributes flash) {
        return Pages.after(scenarios.restart(actor, id, version), address(id), flash);
    }

    @PostMapping("/scenarios/{id}/adoption")
    String adopt(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int version,
            RedirectAttributes flash) {
        return Pages.after(
                scenarios.adopt(actor, id, course, reason, version),
                address(id),
                address(id),
                flash,
                Map.of("reason", reason, "course", course));
    }

    private static String address(UUID id) {
        return "/scenarios/" + id;
    }
}
