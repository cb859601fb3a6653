package org.tongxin.app.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;

/** Versions of the list: proposed by the duty officer, signed by the signatory, ended by date or decision. Thread-safe. */
@Service
public class DelegationLists {

    /** Suggested value. */
    public static final int LONGEST_DAYS = 90;

    private static final int LONGEST = 400;
    private static final long MOST = 1_000_000;
    private static final int LONGEST_REPORT = 168;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;

    DelegationLists(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /** The list that counts now. */
    public Optional<DelegationList> inForce() {
        return jdbc.sql("select * from delegation_list where state = 'SIGNED' and ended_at is null and valid_until > ?")
                .param(Timestamp.from(clock.now()))
                .query(this::read)
                .optional();
    }

    /** All versions, newest first. */
    public List<DelegationList> list() {
        return jdbc.sql("select * from delegation_list order by number desc")
                .query(this::read)
                .list();
    }

    public Optional<DelegationList> find(UUID id) {
        return jdbc.sql("select * from delegation_list where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /**
     * The duty officer proposes a list with a row for each act. Refused: I-003, U-033 the basis, U-032 the end, U-034 a
     * row is missing or out of range, U-036 narrower than the act allows, U-035 another one waits for the signatory.
     *
     * @param until when it is to end; at most 90 days ahead
     */
    @Transactional
    public Outcome<DelegationList> propose(Actor actor, String basis, Instant until, List<DelegationRow> rows) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Refusal> wrong = wrong(basis.strip(), until, rows);
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtext('delegation_list'))")
                .query((row, number) -> true)
                .single();
        List<DelegationList> all = list();
        Optional<DelegationList> waiting = all.stream()
                .filter(each -> each.state() == DelegationList.State.PROPOSED)
                .findFirst();
        if (waiting.isPresent()) {
            return Outcome.refused("U-035", waiting.get().number());
        }
        String number = "SQD-%d-%03d".formatted(clock.today().getYear(), all.size() + 1);
        UUID id = ids.of("delegation list", number);
        jdbc.sql("insert into delegation_list (id, number, basis, proposed_by, proposed_at, valid_until)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, number, basis.strip(), actor.login(), Timestamp.from(clock.now()), Timestamp.from(until))
                .update();
        rows.forEach(row -> insert(id, row));
        audit.record(actor, "delegation.proposed", number, Map.of("until", until.toString()));
        return Outcome.accepted(find(id).orElseThrow());
    }

    private Optional<Refusal> wrong(String basis, Instant until, List<DelegationRow> rows) {
        if (basis.isEmpty()
                || basis.length() > LONGEST
                || PersonalData.find(basis).isPresent()) {
            return Optional.of(Refusal.of("U-033", basis.length(), LONGEST));
        }
        if (isUnfit(until)) {
            return Optional.of(Refusal.of("U-032", clock.dayOf(until), LONGEST_DAYS));
        }
        HashSet<DelegableAct> acts = new HashSet<>();
        for (DelegationRow row : rows) {
            boolean sound = acts.add(row.act())
                    && row.most() >= 0
                    && row.most() <= MOST
                    && row.timesADay() >= 0
                    && row.timesADay() <= 1_000
                    && row.reportHours() >= 0
                    && row.reportHours() <= LONGEST_REPORT
                    && (row.most() > 0 || !row.isDelegated());
            if (!sound) {
                return Optional.of(Refusal.of("U-034", "ACT_" + row.act()));
            }
            if (row.ring().compareTo(row.act().narrowest()) > 0) {
                return Optional.of(
                        Refusal.of("U-036", "ACT_" + row.act(), row.act().narrowest()));
            }
        }
        return Arrays.stream(DelegableAct.values())
                .filter(act -> !acts.contains(act))
                .findFirst()
                .map(act -> Refusal.of("U-034", "ACT_" + act));
    }

    private boolean isUnfit(Instant until) {
        return !until.isAfter(clock.now()) || until.isAfter(clock.now().plus(Duration.ofDays(LONGEST_DAYS)));
    }

    private void insert(UUID list, DelegationRow row) {
        jdbc.sql(
                        "insert into delegation_row (list_id, act, ring, most, times_a_day, report_hours) values (?, ?, ?, ?, ?, ?)")
                .params(list, row.act().name(), row.ring().name(), row.most(), row.timesADay(), row.reportHours())
                .update();
    }

    /** The signatory signs: from this moment it counts, and the one before it no more. Refused: I-003, U-035, U-032. */
    @Transactional
    public Outcome<DelegationList> sign(Actor actor, UUID id, int version) {
        Outcome<DelegationList> ready = ready(actor, Role.SIGNATORY, id, version, DelegationList.State.PROPOSED);
        if (!(ready instanceof Outcome.Accepted<DelegationList> found)) {
            return ready;
        }
        if (isUnfit(found.value().validUntil())) {
            return Outcome.refused("U-032", clock.dayOf(found.value().validUntil()), LONGEST_DAYS);
        }
        Timestamp now = Timestamp.from(clock.now());
        jdbc.sql("update delegation_list set ended_at = ?, ended_by = ?, end_reason = ?, version = version + 1"
                        + " where state = 'SIGNED' and ended_at is null and valid_until > ?")
                .params(now, actor.login(), found.value().number(), now)
                .update();
        jdbc.sql("update delegation_list set state = 'SIGNED', signed_by = ?, valid_from = ?, version = version + 1"
                        + " where id = ?")
                .params(actor.login(), now, id)
                .update();
        audit.record(actor, "delegation.signed", found.value().number(), Map.of());
        return Outcome.accepted(find(id).orElseThrow());
    }

    /** The duty officer or the signatory drops what is not to be signed. Refused: I-003, U-035. */
    @Transactional
    public Outcome<DelegationList> drop(Actor actor, UUID id, int version) {
        Role by = actor.role() == Role.SIGNATORY ? Role.SIGNATORY : Role.DUTY_OFFICER;
        Outcome<DelegationList> ready = ready(actor, by, id, version, DelegationList.State.PROPOSED);
        if (!(ready instanceof Outcome.Accepted<DelegationList> found)) {
            return ready;
        }
        jdbc.sql("update delegation_list set state = 'DROPPED', version = version + 1 where id = ?")
                .param(id)
                .update();
        audit.record(actor, "delegation.dropped", found.value().number(), Map.of());
        return Outcome.accepted(find(id).orElseThrow());
    }

    /** The signatory ends the list in force before its date. Refused: I-003, U-035, U-037 no reason. */
    @Transactional
    public Outcome<DelegationList> end(Actor actor, UUID id, String reason, int version) {
        Outcome<DelegationList> ready = ready(actor, Role.SIGNATORY, id, version, DelegationList.State.SIGNED);
        if (!(ready instanceof Outcome.Accepted<DelegationList> found)) {
            return ready;
        }
        if (!found.value().isInForce(clock.now())) {
            return Outcome.refused("U-035", found.value().number());
        }
        if (reason.isBlank()
                || reason.length() > LONGEST
                || PersonalData.find(reason).isPresent()) {
            return Outcome.refused("U-037", reason.strip().length(), LONGEST);
        }
        jdbc.sql(
                        "update delegation_list set ended_at = ?, ended_by = ?, end_reason = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(clock.now()), actor.login(), reason.strip(), id)
                .update();
        audit.record(actor, "delegation.ended", found.value().number(), Map.of("reason", reason.strip()));
        return Outcome.accepted(find(id).orElseThrow());
    }

    private Outcome<DelegationList> ready(Actor actor, Role by, UUID id, int version, DelegationList.State state) {
        if (actor.role() != by) {
            return Outcome.refused("I-003", actor.role());
        }
        jdbc.sql("select 1 from delegation_list where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        Optional<DelegationList> found = find(id);
        boolean stands = found.isPresent()
                && found.get().version() == version
                && found.get().state() == state;
        return stands
                ? Outcome.accepted(found.get())
                : Outcome.refused("U-035", found.map(DelegationList::number).orElse(id.toString()));
    }

    private DelegationList read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new DelegationList(
                id,
                row.getString("number"),
                row.getString("basis"),
                DelegationList.State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("signed_by"),
                at(row, "valid_from"),
                row.getTimestamp("valid_until").toInstant(),
                at(row, "ended_at"),
                row.getString("ended_by"),
                row.getString("end_reason"),
                row.getInt("version"),
                jdbc.sql("select act, ring, most, times_a_day, report_hours from delegation_row where list_id = ?"
                                + " order by act")
                        .param(id)
                        .query(DelegationRow.class)
                        .list());
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
