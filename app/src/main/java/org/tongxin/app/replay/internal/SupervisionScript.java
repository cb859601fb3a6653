package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.supervision.Ring;
import org.tongxin.app.supervision.RiskFactor;
import org.tongxin.app.supervision.RiskFactors;
import org.tongxin.app.supervision.Supervision;
import org.tongxin.app.supervision.SupervisionAction;
import org.tongxin.app.supervision.SupervisionActions;
import org.tongxin.app.supervision.Supervisions;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.risk.AreaRisk;
import org.tongxin.app.warning.risk.IncidentRatings;
import org.tongxin.app.warning.risk.RiskIndices;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.rating.IncidentMatrix;

/**
 * The scripted close watch: the duty officer opens what the index suggests, goes on or ends it; communities and streets
 * do what is to be done or pass it up, and write down risk factors. A repeated phase does nothing twice.
 */
@Component
class SupervisionScript {

    private static final int OPENED_A_DAY = 2;
    private static final int DAYS = 5;
    private static final int INCIDENTS = 3;
    private static final int FACTOR_DAYS = 6;
    private static final double DONE = 0.55;
    private static final double PASSED = 0.7;
    private static final double WRITES = 0.6;
    private static final Duration NEAR = Duration.ofHours(30);

    private final Cast cast;
    private final DistrictClock clock;
    private final Organisation organisation;
    private final Supervisions supervisions;
    private final SupervisionActions actions;
    private final RiskFactors factors;
    private final RiskIndices indices;
    private final IncidentRatings incidents;
    private final MessageSource messages;
    private final KeyedRandom chance;

    SupervisionScript(
            Cast cast,
            DistrictClock clock,
            Organisation organisation,
            Supervisions supervisions,
            SupervisionActions actions,
            RiskFactors factors,
            RiskIndices indices,
            IncidentRatings incidents,
            MessageSource messages,
            PlatformSettings settings) {
        this.cast = cast;
        this.clock = clock;
        this.organisation = organisation;
        this.supervisions = supervisions;
        this.actions = actions;
        this.factors = factors;
        this.indices = indices;
        this.incidents = incidents;
        this.messages = messages;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** The gravest suggestions of the day are put under close watch, each with something to do at two rings. */
    void open() {
        Actor duty = cast.play(Cast.DUTY);
        LocalDate today = clock.today();
        long already = supervisions.open("").stream()
                .filter(each -> clock.dayOf(each.openedAt()).equals(today))
                .count();
        supervisions.suggestions(duty.territory()).stream()
                .limit(Math.max(0, OPENED_A_DAY - already))
                .forEach(risk -> open(duty, risk));
    }

    private void open(Actor duty, AreaRisk risk) {
        String why = text("script.supervision.why", Math.round(risk.index()), text("word." + risk.level()));
        Supervision opened = supervisions
                .open(duty, new Supervisions.Opening(risk.areaPath(), why, Cast.STREETS, DAYS))
                .orThrow();
        List<Area> communities = organisation.list(AreaLevel.COMMUNITY, risk.areaPath()).stream()
                .filter(Area::tasked)
                .toList();
        Area community = communities.get(chance.below(communities.size(), 81, KeyedRandom.key(risk.areaPath())));
        actions.add(duty, opened.id(), community.path(), text("script.supervision.visit"));
        actions.add(duty, opened.id(), risk.areaPath(), text("script.supervision.street"));
        rateIncident(duty, risk);
    }

    /** The first few are rated as incidents too, as the draft says. */
    private void rateIncident(Actor duty, AreaRisk risk) {
        if (incidents.list("", INCIDENTS).size() < INCIDENTS) {
            IncidentMatrix draft =
                    incidents.draft(duty.territory(), risk.areaPath()).matrix();
            incidents.confirm(
                    duty,
                    new IncidentRatings.Rating(
                            risk.areaPath(),
                            text("script.incident.title", risk.areaName()),
                            draft.likelihood(),
                            true,
                            draft.consequence(),
                            false,
                            text("script.incident.happened"),
                            text("script.incident.likely"),
                            text("script.incident.grave")));
        }
    }

    /** Each ring looks at what lies with it. */
    void act() {
        act(cast.play(Cast.COMMUNITIES), Ring.COMMUNITY);
        act(cast.play(Cast.STREETS), Ring.STREET);
    }

    private void act(Actor actor, Ring ring) {
        for (SupervisionAction action : actions.toDo(actor.territory())) {
            double fate = chance.uniform(
                    82, KeyedRandom.key(action.id().toString()), clock.today().toEpochDay());
            if (action.ring() != ring) {
                continue;
            }
            if (fate < DONE) {
                actions.done(actor, action.id(), action.version());
            } else if (ring == Ring.COMMUNITY && fate < PASSED) {
                actions.passUp(actor, action.id(), text("script.supervision.passed"), action.version());
            }
        }
    }

    /** What is near its end goes on while the level is orange or red, and ends otherwise. */
    void decide() {
        Actor duty = cast.play(Cast.DUTY);
        for (Supervision supervision : supervisions.open(duty.territory())) {
            if (supervision.endsAt().isBefore(clock.now().plus(NEAR))) {
                decide(duty, supervision);
            }
        }
    }

    private void decide(Actor duty, Supervision supervision) {
        boolean grave = indices.lastDay()
                .flatMap(day -> indices.find("", supervision.areaPath(), day))
                .filter(risk -> risk.level().severity() >= RatingLevel.ORANGE.severity())
                .isPresent();
        if (grave) {
            supervisions.renew(duty, supervision.id(), DAYS, text("script.supervision.renew"), supervision.version());
        } else {
            supervisions.end(
                    duty,
                    supervision.id(),
                    Supervision.Outcome.RESOLVED,
                    text("script.supervision.end"),
                    supervision.version());
        }
    }

    /** Communities write down what they see, on some days; what is due is solved where it lies. */
    void factors() {
        Actor communities = cast.play(Cast.COMMUNITIES);
        long day = clock.today().toEpochDay();
        List<RiskFactor> known = factors.list(communities.territory(), null, Integer.MAX_VALUE);
        boolean wrote =
                known.stream().anyMatch(each -> clock.dayOf(each.reportedAt()).equals(clock.today()));
        if (!wrote && chance.uniform(83, day) < WRITES) {
            RiskFactor.Kind[] kinds = RiskFactor.Kind.values();
            write(communities, kinds[chance.below(kinds.length, 84, day)], day);
        }
        for (RiskFactor factor : known) {
            work(factor, day);
        }
    }

    private void write(Actor communities, RiskFactor.Kind kind, long day) {
        RiskFactor.Affected[] bands = RiskFactor.Affected.values();
        factors.report(
                communities,
                new RiskFactors.NewFactor(
                        place(kind, day),
                        kind,
                        text("script.factor." + kind),
                        kind == RiskFactor.Kind.ELDERLY_ALONE
                                ? RiskFactor.Affected.FROM_10
                                : bands[chance.below(bands.length - 1, 85, day)],
                        clock.today().plusDays(FACTOR_DAYS)));
    }

    private String place(RiskFactor.Kind kind, long day) {
        List<Area> communities = organisation.list(AreaLevel.COMMUNITY, "").stream()
                .filter(Area::tasked)
                .toList();
        Area community = communities.get(chance.below(communities.size(), 86, day));
        Optional<DutyPost> unmanaged = organisation.posts(community.path().substring(0, 9)).stream()
                .filter(post -> kind == RiskFactor.Kind.UNMANAGED_COMPOUND)
                .filter(post -> post.kind().equals("UNMANAGED_ENTRANCE"))
                .findFirst();
        return unmanaged.map(DutyPost::areaPath).orElse(community.path());
    }

    /** Who has it takes it up and some days later solves it, or a community passes it to its street. */
    private void work(RiskFactor factor, long day) {
        double fate = chance.uniform(87, KeyedRandom.key(factor.number()), day);
        boolean street = factor.ring() == Ring.STREET;
        Actor actor = cast.play(street ? Cast.STREETS : Cast.COMMUNITIES);
        boolean waits = factor.state() == RiskFactor.State.OPEN || factor.state() == RiskFactor.State.PASSED_UP;
        if (waits && fate < DONE) {
            factors.change(actor, factor.id(), RiskFactor.State.BEING_SOLVED, "", factor.version());
        } else if (factor.state() == RiskFactor.State.BEING_SOLVED && fate < 1 - DONE) {
            boolean solves = street || fate < 1 - PASSED;
            factors.change(
                    actor,
                    factor.id(),
                    solves ? RiskFactor.State.SOLVED : RiskFactor.State.PASSED_UP,
                    text(solves ? "script.factor.solved" : "script.factor.passed"),
                    factor.version());
        }
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
