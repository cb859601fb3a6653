package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.Alternative;
import org.tongxin.app.plans.Measure;
import org.tongxin.app.plans.MeasureReviews;
import org.tongxin.app.plans.Measures;
import org.tongxin.app.plans.ModeAdvice;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.review.Reviews;
import org.tongxin.app.review.StepDelay;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.core.random.KeyedRandom;

/**
 * The scripted analyst, duty officer and signatory. Each looks at what waits for them and acts on it through the same
 * doors as a person; what they have done already is no longer there to do, so a repeated phase does nothing twice.
 */
@Component
class OfficersScript {

    private static final int RESPONSE_LEVEL = 2;
    private static final Duration EXPECTED_RESPONSE = Duration.ofDays(30);
    /** Reviews are decided on the morning before they are due. */
    private static final Duration REVIEW_AHEAD = Duration.ofHours(24);

    private static final Duration MEASURE = Duration.ofDays(7);
    private static final double RETURN_RATE = 0.04;

    private final Cast cast;
    private final DistrictClock clock;
    private final Organisation organisation;
    private final EpisodeScript episodeScript;
    private final Warnings warnings;
    private final Plans plans;
    private final PlanLibrary library;
    private final Measures measures;
    private final MeasureReviews measureReviews;
    private final Reviews reviews;
    private final MessageSource messages;
    private final KeyedRandom chance;

    OfficersScript(
            Cast cast,
            DistrictClock clock,
            Organisation organisation,
            EpisodeScript episodeScript,
            Warnings warnings,
            Plans plans,
            PlanLibrary library,
            Measures measures,
            MeasureReviews measureReviews,
            Reviews reviews,
            MessageSource messages,
            PlatformSettings settings) {
        this.cast = cast;
        this.clock = clock;
        this.organisation = organisation;
        this.episodeScript = episodeScript;
        this.warnings = warnings;
        this.plans = plans;
        this.library = library;
        this.measures = measures;
        this.measureReviews = measureReviews;
        this.reviews = reviews;
        this.messages = messages;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** Whether something waits for a decision that the script would take. */
    boolean decisionsWait() {
        return !warnings.list(WarningState.DRAFT, "").isEmpty()
                || !warnings.list(WarningState.PROPOSED, "").isEmpty()
                || !warnings.list(WarningState.SUBMITTED, "").isEmpty()
                || plans.openAdvice().isPresent()
                || measures.list("").stream()
                        .anyMatch(measure -> measure.state().equals("DECIDED"));
    }

    void analyst() {
        Actor analyst = cast.play(Cast.ANALYST);
        episodeScript.takeOver(analyst);
        for (Warning draft : warnings.list(WarningState.DRAFT, analyst.territory())) {
            warnings.propose(
                    analyst,
                    draft.id(),
                    draft.cautions(),
                    text("warning.draft.actions." + draft.level()),
                    messages.getMessage("warning.draft.actions." + draft.level(), null, Locale.ENGLISH),
                    Warnings.EXPERTS,
                    draft.version());
        }
    }

    /** In the evening, with what the day has brought. */
    void analystGivesOutcomes() {
        episodeScript.giveOutcomes(cast.play(Cast.ANALYST));
    }

    void dutyOfficer() {
        Actor duty = cast.play(Cast.DUTY);
        for (Warning proposed : warnings.list(WarningState.PROPOSED, duty.territory())) {
            boolean first = proposed.returnReason() == null;
            if (first && chance.uniform(41, KeyedRandom.key(proposed.number())) < RETURN_RATE) {
                warnings.sendBack(duty, proposed.id(), text("script.returned"), proposed.version());
            } else {
                warnings.submit(duty, proposed.id(), proposed.version());
            }
        }
    }

    void signatorySignsWarnings() {
        Actor signatory = cast.play(Cast.SIGNATORY);
        for (Warning submitted : warnings.list(WarningState.SUBMITTED, signatory.territory())) {
            warnings.sign(signatory, submitted.id(), submitted.version());
        }
    }

    void signatoryDecidesOnPlanAndMeasures() {
        Actor signatory = cast.play(Cast.SIGNATORY);
        plans.openAdvice().ifPresent(advice -> activate(signatory, advice));
        if (plans.active().isPresent()) {
            for (Warning warning : warnings.list(WarningState.ISSUED, signatory.territory())) {
                if (warning.level() == RatingLevel.RED && warning.areaPath().length() == 9) {
                    decideMeasure(signatory, warning);
                }
            }
        }
    }

    private void activate(Actor signatory, ModeAdvice advice) {
        plans.activate(
                signatory,
                new Plans.Activation(
                        advice.mode(),
                        library.of(advice.mode()).version(),
                        "",
                        RESPONSE_LEVEL,
                        text("script.matters"),
                        clock.now().plus(EXPECTED_RESPONSE)));
    }

    /** One compound of each red street, once; nothing is renewed by itself. */
    private void decideMeasure(Actor signatory, Warning warning) {
        boolean known = measures.list(warning.areaPath()).stream()
                .anyMatch(measure -> measure.kind().equals("LIMIT_COMPOUND_ACCESS"));
        if (known) {
            return;
        }
        List<Area> compounds = organisation.list(AreaLevel.COMPOUND, warning.areaPath());
        Area compound = compounds.get(chance.below(compounds.size(), 42, KeyedRandom.key(warning.areaPath())));
        measures.decide(
                signatory,
                new Measures.Decision(
                        "LIMIT_COMPOUND_ACCESS",
                        "DISTRICT_COMMAND",
                        compound.path(),
                        text("script.measure.content"),
                        text("script.measure.explanation"),
                        List.of(new Alternative(
                                text("script.measure.alternative"), text("script.measure.alternative.why"))),
                        clock.now(),
                        clock.now().plus(MEASURE),
                        warning.causedBy()));
    }

    /** Continues what runs in a street that is still under a red warning, with reasons, and stops the rest. */
    void signatoryReviewsMeasures() {
        Actor signatory = cast.play(Cast.SIGNATORY);
        List<String> red = warnings.list(WarningState.ISSUED, signatory.territory()).stream()
                .filter(warning -> warning.level() == RatingLevel.RED)
                .map(Warning::areaPath)
                .toList();
        for (Measure measure : measures.inForce(signatory.territory())) {
            Instant due = measure.reviewDueAt();
            if (measure.awaitsReview()
                    && due != null
                    && due.isBefore(clock.now().plus(REVIEW_AHEAD))) {
                if (red.stream().anyMatch(measure.areaPath()::startsWith)) {
                    measureReviews.continueAsIs(
                            signatory, measure.id(), text("script.measure.continued"), measure.version());
                } else {
                    measures.end(signatory, measure.id(), text("script.measure.stopped"), measure.version());
                }
            }
        }
    }

    /** Fills the support lists of decided measures and starts those that are complete. */
    void dutyOfficerStartsMeasures() {
        Actor duty = cast.play(Cast.DUTY);
        for (Measure measure : measures.list(duty.territory())) {
            if (measure.state().equals("DECIDED")) {
                for (String item : measure.missingSupport()) {
                    measures.fillSupport(duty, measure.id(), item, text("script.support." + item));
                }
                measures.start(duty, measure.id(), measure.version());
            }
        }
    }

    /** One lesson from the slowest step, with an owner and a date. */
    void lessonAtTheEnd() {
        List<StepDelay> delays = reviews.delays("");
        delays.stream()
                .max(java.util.Comparator.comparingInt(StepDelay::medianMinutes))
                .ifPresent(slowest -> {
                    String finding = messages.getMessage(
                            "script.lesson.finding",
                            new Object[] {
                                text("step." + slowest.step()), slowest.medianMinutes(), slowest.longestMinutes()
                            },
                            Locale.SIMPLIFIED_CHINESE);
                    reviews.record(
                            cast.play(Cast.DUTY),
                            finding,
                            text("script.lesson.change"),
                            text("script.lesson.owner"),
                            "K3",
                            clock.today().plusDays(14));
                });
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
