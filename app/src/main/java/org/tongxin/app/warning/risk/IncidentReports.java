package org.tongxin.app.warning.risk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;

/**
 * First, follow-up and final reports of incidents and their clocks. The first is due 2 hours after the district learned of
 * the incident, or 24 hours for what is no emergency (Public Health Emergency Response Law, article 30; Infectious Disease
 * Law, article 45); when the others are due is a suggested value. What is noted here was reported elsewhere: nothing is sent.
 * Thread-safe.
 */
@Service
public class IncidentReports {

    /** Hours of the first report that the law knows. */
    public static final List<Integer> HOURS = List.of(2, 24);

    /** From one report to the next while the incident goes on. Suggested value. */
    public static final Duration FOLLOW_UP = Duration.ofHours(24);

    /** From the end of the incident to the final report. Suggested value. */
    public static final Duration FINAL = Duration.ofDays(14);

    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;
    private final IncidentRatings incidents;

    IncidentReports(JdbcClient jdbc, DistrictClock clock, Audit audit, IncidentRatings incidents) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.incidents = incidents;
    }

    /** The report that comes next and when it is due. */
    public record Due(IncidentRating incident, IncidentReport.Kind kind, Instant at) {}

    public List<IncidentReport> of(UUID incident) {
        return jdbc.sql("select incident_id, serial, kind, due_at, reported_at, content, noted_by from incident_report"
                        + " where incident_id = ? order by serial")
                .param(incident)
                .query(IncidentReport.class)
                .list();
    }

    /** Empty where no clock was started, and after the final report. */
    public Optional<Due> next(IncidentRating incident) {
        return next(incident, of(incident.id()));
    }

    private static Optional<Due> next(IncidentRating incident, List<IncidentReport> made) {
        Instant learned = incident.learnedAt();
        Integer hours = incident.firstHours();
        if (learned == null || hours == null) {
            return Optional.empty();
        }
        if (made.isEmpty()) {
            return due(incident, IncidentReport.Kind.FIRST, learned.plus(Duration.ofHours(hours)));
        }
        IncidentReport last = made.getLast();
        if (last.kind() == IncidentReport.Kind.FINAL) {
            return Optional.empty();
        }
        Instant over = incident.overAt();
        return over == null
                ? due(incident, IncidentReport.Kind.FOLLOW_UP, last.reportedAt().plus(FOLLOW_UP))
                : due(incident, IncidentReport.Kind.FINAL, over.plus(FINAL));
    }

    private static Optional<Due> due(IncidentRating incident, IncidentReport.Kind kind, Instant at) {
        return Optional.of(new Due(incident, kind, at));
    }

    /** What has to be reported in the territory, earliest due first. */
    public List<Due> open(String territory) {
        List<Due> open = new ArrayList<>();
        incidents.reporting(territory).forEach(incident -> next(incident).ifPresent(open::add));
        open.sort(Comparator.comparing(Due::at));
        return open;
    }

    /** Starts the clock. Refused: I-003, W-027, W-031 a time or number of hours that cannot be, W-032 it runs already. */
    @Transactional
    public Outcome<IncidentRating> learn(Actor actor, UUID id, @Nullable Instant learned, int hours) {
        if (!IncidentRatings.mayRate(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<IncidentRating> found = incidents.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("W-027");
        }
        if (learned == null || learned.isAfter(clock.now()) || !HOURS.contains(hours)) {
            return Outcome.refused("W-031");
        }
        if (found.get().learnedAt() != null) {
            return Outcome.refused("W-032", found.get().number());
        }
        jdbc.sql("update incident_rating set learned_at = ?, first_hours = ? where id = ?")
                .params(Timestamp.from(learned), hours, id)
                .update();
        audit.record(actor, "incident.learned", found.get().number(), Map.of("at", learned.toString(), "hours", hours));
        return Outcome.accepted(incidents.find(id, actor.territory()).orElseThrow());
    }

    /** The incident is over; now the final report is due. Refused: I-003, W-027, W-033 there is no first report yet, or it is over. */
    @Transactional
    public Outcome<IncidentRating> end(Actor actor, UUID id) {
        if (!IncidentRatings.mayRate(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<IncidentRating> found = incidents.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("W-027");
        }
        if (next(found.get())
                .filter(due -> due.kind() == IncidentReport.Kind.FOLLOW_UP)
                .isEmpty()) {
            return Outcome.refused("W-033", found.get().number());
        }
        jdbc.sql("update incident_rating set over_at = ? where id = ?")
                .params(Timestamp.from(clock.now()), id)
                .update();
        audit.record(actor, "incident.over", found.get().number(), Map.of());
        return Outcome.accepted(incidents.find(id, actor.territory()).orElseThrow());
    }

    /**
     * Notes that the next report was made.
     *
     * <p>Refused: I-003, W-027, W-031 a time that cannot be, W-034 no report is due or another was noted meanwhile, W-035
     * content.
     *
     * @param serial of the report that was seen as next; noting it twice is refused
     */
    @Transactional
    public Outcome<IncidentReport> note(Actor actor, UUID id, int serial, @Nullable Instant at, String content) {
        if (!IncidentRatings.mayRate(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<IncidentRating> found = incidents.lock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("W-027");
        }
        List<IncidentReport> made = of(id);
        Optional<Due> due = next(found.get(), made);
        if (due.isEmpty() || serial != made.size() + 1) {
            return Outcome.refused("W-034", found.get().number());
        }
        if (at == null || at.isAfter(clock.now()) || at.isBefore(earliest(found.get(), made))) {
            return Outcome.refused("W-031");
        }
        String words = content.strip();
        if (words.isEmpty()
                || words.length() > LONGEST
                || PersonalData.find(words).isPresent()) {
            return Outcome.refused("W-035", words.length(), LONGEST);
        }
        return Outcome.accepted(insert(actor, due.get(), serial, at, words));
    }

    private static Instant earliest(IncidentRating incident, List<IncidentReport> made) {
        return made.isEmpty()
                ? Objects.requireNonNull(incident.learnedAt())
                : made.getLast().reportedAt();
    }

    private IncidentReport insert(Actor actor, Due due, int serial, Instant at, String words) {
        IncidentReport report =
                new IncidentReport(due.incident().id(), serial, due.kind(), due.at(), at, words, actor.login());
        jdbc.sql("insert into incident_report (incident_id, serial, kind, due_at, reported_at, content, noted_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        report.incidentId(),
                        serial,
                        report.kind().name(),
                        Timestamp.from(report.dueAt()),
                        Timestamp.from(at),
                        words,
                        actor.login())
                .update();
        audit.record(
                actor,
                "incident.reported",
                due.incident().number(),
                Map.of("kind", report.kind().name(), "late", report.late()));
        return report;
    }
}
