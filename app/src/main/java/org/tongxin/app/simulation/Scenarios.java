package org.tongxin.app.simulation;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.internal.DistrictPeople;
import org.tongxin.app.simulation.internal.FittedState;
import org.tongxin.app.simulation.internal.Jobs;
import org.tongxin.app.simulation.internal.ScenarioEngine;
import org.tongxin.app.simulation.internal.ScenarioLimits;
import org.tongxin.app.simulation.internal.ScenarioReader;
import org.tongxin.app.simulation.internal.ScenarioStore;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.core.population.DistrictTotals;

/**
 * Scenarios: the analyst or the duty officer has courses compared, the signatory adopts one. Runs are done in the background,
 * one scenario at a time. Thread-safe.
 */
@Service
public class Scenarios {

    /** Who may have something foreseen. */
    private static final Set<Role> ASKERS = Set.of(Role.CDC_ANALYST, Role.DUTY_OFFICER);

    private final ScenarioReader reader;
    private final ScenarioStore store;
    private final ScenarioLimits limits;
    private final Jobs jobs;
    private final FittedState fitted;
    private final DistrictPeople people;
    private final Organisation organisation;
    private final Warnings warnings;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Announcer announcer;
    private final PlatformSettings platform;

    Scenarios(
            ScenarioReader reader,
            ScenarioStore store,
            ScenarioLimits limits,
            Jobs jobs,
            FittedState fitted,
            DistrictPeople people,
            Organisation organisation,
            Warnings warnings,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Announcer announcer,
            PlatformSettings platform) {
        this.reader = reader;
        this.store = store;
        this.limits = limits;
        this.jobs = jobs;
        this.fitted = fitted;
        this.people = people;
        this.organisation = organisation;
        this.warnings = warnings;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.announcer = announcer;
        this.platform = platform;
    }

    /** Whether somebody with this role may have something foreseen. */
    public static boolean mayAsk(Role role) {
        return ASKERS.contains(role);
    }

    /** A page of the scenarios of the territory, newest first. */
    public Paged<ScenarioLine> page(String territory, @Nullable Seen after) {
        return reader.page(territory, after);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return reader.count(territory);
    }

    public Optional<Scenario> find(UUID id, String territory) {
        return store.find(id, territory);
    }

    /** Runs done and in all, and the result so far, of a scenario that waits or runs. */
    public Optional<ScenarioProgress> progress(UUID id) {
        return jobs.find(id).map(job -> new ScenarioProgress(job.done(), job.total(), jobs.before(id), job.soFar()));
    }

    /** Waits until a scenario is no longer under way. False when the patience was too short. */
    public boolean await(UUID id, Duration patience) {
        return jobs.await(id, patience);
    }

    /** The situation as it is known now, or why there is none. */
    public Outcome<Situation> situation() {
        Area district = organisation.district();
        Optional<DistrictTotals> totals = people.totals(district.path());
        if (totals.isEmpty()) {
            return Outcome.refused("M-001", district.path());
        }
        List<Situation.Reported> reported = fitted.reported(district.path(), clock.today());
        if (reported.size() < Situation.LEAST_DAYS) {
            return Outcome.refused("M-002", reported.size(), Situation.LEAST_DAYS);
        }
        return Outcome.accepted(
                fitted.situation(district.path(), totals.get().residents(), reported, warned(district.path())));
    }

    /** Streets under an orange or red warning, in code order. */
    private List<String> warned(String district) {
        return warnings.list(WarningState.ISSUED, district).stream()
                .filter(each -> each.level().severity() >= RatingLevel.ORANGE.severity())
                .map(Warning::areaPath)
                .filter(path -> path.length() == 9)
                .distinct()
                .sorted()
                .toList();
    }

    /** Has courses compared, from the situation as it is known now. */
    @Transactional
    public Outcome<Scenario> create(Actor actor, NewScenario wanted) {
        return create(actor, "", wanted);
    }

    /**
     * Has courses compared.
     *
     * @param key what makes it this request: the same asked twice under it is there once; empty for none
     */
    @Transactional
    public Outcome<Scenario> create(Actor actor, String key, NewScenario wanted) {
        Area district = organisation.district();
        if (!mayAsk(actor.role()) || !actor.covers(district.path())) {
            return Outcome.refused("I-003", actor.role());
        }
        store.lockNumbers();
        Optional<Scenario> known = key.isEmpty() ? Optional.empty() : store.find(requested(actor, key, wanted), "");
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        UUID asked = wanted.warning();
        Optional<Warning> warning = Optional.ofNullable(asked).flatMap(each -> warnings.find(each, actor.territory()));
        if (asked != null && warning.isEmpty()) {
            return Outcome.refused("M-024", asked);
        }
        Outcome<Situation> situation = situation();
        if (situation instanceof Outcome.Refused<Situation> refused) {
            return Outcome.refused(
                    refused.refusal().code(), refused.refusal().arguments().toArray());
        }
        Situation from = situation.orThrow();
        Optional<Outcome<Scenario>> refused = limits.refusal(wanted, from, district);
        return refused.orElseGet(() -> created(actor, key, wanted, from, warning));
    }

    /** A form that was changed before it is sent again asks for something else. */
    private UUID requested(Actor actor, String key, NewScenario wanted) {
        return ids.of("scenario", actor.login(), key, wanted);
    }

    private Outcome<Scenario> created(
            Actor actor, String key, NewScenario wanted, Situation from, Optional<Warning> warning) {
        int serial = store.nextSerial();
        String number = "M%d-%03d".formatted(clock.today().getYear(), serial);
        Scenario scenario = new Scenario(
                key.isEmpty() ? ids.of("scenario", number) : requested(actor, key, wanted),
                number,
                organisation.district().path(),
                wanted.name().strip(),
                warning.map(Warning::id).orElse(null),
                from,
                ScenarioLimits.withNothing(wanted.courses()),
                wanted.members(),
                wanted.days(),
                wanted.scale(),
                wanted.later(),
                wanted.capacities(),
                wanted.costs(),
                platform.seed() + serial,
                ScenarioState.QUEUED,
                null,
                null,
                actor.login(),
                clock.now(),
                null,
                warning.map(Warning::causedBy).orElse(null),
                1);
        store.insert(scenario);
        audit.record(
                actor, "scenario.created", number, Map.of("courses", codes(scenario), "members", wanted.members()));
        queue(scenario);
        return Outcome.accepted(scenario);
    }

    private static String codes(Scenario scenario) {
        return scenario.courses().stream().map(Course::code).collect(Collectors.joining(" "));
    }

    private void queue(Scenario scenario) {
        jobs.addAfterCommit(
                scenario.id(), ScenarioEngine.runs(scenario.courses(), scenario.members(), scenario.later()));
    }

    /** Stops one that waits or runs; its runs so far are not kept. */
    @Transactional
    public Outcome<Scenario> cancel(Actor actor, UUID id, int version) {
        return move(actor, id, version, List.of(ScenarioState.QUEUED, ScenarioState.RUNNING), ScenarioState.CANCELLED)
                .map(cancelled -> {
                    jobs.stop(id);
                    return cancelled;
                });
    }

    /** Starts one again that was stopped, interrupted, failed or outdated: same situation, same seed. */
    @Transactional
    public Outcome<Scenario> restart(Actor actor, UUID id, int version) {
        List<ScenarioState> from = Arrays.stream(ScenarioState.values())
                .filter(ScenarioState::restartable)
                .toList();
        return move(actor, id, version, from, ScenarioState.QUEUED).map(again -> {
            queue(again);
            return again;
        });
    }

    private Outcome<Scenario> move(Actor actor, UUID id, int version, List<ScenarioState> from, ScenarioState to) {
        if (!mayAsk(actor.role())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Scenario> found = store.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("M-010");
        }
        Timestamp ended = to == ScenarioState.QUEUED ? null : Timestamp.from(clock.now());
        // Its version also counts what the background does to it; that alone is no reason to refuse a stop.
        boolean stale = to == ScenarioState.QUEUED && found.get().version() != version;
        if (stale || !from.contains(found.get().state()) || !store.move(id, from, to, ended)) {
            return Outcome.refused(
                    "M-011", found.get().number(), "SCENARIO_" + found.get().state());
        }
        audit.record(actor, "scenario." + to, found.get().number(), Map.of());
        return Outcome.accepted(store.find(id, "").orElseThrow());
    }

    /** The signatory adopts a course: advice becomes a decision, under the signatory's name. */
    @Transactional
    public Outcome<AdoptedCourse> adopt(Actor actor, UUID id, String course, String reason, int version) {
        if (actor.role() != Role.SIGNATORY
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Scenario> found = store.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("M-010");
        }
        Scenario scenario = found.get();
        if (scenario.version() != version || scenario.state() != ScenarioState.DONE) {
            return Outcome.refused("M-011", scenario.number(), "SCENARIO_" + scenario.state());
        }
        if (scenario.courses().stream().noneMatch(each -> each.code().equals(course))) {
            return Outcome.refused("M-012");
        }
        if (reason.isBlank()) {
            return Outcome.refused("M-013");
        }
        return Outcome.accepted(adopted(actor, scenario, course, reason.strip()));
    }

    private AdoptedCourse adopted(Actor actor, Scenario scenario, String course, String reason) {
        int serial = store.nextAdoption();
        CourseAdopted event = new CourseAdopted(
                announcer.facts(
                        CourseAdopted.class,
                        scenario.number() + '/' + serial,
                        scenario.areaPath(),
                        actor.login(),
                        store.eventOf(scenario.id()),
                        Reason.of("courseAdopted", scenario.number(), "COURSE_" + course)),
                scenario.id(),
                course);
        store.adopt(
                serial,
                new AdoptedCourse(
                        ids.of("adoption", scenario.number(), serial),
                        scenario.id(),
                        scenario.number(),
                        course,
                        reason,
                        actor.login(),
                        clock.now(),
                        scenario.situation().day(),
                        needs(scenario, course)),
                scenario.areaPath(),
                event.facts().id());
        audit.record(actor, "scenario.adopted", scenario.number(), Map.of("course", course, "reason", reason));
        announcer.announce(event);
        return adopted().orElseThrow();
    }

    private static Map<Outlook, Curve> needs(Scenario scenario, String course) {
        Map<Outlook, Curve> needs = new EnumMap<>(Outlook.class);
        Objects.requireNonNull(scenario.result()).course(course).curves().forEach((what, curve) -> {
            if (what.need()) {
                needs.put(what, curve);
            }
        });
        return needs;
    }

    /** The course adopted last, with its needs by day. */
    public Optional<AdoptedCourse> adopted() {
        return reader.adopted();
    }

    /** What was adopted from a scenario, newest first. */
    public List<AdoptedCourse> adoptions(UUID scenario) {
        return reader.adoptions(scenario);
    }

    /**
     * Communities of the territory by what a course lets expect up to a day, most infections first.
     *
     * @param day one of the {@link ShownDays}
     */
    public List<PlaceRisk> places(UUID id, String course, String territory, int day, int limit) {
        return reader.places(id, course, territory, day, limit);
    }

    /** Places of the territory through which most infections pass when nothing new is done, the most first. */
    public List<RiskPlace> riskPlaces(UUID id, String territory, int limit) {
        return reader.riskPlaces(id, territory, limit);
    }

    /** Streets of the territory, in code order, likewise. */
    public List<StreetRisk> streets(UUID id, String course, String territory, int day) {
        return reader.streets(id, course, territory, day);
    }
}
