package org.tongxin.app.simulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.simulation.ScenarioResult.Curve;
import org.tongxin.app.simulation.internal.DistrictPeople;
import org.tongxin.app.simulation.internal.FittedState;
import org.tongxin.app.simulation.internal.Jobs;
import org.tongxin.app.simulation.internal.ScenarioEngine;
import org.tongxin.app.simulation.internal.ScenarioStore;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.core.population.DistrictTotals;
import tools.jackson.core.type.TypeReference;

/**
 * Scenarios: the analyst or the duty officer has courses compared, the signatory adopts one. Runs are done in the background,
 * one scenario at a time. Thread-safe.
 */
@Service
public class Scenarios {

    /** Who may have something foreseen. */
    private static final Set<Role> ASKERS = Set.of(Role.CDC_ANALYST, Role.DUTY_OFFICER);

    private static final String ADOPTIONS =
            "select a.*, s.number from simulation_adoption a" + " join simulation_scenario s on s.id = a.scenario_id";
    private static final long MEGABYTE = 1 << 20;
    private static final TypeReference<Map<Outlook, Curve>> NEEDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ScenarioStore store;
    private final Jobs jobs;
    private final FittedState fitted;
    private final DistrictPeople people;
    private final Organisation organisation;
    private final Warnings warnings;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Audit audit;
    private final Announcer announcer;
    private final PlatformSettings platform;

    Scenarios(
            JdbcClient jdbc,
            ScenarioStore store,
            Jobs jobs,
            FittedState fitted,
            DistrictPeople people,
            Organisation organisation,
            Warnings warnings,
            DistrictClock clock,
            Ids ids,
            Json json,
            Audit audit,
            Announcer announcer,
            PlatformSettings platform) {
        this.jdbc = jdbc;
        this.store = store;
        this.jobs = jobs;
        this.fitted = fitted;
        this.people = people;
        this.organisation = organisation;
        this.warnings = warnings;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
        this.announcer = announcer;
        this.platform = platform;
    }

    /** Scenarios of the territory, newest first. */
    public List<ScenarioLine> list(String territory, int limit) {
        return jdbc.sql(
                        "select s.id, s.number, s.name, s.state, s.members, s.days, jsonb_array_length(s.courses) as courses,"
                                + " s.created_by, s.created_at, s.result -> 'courses' -> 0 ->> 'code' as best,"
                                + " (select a.course from simulation_adoption a where a.scenario_id = s.id"
                                + " order by a.adopted_at desc limit 1) as adopted from simulation_scenario s"
                                + " where s.area_path >= :territory and s.area_path < :territory || '~'"
                                + " order by s.created_at desc, s.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(ScenarioLine.class)
                .list();
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
        Area district = organisation.district();
        if (!ASKERS.contains(actor.role()) || !actor.covers(district.path())) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Situation> situation = situation();
        if (situation instanceof Outcome.Refused<Situation> refused) {
            return Outcome.refused(
                    refused.refusal().code(), refused.refusal().arguments().toArray());
        }
        Situation from = situation.orThrow();
        Optional<Outcome<Scenario>> refused = refusal(wanted, from, district);
        return refused.orElseGet(() -> created(actor, wanted, from, district));
    }

    private Optional<Outcome<Scenario>> refusal(NewScenario wanted, Situation from, Area district) {
        if (wanted.name().isBlank()) {
            return Optional.of(Outcome.refused("M-003"));
        }
        boolean fits = wanted.members() >= NewScenario.LEAST_MEMBERS
                && wanted.members() <= NewScenario.MOST_MEMBERS
                && wanted.days() >= NewScenario.LEAST_DAYS
                && wanted.days() <= NewScenario.MOST_DAYS
                && wanted.scale() > 0
                && wanted.scale() <= 1;
        if (!fits) {
            return Optional.of(Outcome.refused(
                    "M-004",
                    NewScenario.LEAST_MEMBERS,
                    NewScenario.MOST_MEMBERS,
                    NewScenario.LEAST_DAYS,
                    NewScenario.MOST_DAYS));
        }
        return ruleRefusal(wanted, from).or(() -> roomRefusal(wanted, district));
    }

    private Optional<Outcome<Scenario>> ruleRefusal(NewScenario wanted, Situation from) {
        if (wanted.courses().stream().allMatch(each -> each.rules().isEmpty())
                || withNothing(wanted.courses()).size() > NewScenario.MOST_COURSES) {
            return Optional.of(Outcome.refused("M-005", NewScenario.MOST_COURSES));
        }
        for (Course course : wanted.courses()) {
            for (CourseRule rule : course.rules()) {
                if (!rule.kind().lawful()) {
                    return Optional.of(Outcome.refused("M-006", "MEASURE_" + rule.kind()));
                }
                if (!rule.fits()) {
                    return Optional.of(Outcome.refused("M-007", "MEASURE_" + rule.kind()));
                }
                if (!isKnown(rule.place(), from)) {
                    return Optional.of(Outcome.refused("M-008", "MEASURE_" + rule.kind()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(String place, Situation from) {
        return switch (place) {
            case CourseRule.DISTRICT -> true;
            case CourseRule.WARNED -> !from.warned().isEmpty();
            default ->
                organisation.taskedStreets(organisation.district().path()).stream()
                        .anyMatch(street -> street.path().equals(place));
        };
    }

    private Optional<Outcome<Scenario>> roomRefusal(NewScenario wanted, Area district) {
        long needed = ScenarioEngine.bytes(people.totals(district.path()).orElseThrow(), wanted.scale(), wanted.days());
        return needed <= ScenarioEngine.room()
                ? Optional.empty()
                : Optional.of(Outcome.refused("M-009", needed / MEGABYTE, ScenarioEngine.room() / MEGABYTE));
    }

    private static List<Course> withNothing(List<Course> courses) {
        boolean there = courses.stream().anyMatch(each -> each.code().equals(Course.NOTHING.code()));
        List<Course> all = new ArrayList<>(courses);
        if (!there) {
            all.addFirst(Course.NOTHING);
        }
        return all;
    }

    private Outcome<Scenario> created(Actor actor, NewScenario wanted, Situation from, Area district) {
        int serial = store.nextSerial();
        String number = "M%d-%03d".formatted(clock.today().getYear(), serial);
        UUID id = ids.of("scenario", number);
        Optional<Warning> warning =
                Optional.ofNullable(wanted.warning()).flatMap(each -> warnings.find(each, actor.territory()));
        Scenario scenario = new Scenario(
                id,
                number,
                district.path(),
                wanted.name().strip(),
                warning.map(Warning::id).orElse(null),
                from,
                withNothing(wanted.courses()),
                wanted.members(),
                wanted.days(),
                wanted.scale(),
                wanted.later(),
                wanted.capacities(),
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

    /** Starts one again that was stopped, interrupted or failed: same situation, same seed, same result. */
    @Transactional
    public Outcome<Scenario> restart(Actor actor, UUID id, int version) {
        List<ScenarioState> from = List.of(ScenarioState.CANCELLED, ScenarioState.INTERRUPTED, ScenarioState.FAILED);
        return move(actor, id, version, from, ScenarioState.QUEUED).map(again -> {
            queue(again);
            return again;
        });
    }

    private Outcome<Scenario> move(Actor actor, UUID id, int version, List<ScenarioState> from, ScenarioState to) {
        if (!ASKERS.contains(actor.role())) {
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
        int serial = jdbc.sql("select count(*)::int + 1 from simulation_adoption")
                .query(Integer.class)
                .single();
        UUID id = ids.of("adoption", scenario.number(), serial);
        CourseAdopted event = new CourseAdopted(
                announcer.facts(
                        CourseAdopted.class,
                        scenario.number() + '/' + serial,
                        scenario.areaPath(),
                        actor.login(),
                        eventOf(scenario.id()),
                        Reason.of("courseAdopted", scenario.number(), "COURSE_" + course)),
                scenario.id(),
                course);
        jdbc.sql(
                        "insert into simulation_adoption (id, serial, scenario_id, area_path, course, reason, needs, first_day, adopted_by,"
                                + " adopted_at, event_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        serial,
                        scenario.id(),
                        scenario.areaPath(),
                        course,
                        reason,
                        json.parameter(needs(scenario, course)),
                        scenario.situation().day(),
                        actor.login(),
                        Timestamp.from(clock.now()),
                        event.facts().id())
                .update();
        jdbc.sql("update simulation_scenario set version = version + 1 where id = ?")
                .param(scenario.id())
                .update();
        audit.record(actor, "scenario.adopted", scenario.number(), Map.of("course", course, "reason", reason));
        announcer.announce(event);
        return adopted().orElseThrow();
    }

    private UUID eventOf(UUID scenario) {
        return jdbc.sql("select event_id from simulation_scenario where id = ?")
                .param(scenario)
                .query(UUID.class)
                .single();
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
        return jdbc.sql(ADOPTIONS + " order by a.serial desc limit 1")
                .query(this::adoption)
                .optional();
    }

    /** What was adopted from a scenario, newest first. */
    public List<AdoptedCourse> adoptions(UUID scenario) {
        return jdbc.sql(ADOPTIONS + " where a.scenario_id = ? order by a.serial desc")
                .param(scenario)
                .query(this::adoption)
                .list();
    }

    private AdoptedCourse adoption(ResultSet row, int line) throws SQLException {
        return new AdoptedCourse(
                row.getObject("id", UUID.class),
                row.getObject("scenario_id", UUID.class),
                row.getString("number"),
                row.getString("course"),
                row.getString("reason"),
                row.getString("adopted_by"),
                row.getTimestamp("adopted_at").toInstant(),
                row.getObject("first_day", LocalDate.class),
                json.read(row.getString("needs"), NEEDS));
    }

    /** Communities of the territory by what a course lets expect, most infections in 14 days first. */
    public List<PlaceRisk> places(UUID id, String course, String territory, int limit) {
        return jdbc.sql("select p.area_path as path, coalesce(a.name, p.area_path) as name,"
                        + " coalesce(a.name_en, p.area_path) as name_en, substr(p.area_path, 1, 9) as street_path,"
                        + " rank() over (order by p.infections14 desc)::int as rank, p.probability7, p.probability14,"
                        + " p.infections7, p.infections14 from simulation_place p left join area a on a.path = p.area_path"
                        + " where p.scenario_id = :id and p.course = :course and p.area_path >= :territory"
                        + " and p.area_path < :territory || '~' order by p.infections14 desc, p.area_path limit :limit")
                .param("id", id)
                .param("course", course)
                .param("territory", territory)
                .param("limit", limit)
                .query(PlaceRisk.class)
                .list();
    }

    /** Places of the territory through which most infections pass when nothing new is done, the most first. */
    public List<RiskPlace> riskPlaces(UUID id, String territory, int limit) {
        return jdbc.sql(
                        "select r.rank, r.kind, r.number, r.area_path as path, coalesce(a.name, r.area_path) as name,"
                                + " coalesce(a.name_en, r.area_path) as name_en, substr(r.area_path, 1, 9) as street_path,"
                                + " r.direct, r.through, r.share from simulation_risk_point r"
                                + " left join area a on a.path = r.area_path where r.scenario_id = :id"
                                + " and r.area_path >= :territory and r.area_path < :territory || '~' order by r.rank limit :limit")
                .param("id", id)
                .param("territory", territory)
                .param("limit", limit)
                .query(RiskPlace.class)
                .list();
    }

    /** Streets of the territory, in code order. */
    public List<StreetRisk> streets(UUID id, String course, String territory) {
        return jdbc.sql("select substr(area_path, 1, 9) as path, sum(infections7)::float8 as infections7,"
                        + " sum(infections14)::float8 as infections14 from simulation_place"
                        + " where scenario_id = :id and course = :course and area_path >= :territory"
                        + " and area_path < :territory || '~' group by 1 order by 1")
                .param("id", id)
                .param("course", course)
                .param("territory", territory)
                .query(StreetRisk.class)
                .list();
    }
}
