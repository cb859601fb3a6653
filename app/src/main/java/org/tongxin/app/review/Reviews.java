package org.tongxin.app.review;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;

/** Delays of each step, shortages, and lessons. Thread-safe. */
@Service
public class Reviews {

    /** The steps of the walk: an effect, and the event that it follows by its cause. */
    private static final List<String[]> STEPS = List.of(
            new String[] {"reportToSignal", "CountsReported", "SignalDetected"},
            new String[] {"ratingToProposal", "AreaRated", "WarningProposed"},
            new String[] {"proposalToSubmission", "WarningProposed", "WarningSubmitted"},
            new String[] {"submissionToSignature", "WarningSubmitted", "WarningIssued"},
            new String[] {"adviceToActivation", "ModeRecommended", "PlanActivated"},
            new String[] {"issueToAcknowledgement", "TaskIssued", "TaskAcknowledged"},
            new String[] {"issueToReport", "TaskIssued", "TaskReported"},
            new String[] {"issueToDispatch", "TaskIssued", "Dispatched"},
            new String[] {"decisionToStart", "MeasureDecided", "MeasureInForce"});

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;

    Reviews(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Announcer announcer,
            Audit audit,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
    }

    /** How long each step took in the territory; steps never taken are left out. */
    public List<StepDelay> delays(String territory) {
        return STEPS.stream()
                .flatMap(step -> delay(step[0], step[1], step[2], territory).stream())
                .toList();
    }

    private List<StepDelay> delay(String step, String cause, String effect, String territory) {
        return jdbc.sql("""
                        with taken as (
                            select distinct on (c.event_id) e.area_path,
                                   extract(epoch from e.occurred_at - c.occurred_at) / 60 as minutes
                            from timeline_entry e join timeline_entry c on c.event_id = e.caused_by and c.kind = :cause
                            where e.kind = :effect and e.area_path >= :territory and e.area_path < :territory || '~'
                            order by c.event_id, e.occurred_at)
                        select :step as step, count(*)::int as cases,
                               percentile_disc(0.5) within group (order by minutes)::int as median_minutes,
                               max(minutes)::int as longest_minutes,
                               (array_agg(area_path order by minutes desc, area_path))[1] as slowest_area
                        from taken having count(*) > 0
                        """)
                .param("step", step)
                .param("cause", cause)
                .param("effect", effect)
                .param("territory", territory)
                .query(StepDelay.class)
                .list();
    }

    /** Posts of a street that fell below their minimum, and those that have it again. */
    public record Shortage(String areaPath, String name, String nameEn, int opened, int closed) {

        public int open() {
            return opened - closed;
        }
    }

    /** Shortages by street, those still open first, then the most frequent. */
    public List<Shortage> shortages(String territory) {
        return jdbc.sql("""
                        with counted as (
                            select area_path,
                                   coalesce(sum(quantity) filter (where kind = 'CoverageLost'), 0)::int as opened,
                                   coalesce(sum(quantity) filter (where kind = 'CoverageRestored'), 0)::int as closed
                            from timeline_entry
                            where kind in ('CoverageLost', 'CoverageRestored')
                              and area_path >= :territory and area_path < :territory || '~'
                            group by area_path)
                        select c.area_path, a.name, a.name_en, c.opened, c.closed
                        from counted c join area a on a.path = c.area_path
                        order by c.opened - c.closed desc, c.opened desc, c.area_path
                        """).param("territory", territory).query(Shortage.class).list();
    }

    public List<Lesson> lessons() {
        return jdbc.sql("select * from lesson order by recorded_at desc, id")
                .query(Lesson.class)
                .list();
    }

    /** Records a lesson; one without an owner is refused. */
    @Transactional
    public Outcome<UUID> record(
            Actor actor, String finding, String change, String owner, String planItem, LocalDate dueDay) {
        if (actor.role() != Role.DUTY_OFFICER && actor.role() != Role.SIGNATORY && actor.role() != Role.CDC_ANALYST) {
            return Outcome.refused("I-003", actor.role());
        }
        if (finding.isBlank() || change.isBlank() || owner.isBlank()) {
            return Outcome.refused(owner.isBlank() ? "R-001" : "R-002");
        }
        if (dueDay.isBefore(clock.today())) {
            return Outcome.refused("R-003", dueDay);
        }
        UUID id = ids.of("lesson", finding, change);
        int inserted = jdbc.sql(
                        "insert into lesson (id, finding, change, owner, plan_item, due_day, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?) on conflict do nothing")
                .params(id, finding, change, owner, planItem, dueDay, actor.login(), Timestamp.from(clock.now()))
                .update();
        if (inserted == 1) {
            audit.record(actor, "lesson.recorded", id.toString(), Map.of("owner", owner));
            announcer.announce(new LessonRecorded(
                    announcer.facts(
                            LessonRecorded.class,
                            id.toString(),
                            organisation.district().path(),
                            actor.login(),
                            null,
                            Reason.of("lessonRecorded", owner)),
                    id));
        }
        return Outcome.accepted(id);
    }
}
