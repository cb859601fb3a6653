package org.tongxin.app.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import tools.jackson.core.type.TypeReference;

/** Advice, activation and stand-down. At most one plan is active in the district. Thread-safe. */
@Service
public class Plans {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> INDICATORS = new TypeReference<>() {};
    private static final TypeReference<Map<ResponseMode, Integer>> LIKENESS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;
    private final Warnings warnings;
    private final Orders orders;
    private final Measures measures;
    private final PlanLibrary library;

    Plans(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            Announcer announcer,
            Audit audit,
            Organisation organisation,
            Warnings warnings,
            Orders orders,
            Measures measures,
            PlanLibrary library) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
        this.warnings = warnings;
        this.orders = orders;
        this.measures = measures;
        this.library = library;
    }

    public Optional<ModeAdvice> openAdvice() {
        return jdbc.sql("select * from mode_advice where state = 'OPEN'")
                .query(this::advice)
                .optional();
    }

    /** The newest advice, whatever became of it. */
    public Optional<ModeAdvice> latestAdvice() {
        return jdbc.sql("select * from mode_advice order by advised_at desc, id limit 1")
                .query(this::advice)
                .optional();
    }

    public Optional<PlanActivation> active() {
        return jdbc.sql("select * from plan_activation where stood_down_at is null")
                .query(PlanActivation.class)
                .optional();
    }

    public List<PlanActivation> history() {
        return jdbc.sql("select * from plan_activation order by activated_at desc")
                .query(PlanActivation.class)
                .list();
    }

    /** Streets whose communities the activation covers, in code order. */
    public List<String> coverage(UUID activation) {
        return jdbc.sql("select street_path from plan_coverage where activation_id = ? order by street_path")
                .param(activation)
                .query(String.class)
                .list();
    }

    /**
     * What a signatory signs.
     *
     * @param planVersion version of the plan that was read
     * @param reason why this mode; needed when it is not the advised one
     * @param responseLevel 1 to 4
     */
    public record Activation(
            ResponseMode mode,
            String planVersion,
            String reason,
            int responseLevel,
            String matters,
            Instant expectedEnd) {}

    /**
     * The signatory signs an activation. Streets under an orange or red warning are covered, now and as they come.
     * Refused: I-003, A-001 to where another version of the plan was put in force since it was read.
     */
    @Transactional
    public Outcome<PlanActivation> activate(Actor actor, Activation signed) {
        if (actor.role() != Role.SIGNATORY
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<PlanActivation> active = active();
        if (active.isPresent()) {
            return Outcome.refused("A-001", active.get().activatedBy());
        }
        if (signed.matters().isBlank() || signed.responseLevel() < 1 || signed.responseLevel() > 4) {
            return Outcome.refused("A-002");
        }
        if (!signed.expectedEnd().isAfter(clock.now())) {
            return Outcome.refused("A-003", signed.expectedEnd());
        }
        String inForce = library.of(signed.mode()).version();
        if (!inForce.equals(signed.planVersion())) {
            return Outcome.refused("A-015", signed.planVersion(), inForce);
        }
        Optional<ModeAdvice> advice = openAdvice();
        boolean overruled = advice.isPresent() && advice.get().mode() != signed.mode();
        if ((overruled || advice.isEmpty()) && signed.reason().isBlank()) {
            return Outcome.refused("A-004");
        }
        Optional<Refusal> personal = PersonalData.refusal(signed.reason());
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        return insert(actor, signed, advice);
    }

    /** Of two who sign at once the second waits here for the first, and is told who it was. */
    private Outcome<PlanActivation> insert(Actor actor, Activation signed, Optional<ModeAdvice> advice) {
        Area district = organisation.district();
        UUID id = ids.of("activation", clock.now(), history().size());
        Reason summary = Reason.of("planActivated", signed.mode().name(), signed.responseLevel());
        PlanActivated event = new PlanActivated(
                announcer.facts(
                        PlanActivated.class,
                        id.toString(),
                        district.path(),
                        actor.login(),
                        advice.map(ModeAdvice::eventId).orElse(null),
                        summary),
                id,
                signed.mode());
        int inserted = jdbc.sql(
                        "insert into plan_activation (id, mode, playbook_version, area_path, advice_id, reason, response_level,"
                                + " matters, activated_at, activated_by, expected_end, caused_by, event_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(Arrays.asList(
                        id,
                        signed.mode().name(),
                        signed.planVersion(),
                        district.path(),
                        advice.map(ModeAdvice::id).orElse(null),
                        signed.reason(),
                        signed.responseLevel(),
                        signed.matters(),
                        Timestamp.from(clock.now()),
                        actor.login(),
                        Timestamp.from(signed.expectedEnd()),
                        event.facts().causedBy(),
                        event.facts().id()))
                .update();
        if (inserted == 0) {
            return Outcome.refused(
                    "A-001", active().map(PlanActivation::activatedBy).orElse("system"));
        }
        advice.ifPresent(given -> jdbc.sql("update mode_advice set state = ?, version = version + 1 where id = ?")
                .params(given.mode() == signed.mode() ? "FOLLOWED" : "OVERRULED", given.id())
                .update());
        for (Warning warning : warnings.list(WarningState.ISSUED, district.path())) {
            if (warning.areaPath().length() == 9 && warning.level().severity() >= RatingLevel.ORANGE.severity()) {
                cover(id, warning.areaPath(), event.facts().id());
            }
        }
        audit.record(
                actor, "plan.activated", id.toString(), Map.of("mode", signed.mode(), "level", signed.responseLevel()));
        announcer.announce(event);
        return Outcome.accepted(active().orElseThrow());
    }

    /** Puts a street under an activation. True when it was not yet. */
    boolean cover(UUID activation, String street, UUID cause) {
        return jdbc.sql("insert into plan_coverage (activation_id, street_path, since, caused_by) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(activation, street, Timestamp.from(clock.now()), cause)
                        .update()
                == 1;
    }

    /** The signatory stands the plan down: its measures end, its unanswered tasks are withdrawn. */
    @Transactional
    public Outcome<PlanActivation> standDown(Actor actor, UUID id, String reason, int version) {
        if (actor.role() != Role.SIGNATORY
                || !actor.covers(organisation.district().path())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("A-005");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        int changed = jdbc.sql("update plan_activation set stood_down_at = ?, stood_down_by = ?, stand_down_reason = ?,"
                        + " version = version + 1 where id = ? and version = ? and stood_down_at is null")
                .params(Timestamp.from(clock.now()), actor.login(), reason, id, version)
                .update();
        if (changed == 0) {
            return Outcome.refused("A-006");
        }
        PlanStoodDown event = new PlanStoodDown(
                announcer.facts(
                        PlanStoodDown.class,
                        id.toString(),
                        organisation.district().path(),
                        actor.login(),
                        ids.of(PlanActivated.class.getSimpleName(), id.toString()),
                        Reason.of("planStoodDown", reason)),
                id);
        measures.endWith(actor, id, reason, event.facts().id());
        orders.withdraw(actor, origin(id), event.facts().id());
        audit.record(actor, "plan.stoodDown", id.toString(), Map.of("reason", reason));
        announcer.announce(event);
        return Outcome.accepted(history().stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    /** The origin of the orders of an activation. */
    static String origin(UUID activation) {
        return "plan:" + activation;
    }

    private ModeAdvice advice(ResultSet row, int number) throws SQLException {
        return new ModeAdvice(
                row.getObject("id", UUID.class),
                ResponseMode.valueOf(row.getString("mode")),
                row.getTimestamp("advised_at").toInstant(),
                json.read(row.getString("indicators"), INDICATORS),
                json.read(row.getString("likeness"), LIKENESS),
                json.read(row.getString("reasons"), REASONS),
                json.read(row.getString("would_change"), REASONS),
                row.getString("state"),
                row.getObject("event_id", UUID.class),
                row.getInt("version"));
    }
}
