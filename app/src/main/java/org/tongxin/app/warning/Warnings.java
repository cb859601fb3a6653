package org.tongxin.app.warning;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * The chain of a warning: the analyst proposes, the duty officer checks and hands up, the signatory signs, returns,
 * declines or lifts. Each step names the version it saw; who comes second is told who came first. Thread-safe.
 */
@Service
public class Warnings implements DueWork {

    /** How long a warning stays in force unless renewed. Suggested value. */
    public static final Duration VALIDITY = Duration.ofDays(10);

    /** How many experts must have been heard before a proposal. Suggested value of the playbooks. */
    public static final int EXPERTS = 3;

    private static final String SELECT = """
            select w.*, a.name as area_name, a.name_en as area_name_en
            from warning w join area a on a.path = w.area_path
            where w.area_path >= :territory and w.area_path < :territory || '~'
            """;

    private static final Keyset NEWEST = new Keyset("warning", "w", "@.drafted_at desc", "@.number desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Announcer announcer;
    private final Audit audit;

    Warnings(JdbcClient jdbc, DistrictClock clock, Announcer announcer, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.announcer = announcer;
        this.audit = audit;
    }

    public Optional<Warning> find(UUID id, String territory) {
        return find(id, territory, "");
    }

    /** As {@link #find}, and holds the row until the transaction ends, so that two who act at once act one after the other. */
    private Optional<Warning> lock(UUID id, String territory) {
        return find(id, territory, " for update of w");
    }

    private Optional<Warning> find(UUID id, String territory, String locking) {
        return jdbc.sql(SELECT + " and w.id = :id" + locking)
                .param("territory", territory)
                .param("id", id)
                .query(Warning.class)
                .optional();
    }

    /** Warnings in one state, gravest first, then oldest. */
    public List<Warning> list(WarningState state, String territory) {
        return jdbc.sql(
                        SELECT + " and w.state = :state"
                                + " order by array_position(array['RED','ORANGE','YELLOW','BLUE'], w.level), w.drafted_at, w.number")
                .param("territory", territory)
                .param("state", state.name())
                .query(Warning.class)
                .list();
    }

    /** All warnings, newest first. */
    public List<Warning> recent(String territory, int limit) {
        return jdbc.sql(SELECT + " order by w.drafted_at desc, w.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Warning.class)
                .list();
    }

    /** A page of all warnings, newest first. */
    public Paged<Warning> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc, SELECT + " and", Map.of("territory", territory), Warning.class, after, Paged.SIZE, Warning::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + ") w")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** Warnings that were signed, whatever came of them, the latest act first. */
    public List<Warning> signed(String territory, int limit) {
        return jdbc.sql(SELECT + " and w.issued_at is not null"
                        + " order by greatest(w.issued_at, case when w.state = 'LIFTED' then w.closed_at end) desc,"
                        + " w.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Warning.class)
                .list();
    }

    /** A warning that was signed, by its number. */
    public Optional<Warning> findSigned(String number) {
        return jdbc.sql(SELECT + " and w.number = :number and w.issued_at is not null")
                .param("territory", "")
                .param("number", number)
                .query(Warning.class)
                .optional();
    }

    /** The warning that a signed one took the place of. */
    public Optional<Warning> findReplaced(Warning later) {
        return jdbc.sql(SELECT
                        + " and w.area_path = :territory and w.state = 'SUPERSEDED' and w.close_reason = :number")
                .param("territory", later.areaPath())
                .param("number", later.number())
                .query(Warning.class)
                .optional();
    }

    /** The warning in force for an area itself. */
    public Optional<Warning> inForce(String areaPath) {
        return jdbc.sql(SELECT + " and w.area_path = :territory and w.state = 'ISSUED' and w.ends_at > :now")
                .param("territory", areaPath)
                .param("now", Timestamp.from(clock.now()))
                .query(Warning.class)
                .optional();
    }

    /** The analyst proposes, with cautions and actions, experts having been heard. */
    @Transactional
    public Outcome<Warning> propose(
            Actor actor, UUID id, String cautions, String actions, String actionsEn, int experts, int version) {
        if (actor.role() != Role.CDC_ANALYST) {
            return Outcome.refused("I-003", actor.role());
        }
        if (cautions.isBlank() || actions.isBlank()) {
            return Outcome.refused("W-001", cautions.isBlank() ? 5 : 6);
        }
        if (experts < EXPERTS) {
            return Outcome.refused("W-002", experts, EXPERTS);
        }
        Optional<Refusal> personal = Stream.of(
                        PersonalData.refusal("WARNING_CAUTIONS", cautions),
                        PersonalData.refusal("WARNING_ACTIONS", actions),
                        PersonalData.refusal("WARNING_ACTIONS_EN", actionsEn))
                .flatMap(Optional::stream)
                .findFirst();
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        return step(
                actor,
                id,
                version,
                WarningState.DRAFT,
                "state = 'PROPOSED', cautions_en = case when cautions = ? then cautions_en else '' end, cautions = ?, actions = ?, actions_en = ?, experts = ?, proposed_by = ?,"
                        + " proposed_at = ?",
                Arrays.asList(cautions, cautions, actions, actionsEn, experts, actor.login(), now()),
                warning -> new WarningProposed(facts(WarningProposed.class, warning, actor, "warningProposed"), id));
    }

    /** The duty officer has checked the eight fields and hands the warning up for signature. */
    @Transactional
    public Outcome<Warning> submit(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Warning> found = lock(id, actor.territory());
        if (found.isPresent() && !found.get().missingFields().isEmpty()) {
            return Outcome.refused("W-001", found.get().missingFields().getFirst());
        }
        return step(
                actor,
                id,
                version,
                WarningState.PROPOSED,
                "state = 'SUBMITTED', submitted_by = ?, submitted_at = ?",
                Arrays.asList(actor.login(), now()),
                warning -> new WarningSubmitted(facts(WarningSubmitted.class, warning, actor, "warningSubmitted"), id));
    }

    /** The duty officer or the signatory sends a warning back to the analyst, with a reason. */
    @Transactional
    public Outcome<Warning> sendBack(Actor actor, UUID id, String reason, int version) {
        WarningState from;
        if (actor.role() == Role.DUTY_OFFICER) {
            from = WarningState.PROPOSED;
        } else if (actor.role() == Role.SIGNATORY) {
            from = WarningState.SUBMITTED;
        } else {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("W-003");
        }
        return step(
                actor,
                id,
                version,
                from,
                "state = 'DRAFT', returned_by = ?, returned_at = ?, return_reason = ?",
                Arrays.asList(actor.login(), now(), reason),
                warning -> new WarningReturned(facts(WarningReturned.class, warning, actor, "warningReturned"), id));
    }

    /** The signatory signs: the warning is in force, and one that was in force for the area is superseded. */
    @Transactional
    public Outcome<Warning> sign(Actor actor, UUID id, int version) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Warning> found = lock(id, actor.territory());
        Optional<Outcome<Warning>> stale = stale(found, id, version, WarningState.SUBMITTED);
        if (stale.isPresent()) {
            return stale.get();
        }
        Instant now = clock.now();
        Warning submitted = found.orElseThrow();
        // The one still held as issued may have reached its end and not yet lapsed: it is superseded all the same.
        list(WarningState.ISSUED, submitted.areaPath()).stream()
                .filter(earlier -> earlier.areaPath().equals(submitted.areaPath()))
                .forEach(earlier -> end(actor.login(), earlier, WarningState.SUPERSEDED, submitted.number()));
        return step(
                actor,
                id,
                version,
                WarningState.SUBMITTED,
                "state = 'ISSUED', signed_by = ?, issued_at = ?, starts_at = ?, ends_at = ?",
                Arrays.asList(actor.login(), now(), now(), Timestamp.from(now.plus(VALIDITY))),
                warning -> new WarningIssued(
                        facts(WarningIssued.class, warning, actor, "warningIssued"), id, warning.level()));
    }

    /** The signatory decides not to sign, with a reason. */
    @Transactional
    public Outcome<Warning> decline(Actor actor, UUID id, String reason, int version) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("W-003");
        }
        return step(
                actor,
                id,
                version,
                WarningState.SUBMITTED,
                "state = 'DECLINED', closed_by = ?, closed_at = ?, close_reason = ?",
                Arrays.asList(actor.login(), now(), reason),
                warning -> new WarningReturned(facts(WarningReturned.class, warning, actor, "warningDeclined"), id));
    }

    /** The signatory lifts a warning that is in force, with a reason. */
    @Transactional
    public Outcome<Warning> lift(Actor actor, UUID id, String reason, int version) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("W-003");
        }
        Optional<Warning> found = lock(id, actor.territory());
        Optional<Outcome<Warning>> stale = stale(found, id, version, WarningState.ISSUED);
        if (stale.isPresent()) {
            return stale.get();
        }
        end(actor.login(), found.orElseThrow(), WarningState.LIFTED, reason);
        audit.record(actor, "warning.lifted", id.toString(), Map.of("reason", reason));
        return Outcome.accepted(find(id, actor.territory()).orElseThrow());
    }

    /** Ends every warning whose time is over. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql(SELECT + " and w.state = 'ISSUED' and w.ends_at <= :now order by w.number")
                .param("territory", "")
                .param("now", now())
                .query(Warning.class)
                .list()
                .forEach(warning -> end("system", warning, WarningState.LAPSED, "ENDS_AT"));
    }

    private void end(String who, Warning warning, WarningState how, String reason) {
        jdbc.sql("update warning set state = ?, closed_by = ?, closed_at = ?, close_reason = ?, version = version + 1"
                        + " where id = ? and state = 'ISSUED'")
                .params(how.name(), who, now(), reason, warning.id())
                .update();
        EventFacts facts = announcer.facts(
                WarningEnded.class,
                warning.number(),
                warning.areaPath(),
                who,
                warning.causedBy(),
                Reason.of(
                        "warningEnded",
                        warning.number(),
                        Reason.name(warning.areaName(), warning.areaNameEn()),
                        how.name()));
        announcer.announce(new WarningEnded(facts, warning.id(), how));
    }

    private interface Announcement {
        org.tongxin.app.platform.DistrictEvent of(Warning warning);
    }

    private Outcome<Warning> step(
            Actor actor,
            UUID id,
            int version,
            WarningState from,
            String assignments,
            List<Object> values,
            Announcement announcement) {
        Optional<Warning> found = lock(id, actor.territory());
        Optional<Outcome<Warning>> stale = stale(found, id, version, from);
        if (stale.isPresent()) {
            return stale.get();
        }
        int changed = jdbc.sql("update warning set " + assignments
                        + ", event_id = null, version = version + 1 where id = ? and version = ? and state = ?")
                .params(Stream.concat(values.stream(), Stream.of(id, version, from.name()))
                        .toList())
                .update();
        Warning now = find(id, actor.territory()).orElseThrow();
        if (changed == 0) {
            return Outcome.refused("W-005", now.number(), now.state(), lastHand(now));
        }
        org.tongxin.app.platform.DistrictEvent event = announcement.of(now);
        jdbc.sql("update warning set event_id = ?, caused_by = ? where id = ?")
                .params(event.facts().id(), event.facts().id(), id)
                .update();
        audit.record(
                actor, "warning." + now.state(), id.toString(), Map.of("number", now.number(), "level", now.level()));
        announcer.announce(event);
        return Outcome.accepted(now);
    }

    private Optional<Outcome<Warning>> stale(Optional<Warning> found, UUID id, int version, WarningState from) {
        if (found.isEmpty()) {
            return Optional.of(Outcome.refused("W-004", id));
        }
        Warning warning = found.get();
        return warning.version() == version && warning.state() == from
                ? Optional.empty()
                : Optional.of(Outcome.refused("W-005", warning.number(), warning.state(), lastHand(warning)));
    }

    /** Who did the last thing to a warning, for the one who comes second; {@code system} where a rating did it. */
    private static String lastHand(Warning warning) {
        String hand = switch (warning.state()) {
            case DRAFT -> wasReturned(warning) ? warning.returnedBy() : null;
            case PROPOSED -> warning.proposedBy();
            case SUBMITTED -> warning.submittedBy();
            case ISSUED -> warning.signedBy();
            case DECLINED, LIFTED, SUPERSEDED, LAPSED -> warning.closedBy();
        };
        return hand == null ? "system" : hand;
    }

    /** Whether a draft came back from a later step, and did not become one again through another level. */
    private static boolean wasReturned(Warning draft) {
        Instant returned = draft.returnedAt();
        Instant proposed = draft.proposedAt();
        return returned != null && (proposed == null || !returned.isBefore(proposed));
    }

    private EventFacts facts(
            Class<? extends org.tongxin.app.platform.DistrictEvent> kind,
            Warning warning,
            Actor actor,
            String sentence) {
        return announcer.facts(
                kind,
                warning.number() + '/' + warning.version(),
                warning.areaPath(),
                actor.login(),
                warning.causedBy(),
                Reason.of(
                        sentence,
                        warning.number(),
                        Reason.name(warning.areaName(), warning.areaNameEn()),
                        warning.level().name()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
