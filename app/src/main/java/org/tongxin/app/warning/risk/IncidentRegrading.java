package org.tongxin.app.warning.risk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.IncidentRegraded;
import org.tongxin.core.rating.IncidentMatrix;

/** Grades of incidents that change: up or down, with a reason, and never without a trace. Thread-safe. */
@Service
public class IncidentRegrading {

    private static final int LONGEST = 300;
    private static final int STEPS = 5;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final Announcer announcer;
    private final IncidentRatings incidents;

    IncidentRegrading(
            JdbcClient jdbc, DistrictClock clock, Audit audit, Announcer announcer, IncidentRatings incidents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.announcer = announcer;
        this.incidents = incidents;
    }

    /** What a person now knows. @param version the grade that was seen */
    public record Change(
            int likelihood,
            boolean likelihoodKnown,
            int consequence,
            boolean consequenceKnown,
            String reason,
            int version) {

        private boolean inSteps() {
            return likelihood >= 1 && likelihood <= STEPS && consequence >= 1 && consequence <= STEPS;
        }

        private IncidentMatrix matrix() {
            return new IncidentMatrix(likelihood, consequence, likelihoodKnown, consequenceKnown);
        }
    }

    /** Former grades, newest first. */
    public List<IncidentGrade> history(UUID incident) {
        return jdbc.sql(
                        "select g.*, r.number, r.title from incident_grade g join incident_rating r on r.id = g.incident_id"
                                + " where g.incident_id = ? order by g.version desc")
                .param(incident)
                .query(IncidentGrade.class)
                .list();
    }

    /**
     * Grades of incidents there that changed since, newest first: what a warning rests on may have moved under it.
     *
     * @param areaPath a street or the district
     */
    public List<IncidentGrade> since(String areaPath, Instant from) {
        return jdbc.sql(
                        "select g.*, r.number, r.title from incident_grade g join incident_rating r on r.id = g.incident_id"
                                + " where r.area_path in (:area, left(:area, 6)) and g.changed_at >= :from"
                                + " order by g.changed_at desc, g.version desc limit 20")
                .param("area", areaPath)
                .param("from", Timestamp.from(from))
                .query(IncidentGrade.class)
                .list();
    }

    /**
     * Refused: I-003, W-022 steps, W-027 unknown incident, W-028 reason, W-029 nothing would change, W-030 somebody else
     * was first.
     */
    @Transactional
    public Outcome<IncidentRating> regrade(Actor actor, UUID id, Change change) {
        if (!IncidentRatings.mayRate(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<IncidentRating> found = incidents.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("W-027");
        }
        if (!change.inSteps()) {
            return Outcome.refused("W-022", change.likelihood(), change.consequence());
        }
        String reason = change.reason().strip();
        if (reason.isEmpty()
                || reason.length() > LONGEST
                || PersonalData.find(reason).isPresent()) {
            return Outcome.refused("W-028", reason.length(), LONGEST);
        }
        IncidentRating before = found.get();
        if (before.version() != change.version()) {
            return Outcome.refused("W-030", before.number());
        }
        if (before.matrix().equals(change.matrix())) {
            return Outcome.refused("W-029", before.number());
        }
        return Outcome.accepted(write(actor, before, change.matrix(), reason));
    }

    private IncidentRating write(Actor actor, IncidentRating before, IncidentMatrix now, String reason) {
        Timestamp at = Timestamp.from(clock.now());
        jdbc.sql("insert into incident_grade (incident_id, version, likelihood, likelihood_known, consequence,"
                        + " consequence_known, level, graded_by, graded_at, new_level, reason, changed_by, changed_at)"
                        + " select id, version, likelihood, likelihood_known, consequence, consequence_known, level,"
                        + " rated_by, rated_at, ?, ?, ?, ? from incident_rating where id = ?")
                .params(now.level().name(), reason, actor.login(), at, before.id())
                .update();
        jdbc.sql("update incident_rating set likelihood = ?, likelihood_known = ?, consequence = ?,"
                        + " consequence_known = ?, level = ?, confidence = ?, rated_by = ?, rated_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(
                        now.likelihood(),
                        now.likelihoodKnown(),
                        now.consequence(),
                        now.consequenceKnown(),
                        now.level().name(),
                        now.confidence().name(),
                        actor.login(),
                        at,
                        before.id())
                .update();
        IncidentRating after = incidents.find(before.id(), actor.territory()).orElseThrow();
        audit.record(
                actor,
                "incident.regraded",
                before.number(),
                Map.of(
                        "from", before.level().name(),
                        "to", after.level().name(),
                        "reason", reason));
        announcer.announce(new IncidentRegraded(
                announcer.facts(
                        IncidentRegraded.class,
                        before.number() + '/' + after.version(),
                        before.areaPath(),
                        actor.login(),
                        null,
                        Reason.of(
                                "incidentRegraded",
                                before.number(),
                                before.level().name(),
                                after.level().name())),
                before.level(),
                after.level()));
        return after;
    }
}
