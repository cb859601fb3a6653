package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/**
 * The way up: acknowledge, report back, accept or send back; remind and escalate what is overdue. Each call takes one or
 * many tasks in one transaction and announces one event a street and order.
 */
@Service
public class Answers implements DueWork {

    /** A task this long overdue is escalated to the ring above its street. Suggested value. */
    static final java.time.Duration ESCALATE_AFTER = java.time.Duration.ofHours(12);

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Announcer announcer;
    private final Audit audit;
    private final Tasks tasks;
    private final KnownFigures known;
    private final Questions questions;

    Answers(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            Announcer announcer,
            Audit audit,
            Tasks tasks,
            KnownFigures known,
            Questions questions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.announcer = announcer;
        this.audit = audit;
        this.tasks = tasks;
        this.known = known;
        this.questions = questions;
    }

    /** A task as the bulk statements return it. */
    private record Touched(
            UUID id, UUID orderId, String template, String title, String titleEn, String areaPath, int version) {}

    /** Acknowledges tasks of the actor's territory that wait for it; others are left as they are. */
    @Transactional
    public Outcome<Integer> acknowledge(Actor actor, Collection<UUID> ids) {
        List<Touched> touched = jdbc.sql("""
                        update task t set state = 'ACKNOWLEDGED', acknowledged_at = :now, acknowledged_by = :login,
                               version = t.version + 1
                        from task_order o
                        where o.id = t.order_id and t.id = any(:ids) and t.state = 'ISSUED'
                          and t.area_path >= :territory and t.area_path < :territory || '~'
                        returning t.id, t.order_id, o.template, o.title, o.title_en, t.area_path, t.version
                        """)
                .param("now", now())
                .param("login", actor.login())
                .param("ids", ids.toArray(UUID[]::new))
                .param("territory", actor.territory())
                .query(Touched.class)
                .list();
        announce(actor.login(), touched, "taskAcknowledged", TaskAcknowledged.class, TaskAcknowledged::new);
        if (!touched.isEmpty()) {
            audit.record(
                    actor, "task.acknowledged", touched.getFirst().id().toString(), Map.of("tasks", touched.size()));
        }
        return touched.isEmpty() && !ids.isEmpty() ? Outcome.refused("T-003") : Outcome.accepted(touched.size());
    }

    /** Answers one task: a figure for every field. */
    @Transactional
    public Outcome<Task> report(Actor actor, TaskReport report, int version) {
        Optional<Task> found = tasks.find(report.task(), actor.territory());
        if (found.isEmpty() || !mayAnswer(actor, found.get())) {
            return Outcome.refused("T-004", report.task());
        }
        Task task = found.get();
        Outcome<Task> changed = Outcome.refused("T-005", task.orderNumber(), task.areaName(), task.state());
        if (task.version() != version || task.answered() || task.state() == TaskState.WITHDRAWN) {
            return changed;
        }
        Optional<Outcome<Task>> wrong = check(task.fields(), report);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (reportAll(actor, List.of(report)) == 0) {
            return changed;
        }
        return Outcome.accepted(tasks.find(report.task(), actor.territory()).orElseThrow());
    }

    /** Whether it is this actor's post that answers the task. */
    public static boolean mayAnswer(Actor actor, Task task) {
        TaskLevel level = switch (actor.role()) {
            case COMMUNITY_WORKER -> TaskLevel.COMMUNITY;
            case STREET_WORKER -> TaskLevel.STREET;
            case DUTY_OFFICER -> TaskLevel.DISTRICT;
            default -> null;
        };
        return task.level() == level && actor.territory().equals(task.areaPath());
    }

    /** Whether this actor's post may hand in the answer of a task of its territory with others: its own, or of the ring below it. */
    static boolean mayHandIn(Actor actor, Task task) {
        return mayAnswer(actor, task)
                || judged(actor).filter(level -> level == task.level()).isPresent();
    }

    private static Optional<Outcome<Task>> check(List<TaskField> fields, TaskReport report) {
        Optional<Refusal> personal = PersonalData.refusal(report.note());
        if (personal.isPresent()) {
            return Optional.of(new Outcome.Refused<>(personal.get()));
        }
        return fields.stream()
                .flatMap(field -> wrong(field, report).stream())
                .findFirst()
                .map(Outcome.Refused::new);
    }

    /** What is wrong with the figure of a field. */
    static Optional<Refusal> wrong(TaskField field, TaskReport report) {
        Long value = report.figures().get(field.key());
        if (value == null) {
            return Optional.of(Refusal.of("T-006", field.label()));
        }
        return value < 0 ? Optional.of(Refusal.of("T-007", field.label(), value)) : Optional.empty();
    }

    /**
     * Stores answers of the actor's territory; a task already answered is left as it is. A figure that its place has answered
     * otherwise today opens a question, however many are answered at once.
     */
    @Transactional
    public int reportAll(Actor actor, List<TaskReport> reports) {
        Map<UUID, TaskReport> byTask = reports.stream().collect(Collectors.toMap(TaskReport::task, report -> report));
        List<Touched> touched = jdbc.sql("""
                        update task t set state = 'REPORTED', reported_at = :now, version = t.version + 1,
                               acknowledged_at = coalesce(t.acknowledged_at, :now),
                               acknowledged_by = coalesce(t.acknowledged_by, :login)
                        from task_order o
                        where o.id = t.order_id and t.id = any(:ids) and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')
                          and t.area_path >= :territory and t.area_path < :territory || '~'
                        returning t.id, t.order_id, o.template, o.title, o.title_en, t.area_path, t.version
                        """)
                .param("now", now())
                .param("login", actor.login())
                .param("ids", byTask.keySet().toArray(UUID[]::new))
                .param("territory", actor.territory())
                .query(Touched.class)
                .list();
        store(actor, touched, byTask);
        questions.ofFigures(
                known.contradictions(touched.stream().map(Touched::id).toList()));
        announce(actor.login(), touched, "taskReported", TaskReported.class, TaskReported::new);
        if (!touched.isEmpty()) {
            audit.record(actor, "task.reported", touched.getFirst().id().toString(), Map.of("tasks", touched.size()));
        }
        return touched.size();
    }

    private void store(Actor actor, List<Touched> touched, Map<UUID, TaskReport> byTask) {
        UUID[] taskIds = touched.stream().map(Touched::id).toArray(UUID[]::new);
        Map<UUID, Integer> revisions = jdbc
                .sql(
                        "update task_report set current = false where task_id = any(?) and current returning task_id, revision")
                .param(taskIds)
                .query((row, number) -> Map.entry(row.getObject("task_id", UUID.class), row.getInt("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        int n = taskIds.length;
        UUID[] reportIds = new UUID[n];
        Integer[] revision = new Integer[n];
        String[] figures = new String[n];
        String[] notes = new String[n];
        for (int i = 0; i < n; i++) {
            TaskReport report = byTask.get(taskIds[i]);
            revision[i] = revisions.getOrDefault(taskIds[i], 0) + 1;
            reportIds[i] = ids.of("report", taskIds[i], revision[i]);
            figures[i] = json.write(report == null ? Map.of() : report.figures());
            notes[i] = report == null ? "" : report.note();
        }
        jdbc.sql("""
                        insert into task_report (id, task_id, revision, figures, note, reported_by, reported_at)
                        select r.id, r.task, r.revision, cast(r.figures as jsonb), r.note, :login, :now
                        from unnest(cast(:ids as uuid[]), cast(:tasks as uuid[]), cast(:revisions as integer[]),
                                    cast(:figures as text[]), cast(:notes as text[]))
                             as r(id, task, revision, figures, note)
                        """)
                .param("login", actor.login())
                .param("now", now())
                .param("ids", reportIds)
                .param("tasks", taskIds)
                .param("revisions", revision)
                .param("figures", figures)
                .param("notes", notes)
                .update();
    }

    /** The ring above accepts answers: a street those of its communities, the duty officer those of streets. */
    @Transactional
    public Outcome<Integer> accept(Actor actor, Collection<UUID> taskIds) {
        Optional<TaskLevel> level = judged(actor);
        if (level.isEmpty()) {
            return Outcome.refused("I-003", actor.role());
        }
        List<Touched> touched = jdbc.sql("""
                        update task t set state = 'ACCEPTED', accepted_at = :now, accepted_by = :login,
                               version = t.version + 1
                        from task_order o
                        where o.id = t.order_id and t.id = any(:ids) and t.state = 'REPORTED' and t.level = :level
                          and t.area_path >= :territory and t.area_path < :territory || '~'
                        returning t.id, t.order_id, o.template, o.title, o.title_en, t.area_path, t.version
                        """)
                .param("now", now())
                .param("login", actor.login())
                .param("ids", taskIds.toArray(UUID[]::new))
                .param("level", level.get().name())
                .param("territory", actor.territory())
                .query(Touched.class)
                .list();
        announce(actor.login(), touched, "taskAccepted", TaskAccepted.class, TaskAccepted::new);
        if (!touched.isEmpty()) {
            audit.record(actor, "task.accepted", touched.getFirst().id().toString(), Map.of("tasks", touched.size()));
        }
        return touched.isEmpty() && !taskIds.isEmpty() ? Outcome.refused("T-008") : Outcome.accepted(touched.size());
    }

    /** The ring above sends one answer back, with what is to be completed. */
    @Transactional
    public Outcome<Task> sendBack(Actor actor, UUID id, String reason, int version) {
        Optional<TaskLevel> level = judged(actor);
        if (level.isEmpty()) {
            return Outcome.refused("I-003", actor.role());
        }
        if (reason.isBlank()) {
            return Outcome.refused("T-009");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        Optional<Task> found = tasks.find(id, actor.territory());
        if (found.isEmpty() || found.get().level() != level.get()) {
            return Outcome.refused("T-004", id);
        }
        int changed = jdbc.sql(
                        "update task set state = 'RETURNED', return_reason = ?, reminded_at = null, escalated_at = null, version = version + 1"
                                + " where id = ? and version = ? and state = 'REPORTED'")
                .params(reason, id, version)
                .update();
        if (changed == 0) {
            Task task = found.get();
            return Outcome.refused("T-005", task.orderNumber(), task.areaName(), task.state());
        }
        Task task = tasks.find(id, actor.territory()).orElseThrow();
        audit.record(actor, "task.returned", id.toString(), Map.of("reason", reason));
        announce(
                actor.login(),
                List.of(new Touched(
                        id,
                        task.orderId(),
                        task.template(),
                        task.title(),
                        task.titleEn(),
                        task.areaPath(),
                        task.version())),
                "taskReturned",
                TaskReturned.class,
                TaskReturned::new);
        return Outcome.accepted(task);
    }

    /** The ring whose answers the actor accepts or sends back. */
    public static Optional<TaskLevel> judged(Actor actor) {
        if (actor.role() == Role.STREET_WORKER) {
            return Optional.of(TaskLevel.COMMUNITY);
        }
        return actor.role() == Role.DUTY_OFFICER ? Optional.of(TaskLevel.STREET) : Optional.empty();
    }

    /** Reminds once of each task that has become overdue, and escalates what stays so. */
    @Override
    @Transactional
    public void runDue() {
        List<Touched> reminded =
                jdbc.sql("""
                        update task t set reminders = t.reminders + 1, reminded_at = :now
                        from task_order o
                        where o.id = t.order_id and t.due_at < :now and t.reminded_at is null
                          and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')
                        returning t.id, t.order_id, o.template, o.title, o.title_en, t.area_path, t.version
                        """).param("now", now()).query(Touched.class).list();
        announce("system", reminded, "taskOverdue", TaskOverdue.class, TaskOverdue::new);
        List<Touched> escalated = jdbc.sql("""
                        update task t set escalated_at = :now
                        from task_order o
                        where o.id = t.order_id and t.escalated_at is null and t.due_at < :long
                          and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')
                        returning t.id, t.order_id, o.template, o.title, o.title_en, t.area_path, t.version
                        """)
                .param("now", now())
                .param("long", Timestamp.from(clock.now().minus(ESCALATE_AFTER)))
                .query(Touched.class)
                .list();
        announce("system", escalated, "taskEscalated", TaskEscalated.class, TaskEscalated::new);
    }

    private interface Announcement {
        DistrictEvent of(EventFacts facts, UUID order, String template, int tasks);
    }

    private void announce(
            String login,
            List<Touched> touched,
            String sentence,
            Class<? extends DistrictEvent> kind,
            Announcement announcement) {
        Map<String, List<Touched>> groups = new TreeMap<>();
        for (Touched task : touched) {
            String street =
                    task.areaPath().substring(0, Math.min(9, task.areaPath().length()));
            groups.computeIfAbsent(task.orderId() + "/" + street, key -> new ArrayList<>())
                    .add(task);
        }
        groups.forEach((key, tasks) -> {
            Touched first = tasks.getFirst();
            String street = key.substring(key.indexOf('/') + 1);
            EventFacts facts = announcer.facts(
                    kind,
                    key
                            + '/'
                            + clock.now()
                            + '/'
                            + ids.of(
                                    "tasks",
                                    tasks.stream()
                                            .map(task -> task.id() + "/" + task.version())
                                            .sorted()
                                            .toList()),
                    street,
                    login,
                    cause(first.orderId(), street),
                    Reason.of(
                            sentence,
                            Reason.name(first.title(), first.titleEn()),
                            Reason.name(name(street, "name"), name(street, "name_en")),
                            tasks.size()));
            announcer.announce(announcement.of(facts, first.orderId(), first.template(), tasks.size()));
        });
    }

    /** The event that issued the street's task, which the community tasks follow from. */
    private @Nullable UUID cause(UUID order, String street) {
        return jdbc.sql("select issue_event from task where order_id = ? and area_path = ?")
                .params(order, street)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private String name(String path, String column) {
        return jdbc.sql("select " + ("name".equals(column) ? "name" : "name_en") + " from area where path = ?")
                .param(path)
                .query(String.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
