package org.tongxin.app.protection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalField;
import org.tongxin.app.platform.PersonalFields;

/** The register of personal fields, and their destruction after an incident. Thread-safe. */
@Service
public class Destructions implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(Destructions.class);

    private final JdbcClient jdbc;
    private final Plans plans;
    private final DistrictClock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final List<PersonalFields> modules;
    private final ProtectionSettings settings;

    /** Of the district's clock: terms are looked at once a day. */
    private volatile @Nullable LocalDate ended;

    Destructions(
            JdbcClient jdbc,
            Plans plans,
            DistrictClock clock,
            Audit audit,
            TransactionTemplate transaction,
            List<PersonalFields> modules,
            ProtectionSettings settings) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
        this.modules = modules;
        this.settings = settings;
    }

    /** Every personal field of the house, by table. */
    public List<PersonalField> register() {
        return modules.stream()
                .flatMap(module -> module.fields().stream())
                .sorted(Comparator.comparing(PersonalField::table))
                .toList();
    }

    /** Starts the countdown for an incident that was stood down; doing it twice changes nothing more. */
    @Transactional
    public void begin(UUID activation, Instant from, Instant to) {
        int begun = jdbc.sql("insert into destruction (activation_id, from_at, to_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(activation, Timestamp.from(from), Timestamp.from(to))
                .update();
        if (begun == 1) {
            register().stream()
                    .filter(field -> field.rule() == PersonalField.Rule.WITH_INCIDENT)
                    .forEach(field -> insert(activation, to, field));
        }
    }

    private void insert(UUID activation, Instant stoodDown, PersonalField field) {
        int days = Math.min(settings.days(), Objects.requireNonNullElse(field.days(), settings.days()));
        jdbc.sql("insert into destruction_line (activation_id, relation, fields, purpose, days, due_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        activation,
                        field.table(),
                        String.join(", ", field.columns()),
                        field.purpose(),
                        days,
                        Timestamp.from(stoodDown.plus(Duration.ofDays(days))))
                .update();
    }

    /** All incidents that were stood down, newest first. */
    public List<Destruction> list() {
        return jdbc
                .sql("select activation_id from destruction order by to_at desc, activation_id")
                .query(UUID.class)
                .list()
                .stream()
                .map(activation -> find(activation).orElseThrow())
                .toList();
    }

    public Optional<Destruction> find(UUID activation) {
        return jdbc.sql("select * from destruction where activation_id = ?")
                .param(activation)
                .query((row, number) -> new Destruction(
                        activation,
                        row.getTimestamp("from_at").toInstant(),
                        row.getTimestamp("to_at").toInstant(),
                        row.getString("signed_by"),
                        instant(row.getTimestamp("signed_at")),
                        lines(activation),
                        row.getInt("version")))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }

    private List<Destruction.Line> lines(UUID activation) {
        return jdbc.sql("select relation, fields, purpose, days, due_at, destroyed, destroyed_at from destruction_line"
                        + " where activation_id = ? order by due_at, relation")
                .param(activation)
                .query(Destruction.Line.class)
                .list();
    }

    /** A line whose time has come. */
    private record Due(UUID activationId, String relation) {}

    /** Destroys what is due, each table in a transaction of its own. What may not go yet is tried again. */
    @Override
    public void runDue() {
        beginMissing();
        endTerms();
        jdbc.sql("select activation_id, relation from destruction_line where destroyed_at is null and due_at <= ?"
                        + " order by due_at, activation_id, relation")
                .param(Timestamp.from(clock.now()))
                .query(Due.class)
                .list()
                .forEach(due -> field(due.relation()).ifPresent(field -> destroy(due, field)));
    }

    /** What is of no incident and has come to its term, once a day. */
    private void endTerms() {
        LocalDate today = clock.today();
        if (!today.equals(ended)) {
            register().stream()
                    .filter(field -> field.rule() == PersonalField.Rule.AFTER_END)
                    .forEach(this::endTerm);
            ended = today;
        }
    }

    private void endTerm(PersonalField field) {
        int days = Objects.requireNonNull(field.days());
        try {
            transaction.executeWithoutResult(status -> {
                int gone = jdbc.sql(Objects.requireNonNull(field.destroying()))
                        .param("before", Timestamp.from(clock.now().minus(Duration.ofDays(days))))
                        .update();
                if (gone > 0) {
                    audit.record(Actor.system(), "personalData.termEnded", field.table(), Map.of("rows", gone));
                }
            });
        } catch (DataAccessException failure) {
            LOG.error("What came to its term in the table {} was not destroyed.", field.table(), failure);
        }
    }

    /** Incidents stood down before there was a register; their countdown runs from their stand-down all the same. */
    private void beginMissing() {
        plans.history().stream()
                .filter(plan -> plan.stoodDownAt() != null)
                .filter(plan -> find(plan.id()).isEmpty())
                .forEach(plan -> transaction.executeWithoutResult(
                        status -> begin(plan.id(), plan.activatedAt(), Objects.requireNonNull(plan.stoodDownAt()))));
    }

    /** A table that fails is tried again with the next run and holds up no other. */
    private void destroy(Due due, PersonalField field) {
        try {
            transaction.executeWithoutResult(
                    status -> destroy(find(due.activationId()).orElseThrow(), field));
        } catch (DataAccessException failure) {
            LOG.error("Of incident {} the table {} was not destroyed.", due.activationId(), due.relation(), failure);
        }
    }

    private Optional<PersonalField> field(String table) {
        return register().stream()
                .filter(field -> field.table().equals(table))
                .filter(field -> field.rule() == PersonalField.Rule.WITH_INCIDENT)
                .findFirst();
    }

    private void destroy(Destruction incident, PersonalField field) {
        int gone = statement(Objects.requireNonNull(field.destroying()), incident)
                .param("now", Timestamp.from(clock.now()))
                .update();
        long left = statement(Objects.requireNonNull(field.held()), incident)
                .query(Long.class)
                .single();
        if (gone > 0 || left == 0) {
            jdbc.sql("update destruction_line set destroyed = destroyed + ?, destroyed_at = ?"
                            + " where activation_id = ? and relation = ? and destroyed_at is null")
                    .params(Arrays.asList(
                            gone, left == 0 ? Timestamp.from(clock.now()) : null, incident.activation(), field.table()))
                    .update();
            audit.record(
                    Actor.system(),
                    "personalData.destroyed",
                    incident.activation().toString(),
                    Map.of("table", field.table(), "rows", gone, "left", left));
        }
    }

    private JdbcClient.StatementSpec statement(String sql, Destruction incident) {
        return jdbc.sql(sql)
                .param("activation", incident.activation())
                .param("from", Timestamp.from(incident.from()))
                .param("to", Timestamp.from(incident.to()))
                .param("firstDay", clock.dayOf(incident.from()))
                .param("lastDay", clock.dayOf(incident.to()));
    }

    /**
     * The signatory of the district signs the protocol once everything is destroyed.
     * Refused: I-003, Z-001 while something is left, Z-002 for one that is signed or unknown.
     */
    @Transactional
    public Outcome<Destruction> sign(Actor actor, UUID activation, int version) {
        if (actor.role() != Role.SIGNATORY || actor.territory().length() != 6) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Destruction> found = find(activation);
        if (found.isEmpty() || found.get().signedAt() != null) {
            return Outcome.refused("Z-002");
        }
        if (!found.get().complete()) {
            long left = found.get().lines().stream()
                    .filter(line -> line.destroyedAt() == null)
                    .count();
            return Outcome.refused("Z-001", left);
        }
        int signed = jdbc.sql("update destruction set signed_by = ?, signed_at = ?, version = version + 1"
                        + " where activation_id = ? and version = ? and signed_at is null")
                .params(actor.login(), Timestamp.from(clock.now()), activation, version)
                .update();
        if (signed == 0) {
            return Outcome.refused("Z-002");
        }
        audit.record(actor, "personalData.protocolSigned", activation.toString(), Map.of());
        return Outcome.accepted(find(activation).orElseThrow());
    }
}
