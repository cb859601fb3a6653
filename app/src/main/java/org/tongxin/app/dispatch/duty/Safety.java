package org.tongxin.app.dispatch.duty;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;

/**
 * Lets a dangerous duty be confirmed only by who is trained, insured (a unit insures the staff it posts) and has read its
 * risks or had them read out. Thread-safe.
 */
@Component
public class Safety {

    /** How somebody came to know the risks. */
    enum Reading {
        SELF,
        READ_OUT
    }

    private static final String PREPARED = "(n.trained and (n.kind = 'POSTED' or n.insured))";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;

    Safety(JdbcClient jdbc, DistrictClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Which of the assignments may be confirmed, in the order of their ids. */
    public UUID[] cleared(UUID[] assignments) {
        return jdbc.sql("select a.id from assignment a join person n on n.id = a.person_id"
                        + " join duty_post p on p.id = a.post_id left join duty_notice d on d.kind = p.kind"
                        + " where a.id = any(?) and (not coalesce(d.dangerous, false)"
                        + " or a.risk_read_at is not null and " + PREPARED + ") order by a.id")
                .params((Object) assignments)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /** Why one of the assignments may not be confirmed; empty where all may, or are not there any more. */
    public Optional<Refusal> heldBack(UUID[] assignments) {
        return Stream.of(assignments)
                .map(assignment -> missing(assignment, false))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private record Standing(boolean dangerous, boolean prepared, boolean read) {}

    /** What is missing before this assignment may be confirmed: D-030 the risks, D-031 training or insurance. */
    Optional<Refusal> missing(UUID assignment, boolean readNow) {
        return jdbc.sql("select coalesce(d.dangerous, false) as dangerous, " + PREPARED + " as prepared,"
                        + " a.risk_read_at is not null as read from assignment a join person n on n.id = a.person_id"
                        + " join duty_post p on p.id = a.post_id left join duty_notice d on d.kind = p.kind"
                        + " where a.id = ?")
                .param(assignment)
                .query(Standing.class)
                .optional()
                .flatMap(standing -> refusal(standing, readNow));
    }

    private static Optional<Refusal> refusal(Standing standing, boolean readNow) {
        if (!standing.dangerous()) {
            return Optional.empty();
        }
        if (!standing.prepared()) {
            return Optional.of(Refusal.of("D-031"));
        }
        return standing.read() || readNow ? Optional.empty() : Optional.of(Refusal.of("D-030"));
    }

    /** Notes that the risks are known; the first time counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    void read(UUID assignment, Reading how) {
        jdbc.sql("update assignment set risk_read_at = ?, risk_read_by = ? where id = ? and risk_read_at is null")
                .params(Timestamp.from(clock.now()), how.name(), assignment)
                .update();
    }

    /** A worker has read the risks out on the telephone. Refused: I-003, D-003. */
    @Transactional
    public Outcome<UUID> readOut(Actor worker, LocalDate day, UUID assignment) {
        if (!Workers.may(worker)) {
            return Outcome.refused("I-003");
        }
        Optional<UUID> post = jdbc.sql("select p.id from assignment a join duty_post p on p.id = a.post_id"
                        + " where a.id = ? and a.shift_day = ? and starts_with(p.area_path, ?)")
                .params(assignment, day, worker.territory())
                .query(UUID.class)
                .optional();
        if (post.isEmpty()) {
            return Outcome.refused("D-003");
        }
        read(assignment, Reading.READ_OUT);
        audit.record(worker, "duty.risk.readOut", "post:" + post.get(), Map.of("day", day.toString()));
        return Outcome.accepted(assignment);
    }
}
