package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.Costs;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioLine;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ScenarioState;
import org.tongxin.app.simulation.Scenarios;
import org.tongxin.app.simulation.SimulationSettings;
import org.tongxin.app.simulation.Situation;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;

/**
 * The scripted step between the first grave warning and the plan: the analyst has a few courses compared in a small
 * synthetic district, so that the replay is not held up, and the signatory adopts the first. A repeated phase goes on where
 * it was; where nothing can be foreseen yet, the plan does without.
 */
@Component
class ForesightScript {

    private static final int MEMBERS = 16;
    private static final int DAYS = 21;
    private static final double SCALE = 0.05;
    private static final List<String> COMPARED = List.of("NOTHING", "TRACE", "TARGETED");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Cast cast;
    private final Scenarios scenarios;
    private final SimulationSettings settings;
    private final Warnings warnings;
    private final Plans plans;
    private final MessageSource messages;

    ForesightScript(
            Cast cast,
            Scenarios scenarios,
            SimulationSettings settings,
            Warnings warnings,
            Plans plans,
            MessageSource messages) {
        this.cast = cast;
        this.scenarios = scenarios;
        this.settings = settings;
        this.warnings = warnings;
        this.plans = plans;
        this.messages = messages;
    }

    void foresee() {
        Actor analyst = cast.play(Cast.ANALYST);
        Optional<Warning> first = warnings.list(WarningState.ISSUED, analyst.territory()).stream()
                .filter(each -> each.level().severity() >= RatingLevel.ORANGE.severity()
                        || plans.openAdvice().isPresent())
                .findFirst();
        Optional<ScenarioLine> known =
                scenarios.page(analyst.territory(), null).rows().stream().findFirst();
        if (known.isEmpty()) {
            first.ifPresent(warning -> ask(analyst, warning));
        } else if (scenarios.adopted().isEmpty()) {
            goOn(analyst, known.get());
        }
    }

    private void ask(Actor analyst, Warning warning) {
        List<Course> courses = Course.READY.stream()
                .filter(course -> COMPARED.contains(course.code()))
                .map(course -> anyWarned() ? course : course.everywhere())
                .toList();
        NewScenario wanted = new NewScenario(
                text("script.foresee.name"),
                warning.id(),
                courses,
                MEMBERS,
                DAYS,
                SCALE,
                false,
                settings.capacities(),
                Costs.ASSUMED);
        if (scenarios.create(analyst, wanted) instanceof Outcome.Accepted<Scenario> asked) {
            adopt(asked.value());
        }
    }

    private boolean anyWarned() {
        return scenarios.situation() instanceof Outcome.Accepted<Situation> known
                && !known.value().warned().isEmpty();
    }

    private void goOn(Actor analyst, ScenarioLine line) {
        Scenario scenario = scenarios.find(line.id(), analyst.territory()).orElseThrow();
        if (scenario.createdBy().equals(Cast.ANALYST)) {
            if (scenario.state() == ScenarioState.INTERRUPTED || scenario.state() == ScenarioState.OUTDATED) {
                scenarios.restart(analyst, scenario.id(), scenario.version());
            }
            adopt(scenario);
        }
    }

    private void adopt(Scenario asked) {
        if (!scenarios.await(asked.id(), PATIENCE)) {
            throw new IllegalStateException(
                    "The scenario " + asked.number() + " was not done within " + PATIENCE + ".");
        }
        Actor signatory = cast.play(Cast.SIGNATORY);
        Scenario done = scenarios.find(asked.id(), signatory.territory()).orElseThrow();
        ScenarioResult result = done.result();
        if (result != null) {
            String best = result.courses().getFirst().code();
            scenarios.adopt(signatory, done.id(), best, text("script.foresee.reason"), done.version());
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
