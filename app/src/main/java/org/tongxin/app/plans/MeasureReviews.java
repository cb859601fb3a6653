package org.tongxin.app.plans;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;

/**
 * What is decided about a measure that runs: at 72 hours continue, change or stop; later, renewal. Each decision is signed,
 * has reasons and is kept; one of the last day before the 72 hours are over counts as the review. A measure that nobody
 * reviewed in time is stopped. Thread-safe.
 */
@Service
public class MeasureReviews implements DueWork {

    /** From the start of a measure to its review; see the rules that all playbooks share. */
    static final Duration REVIEW_AFTER = Duration.ofHours(72);

    /** A decision counts as the review in the last day before it is due; what is decided earlier knows too little. Suggested value. */
    static final Duration REVIEW_OPENS_BEFORE = Duration.ofHours(24);

    /** Why a measure was stopped that nobody reviewed. */
    static final String MISSED = "REVIEW_MISSED";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final Measures measures;

    MeasureReviews(JdbcClient jdbc, DistrictClock clock, Audit audit, Measures measures) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.measures = measures;
    }

    /** What was decided about a measure of the territory, newest first. */
    public List<MeasureVersion> history(UUID measure, String territory) {
        return jdbc.sql("select v.number, v.act, v.content, v.ends_at, v.reason, v.decided_by, v.decided_at"
                        + " from measure_version v join measure m on m.id = v.measure_id where m.id = :id"
                        + " and m.area_path >= :territory and m.area_path < :territory || '~' order by v.number desc")
                .param("id", measure)
                .param("territory", territory)
                .query(MeasureVersion.class)
                .list();
    }

    /** The latest end to which a running measure can be renewed now: its first length after its present end. */
    public Instant latestRenewal(Measure measure) {
        Instant firstEnd = jdbc.sql("select ends_at from measure_version where measure_id = ? and number = 1")
                .param(measure.id())
                .query(Instant.class)
                .single();
        return measure.endsAt().plus(Duration.between(measure.startsAt(), firstEnd));
    }

    /**
     * The signatory continues the measure as it is, until its end.
     * Refused: I-003, L-007, L-011.
     */
    @Transactional
    public Outcome<Measure> continueAsIs(Actor actor, UUID id, String reason, int version) {
        return decide(actor, id, reason, version, MeasureVersion.Act.CONTINUED, null, null);
    }

    /**
     * The signatory changes what the measure asks, and may bring its end nearer.
     * Refused: I-003, L-007, L-011, L-012 where nothing changes or the end moves away, P-024 where the content, which is
     * published, holds a number of a person.
     *
     * @param endsAt the new end, not after the present one
     */
    @Transactional
    public Outcome<Measure> change(Actor actor, UUID id, String content, Instant endsAt, String reason, int version) {
        return decide(actor, id, reason, version, MeasureVersion.Act.CHANGED, content, endsAt);
    }

    /**
     * The signatory renews the measure: a new end, at most its first length after the present one.
     * Refused: I-003, L-007, L-011, L-013.
     */
    @Transactional
    public Outcome<Measure> renew(Actor actor, UUID id, Instant endsAt, String reason, int version) {
        return decide(actor, id, reason, version, MeasureVersion.Act.RENEWED, null, endsAt);
    }

    private Outcome<Measure> decide(
            Actor actor,
            UUID id,
            String reason,
            int version,
            MeasureVersion.Act act,
            @Nullable String content,
            @Nullable Instant endsAt) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Measure> found = measures.find(id, actor.territory());
        if (found.isEmpty()
                || found.get().version() != version
                || !found.get().state().equals("IN_FORCE")
                || !found.get().endsAt().isAfter(clock.now())) {
            return Outcome.refused("L-007");
        }
        if (reason.isBlank()) {
            return Outcome.refused("L-011");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason)
                .or(() -> content == null ? Optional.empty() : PersonalData.refusal("CHANGED_CONTENT", content));
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        Measure measure = found.get();
        String asks = content == null ? measure.content() : content.strip();
        Instant end = endsAt == null ? measure.endsAt() : endsAt;
        return refusal(measure, act, asks, end).orElseGet(() -> write(actor, measure, act, asks, end, reason));
    }

    private Optional<Outcome<Measure>> refusal(Measure measure, MeasureVersion.Act act, String content, Instant end) {
        if (act == MeasureVersion.Act.CHANGED) {
            boolean same = content.equals(measure.content()) && end.equals(measure.endsAt());
            boolean wrongEnd = end.isAfter(measure.endsAt()) || !end.isAfter(clock.now());
            return same || content.isBlank() || wrongEnd
                    ? Optional.of(Outcome.refused("L-012", end, measure.endsAt()))
                    : Optional.empty();
        }
        if (act == MeasureVersion.Act.RENEWED) {
            Instant latest = latestRenewal(measure);
            return !end.isAfter(measure.endsAt()) || end.isAfter(latest)
                    ? Optional.of(Outcome.refused("L-013", end, measure.endsAt(), latest))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private Outcome<Measure> write(
            Actor actor, Measure measure, MeasureVersion.Act act, String content, Instant end, String reason) {
        Timestamp now = Timestamp.from(clock.now());
        // Of two who decide at once the second finds another version here, before anything is kept.
        int seen = jdbc.sql("update measure set version = version + 1,"
                        + " reviewed_at = case when review_due_at <= ? then ? else reviewed_at end"
                        + " where id = ? and version = ? and state = 'IN_FORCE'")
                .params(Timestamp.from(clock.now().plus(REVIEW_OPENS_BEFORE)), now, measure.id(), measure.version())
                .update();
        if (seen == 0) {
            return Outcome.refused("L-007");
        }
        jdbc.sql(
                        "insert into measure_version (measure_id, number, act, content, ends_at, reason, decided_by, decided_at)"
                                + " select id, (select max(number) + 1 from measure_version where measure_id = measure.id),"
                                + " ?, ?, ?, ?, ?, ? from measure where id = ?")
                .params(act.name(), content, Timestamp.from(end), reason, actor.login(), now, measure.id())
                .update();
        jdbc.sql("update measure set content = ?, ends_at = ? where id = ?")
                .params(content, Timestamp.from(end), measure.id())
                .update();
        audit.record(
                actor, "measure.reviewed", measure.id().toString(), Map.of("act", act, "until", end, "reason", reason));
        Measure decided = measures.find(measure.id(), actor.territory()).orElseThrow();
        measures.announceReview(decided, actor.login(), act);
        return Outcome.accepted(decided);
    }

    /** Stops every measure whose review came due and was not decided. */
    @Override
    @Transactional
    public void runDue() {
        measures.unreviewed().forEach(measure -> measures.close(measure, "system", "ENDED", MISSED, null));
    }
}
