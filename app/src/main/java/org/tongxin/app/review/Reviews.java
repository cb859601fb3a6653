package org.tongxin.app.review;

import java.sql.Timestamp;
import java.time.LocalDate;
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
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Seen;

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

    private static final int LONGEST = 500;
    private static final int LONGEST_OWNER = 100;

    private static final Keyset NEWEST = new Keyset("lesson", "l", "@.recorded_at desc");

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
        return delays(territory, Span.ALWAYS);
    }

    /** As {@link #delays(String)}, of steps whose effect lies in the span. */
    List<StepDelay> delays(String territory, Span span) {
        return STEPS.stream()
                .flatMap(step -> delay(step, territory, span).stream())
                .toList();
    }

    private List<StepDelay> delay(String[] step, String territory, Span span) {
        return jdbc.sql("""
                        with taken as (
                            select distinct on (c.event_id) e.area_path,
                                   extract(epoch from e.occurred_at - c.occurred_at) / 60 as minutes
                            from timeline_entry e join timeline_entry c on c.event_id = e.caused_by and c.kind = :cause
                            where e.kind = :effect and e.area_path >= :territory and e.area_path < :territory || '~'
                              and e.occurred_at >= :from and e.occurred_at <= :to
                            order by c.event_id, e.occurred_at)
                        select :step as step, count(*)::int as cases,
                               percentile_disc(0.5) within group (order by minutes)::int as median_minutes,
                               max(minutes)::int as longest_minutes,
                               (array_agg(area_path order by minutes desc, area_path))[1] as slowest_area
                        from taken having count(*) > 0
                        """)
                .param("step", step[0])
                .param("cause", step[1])
                .param("effect", step[2])
                .param("territory", territory)
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
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
        return shortages(territory, Span.ALWAYS);
    }

    /** As {@link #shortages(String)}, of gaps that opened and closed in the span. */
    List<Shortage> shortages(String territory, Span span) {
        return jdbc.sql("""
                        with counted as (
                            select area_path,
                                   coalesce(sum(quantity) filter (where kind = 'CoverageLost'), 0)::int as opened,
                                   coalesce(sum(quantity) filter (where kind = 'CoverageRestored'), 0)::int as closed
                            from timeline_entry
                            where kind in ('CoverageLost', 'CoverageRestored')
                              and occurred_at >= :from and occurred_at <= :to
                              and area_path >= :territory and area_path < :territory || '~'
                            group by area_path)
                        select c.area_path, a.name, a.name_en, c.opened, c.closed
                        from counted c join area a on a.path = c.area_path
                        order by c.opened - c.closed desc, c.opened desc, c.area_path
                        """)
                .param("territory", territory)
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .query(Shortage.class)
                .list();
    }

    /** All lessons, newest first; of exercises only those whose area lies in the territory or holds it. */
    public List<Lesson> lessons(String territory) {
        return jdbc.sql("select * from lesson where exercise_area is null or starts_with(exercise_area, :territory)"
                        + " or starts_with(cast(:territory as text), exercise_area) order by recorded_at desc, id")
                .param("territory", territory)
                .query(Lesson.class)
                .list();
    }

    /** A page of {@link #lessons}. */
    public Paged<Lesson> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                "select l.* from lesson l where (exercise_area is null or starts_with(exercise_area, :territory)"
                        + " or starts_with(cast(:territory as text), exercise_area)) and",
                Map.of("territory", territory),
                Lesson.class,
                after,
                Paged.SIZE,
                Lesson::id);
    }

    /** How many lessons {@link #page} gives in all. */
    public int countLessons(String territory) {
        return jdbc.sql("select count(*)::int from lesson where exercise_area is null"
                        + " or starts_with(exercise_area, :territory)"
                        + " or starts_with(cast(:territory as text), exercise_area)")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    public Optional<Lesson> find(UUID lesson) {
        return jdbc.sql("select * from lesson where id = ?")
                .param(lesson)
                .query(Lesson.class)
                .optional();
    }

    /** A revision of the plans took the lesson in; the first one counts. */
    public void met(UUID lesson, int planRevision) {
        jdbc.sql("update lesson set plan_revision = ? where id = ? and plan_revision is null")
                .params(planRevision, lesson)
                .update();
    }

    /** Records a lesson. Refused: I-003, R-001 without an owner, R-002 to without a day. */
    @Transactional
    public Outcome<UUID> record(
            Actor actor, String finding, String change, String owner, String planItem, @Nullable LocalDate dueDay) {
        if (actor.role() != Role.DUTY_OFFICER && actor.role() != Role.SIGNATORY && actor.role() != Role.CDC_ANALYST) {
            return Outcome.refused("I-003", actor.role());
        }
        return keep(actor, null, finding, change, owner, planItem, dueDay);
    }

    /** An exercise. @param areaPath where it was held */
    public record Drill(String number, String areaPath) {}

    /** As {@link #record}, of an exercise, for one whose right to do so the caller has made sure of. */
    @Transactional
    public Outcome<UUID> recordOfExercise(
            Actor actor,
            Drill exercise,
            String finding,
            String change,
            String owner,
            String planItem,
            @Nullable LocalDate dueDay) {
        return keep(actor, exercise, finding, change, owner, planItem, dueDay);
    }

    private Outcome<UUID> keep(
            Actor actor,
            @Nullable Drill exercise,
            String finding,
            String change,
            String owner,
            String planItem,
            @Nullable LocalDate dueDay) {
        if (finding.isBlank() || change.isBlank() || owner.isBlank()) {
            return Outcome.refused(owner.isBlank() ? "R-001" : "R-002");
        }
        if (dueDay == null) {
            return Outcome.refused("R-006");
        }
        if (dueDay.isBefore(clock.today())) {
            return Outcome.refused("R-003", dueDay);
        }
        for (String words : List.of(finding, change, owner)) {
            if (words.length() > LONGEST || owner.length() > LONGEST_OWNER) {
                return Outcome.refused("R-004", words.length(), LONGEST, LONGEST_OWNER);
            }
            if (PersonalData.find(words).isPresent()) {
                return Outcome.refused("R-005");
            }
        }
        String drill = exercise == null ? "" : exercise.number();
        UUID id = ids.of("lesson", drill, finding, change, owner, planItem);
        int inserted = jdbc.sql(
                        "insert into lesson (id, finding, change, owner, plan_item, due_day, recorded_by, recorded_at, exercise,"
                                + " exercise_area)"
                                + " values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, nullif(?, ''), nullif(?, '')) on conflict do nothing")
                .params(
                        id,
                        finding,
                        change,
                        owner,
                        planItem,
                        dueDay,
                        actor.login(),
                        Timestamp.from(clock.now()),
                        drill,
                        exercise == null ? "" : exercise.areaPath())
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
