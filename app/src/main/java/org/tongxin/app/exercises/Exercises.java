package org.tongxin.app.exercises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.PlanItem;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.Playbook;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.tasks.TaskField;
import tools.jackson.core.type.TypeReference;

/**
 * Planning an exercise and leading it from its start to its close. Seen by whoever's territory lies in its area, or holds it.
 * Thread-safe.
 */
@Service
public class Exercises implements DueWork {

    /** Longest scenario, aims or note, in characters. */
    public static final int LONGEST = 1_000;

    private static final int PLAYERS_KEPT_DAYS = 14;

    private static final String TERRITORY =
            " (starts_with(e.area_path, :territory) or starts_with(cast(:territory as text), e.area_path))";

    private static final Keyset RUNNING_FIRST = new Keyset(
            "exercise",
            "e",
            "case when @.started_at is null then 1 when @.ended_at is null then 0 else 2 end",
            "@.planned_at desc");

    private static final Set<Role> CONDUCT = Set.of(Role.DUTY_OFFICER, Role.SIGNATORY, Role.STREET_WORKER);
    private static final TypeReference<List<TaskField>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final ExerciseClock minutes;
    private final Ids ids;
    private final Json json;
    private final Audit audit;
    private final PlanLibrary library;

    Exercises(
            JdbcClient jdbc,
            DistrictClock clock,
            ExerciseClock minutes,
            Ids ids,
            Json json,
            Audit audit,
            PlanLibrary library) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.minutes = minutes;
        this.ids = ids;
        this.json = json;
        this.audit = audit;
        this.library = library;
    }

    /** What is planned. @param pace minutes of the exercise for an hour of the plan */
    public record NewExercise(ResponseMode mode, String scenario, String aims, int pace) {}

    /** Whether this actor may plan exercises for their territory. */
    public static boolean conducts(Actor actor) {
        return CONDUCT.contains(actor.role());
    }

    /** Whether this actor leads this one: it was planned for their whole territory. */
    public static boolean leads(Actor actor, Exercise exercise) {
        return conducts(actor) && exercise.areaPath().startsWith(actor.territory());
    }

    /** All, in the order of {@link #page}. */
    public List<Exercise> list(Actor actor) {
        List<Exercise> all = new ArrayList<>();
        Paged<Exercise> page = page(actor, null);
        all.addAll(page.rows());
        while (page.next() != null) {
            page = page(actor, Seen.of(page.next()));
            all.addAll(page.rows());
        }
        return all;
    }

    /** A page: those that run first, then those to come, then the others, newest first. */
    public Paged<Exercise> page(Actor actor, @Nullable Seen after) {
        return RUNNING_FIRST.read(
                jdbc,
                "select e.* from exercise e where" + TERRITORY + " and",
                Map.of("territory", actor.territory()),
                Exercise.class,
                after,
                Paged.SIZE,
                Exercise::id);
    }

    public int count(Actor actor) {
        return jdbc.sql("select count(*)::int from exercise e where" + TERRITORY)
                .param("territory", actor.territory())
                .query(Integer.class)
                .single();
    }

    public Optional<Exercise> find(Actor actor, String number) {
        return jdbc.sql("select * from exercise e where number = :number and" + TERRITORY)
                .param("number", number)
                .param("territory", actor.territory())
                .query(Exercise.class)
                .optional();
    }

    /**
     * Plans an exercise for the actor's territory: a card for each post of the plan, a call for each of its items. A street
     * exercises what streets, communities and units do.
     * Refused: I-003, X-001 for words that are missing or too long, X-002 for a pace out of range, X-003 for words that point to a
     * person.
     */
    @Transactional
    public Outcome<String> plan(Actor actor, NewExercise planned) {
        if (!conducts(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        for (String words : List.of(planned.scenario(), planned.aims())) {
            if (words.isBlank() || words.length() > LONGEST) {
                return Outcome.refused("X-001", words.length(), LONGEST);
            }
            if (PersonalData.find(words).isPresent()) {
                return Outcome.refused("X-003");
            }
        }
        if (planned.pace() < 1 || planned.pace() > 60) {
            return Outcome.refused("X-002", planned.pace());
        }
        return Outcome.accepted(insert(actor, planned));
    }

    private String insert(Actor actor, NewExercise planned) {
        String number = "YL-"
                + jdbc.sql("select nextval('exercise_number')")
                        .query(Long.class)
                        .single();
        UUID id = ids.of("exercise", number);
        Playbook plan = library.of(planned.mode());
        jdbc.sql("insert into exercise (id, number, mode, plan_version, area_path, scenario, aims, pace, planned_by,"
                        + " planned_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        planned.mode().name(),
                        plan.version(),
                        actor.territory(),
                        planned.scenario().strip(),
                        planned.aims().strip(),
                        planned.pace(),
                        actor.login(),
                        Timestamp.from(clock.now()))
                .update();
        Map<String, UUID> cards = new LinkedHashMap<>();
        for (PlanItem item : plan.items()) {
            if (actor.territory().length() == 6 || !item.level().equals("DISTRICT")) {
                UUID card = cards.computeIfAbsent(
                        item.level() + ":" + item.post(), key -> insertCard(id, item.level(), item.post()));
                insertCall(card, item, planned.pace());
            }
        }
        audit.record(actor, "exercise.planned", number, Map.of("mode", planned.mode(), "version", plan.version()));
        return number;
    }

    private UUID insertCard(UUID exercise, String level, String post) {
        UUID id = ids.of("roleCard", exercise, level, post);
        jdbc.sql("insert into role_card (id, exercise_id, level, post) values (?, ?, ?, ?)")
                .params(id, exercise, level, post)
                .update();
        return id;
    }

    private void insertCall(UUID card, PlanItem item, int pace) {
        jdbc.sql("insert into exercise_call (id, card_id, item, title, title_en, fields, expected, minute, due_minute)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, ?)")
                .params(
                        ids.of("exerciseCall", card, item.code()),
                        card,
                        item.code(),
                        item.title(),
                        item.titleEn(),
                        json.parameter(item.fields()),
                        item.basisText(),
                        Math.max(1, item.dueHours() * pace))
                .update();
    }

    /** Something that happens in the exercise and is in no plan. @param expected what a good answer shows */
    public record Inject(UUID card, String title, String expected, int minute, int dueMinute) {}

    /**
     * The conductor adds a call before the end.
     * Refused: I-003, X-001, X-003, X-004 after the end, X-005 for a minute that has passed or a due minute not after it.
     */
    @Transactional
    public Outcome<UUID> inject(Actor actor, Exercise exercise, Inject inject) {
        if (!leads(actor, exercise)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (exercise.endedAt() != null || card(exercise, inject.card()).isEmpty()) {
            return Outcome.refused("X-004", exercise.number());
        }
        for (String words : List.of(inject.title(), inject.expected())) {
            if (words.isBlank() || words.length() > LONGEST) {
                return Outcome.refused("X-001", words.length(), LONGEST);
            }
            if (PersonalData.find(words).isPresent()) {
                return Outcome.refused("X-003");
            }
        }
        if (inject.minute() < Math.max(0, minute(exercise)) || inject.dueMinute() <= inject.minute()) {
            return Outcome.refused("X-005", inject.minute(), inject.dueMinute());
        }
        UUID id = ids.of("exerciseCall", inject.card(), inject.title(), inject.minute());
        jdbc.sql("insert into exercise_call (id, card_id, title, title_en, fields, expected, minute, due_minute)"
                        + " values (?, ?, ?, ?, '[]', ?, ?, ?) on conflict do nothing")
                .params(
                        id,
                        inject.card(),
                        inject.title().strip(),
                        inject.title().strip(),
                        inject.expected().strip(),
                        inject.minute(),
                        inject.dueMinute())
                .update();
        return Outcome.accepted(id);
    }

    private Optional<UUID> card(Exercise exercise, UUID card) {
        return jdbc.sql("select id from role_card where id = ? and exercise_id = ?")
                .params(card, exercise.id())
                .query(UUID.class)
                .optional();
    }

    /** Starts it: minute 0 is now. Refused: I-003, X-006. */
    @Transactional
    public Outcome<Exercise> start(Actor actor, Exercise exercise, int version) {
        Outcome<Exercise> started = step(actor, exercise, version, "started_at", "started_at is null");
        if (started instanceof Outcome.Refused<Exercise>) {
            return started;
        }
        jdbc.sql("update exercise set minute_zero = ? where id = ?")
                .params(Timestamp.from(minutes.now()), exercise.id())
                .update();
        return Outcome.accepted(find(actor, exercise.number()).orElseThrow());
    }

    /** Ends it, and forgets who played; what was not answered stays so. Refused: I-003, X-006. */
    @Transactional
    public Outcome<Exercise> end(Actor actor, Exercise exercise, int version) {
        Outcome<Exercise> ended =
                step(actor, exercise, version, "ended_at", "started_at is not null and ended_at is null");
        if (!(ended instanceof Outcome.Accepted<Exercise> accepted)) {
            return ended;
        }
        jdbc.sql("update exercise set last_minute = ? where id = ?")
                .params(minute(accepted.value()), exercise.id())
                .update();
        jdbc.sql("update role_card set player = null where exercise_id = ?")
                .param(exercise.id())
                .update();
        return Outcome.accepted(find(actor, exercise.number()).orElseThrow());
    }

    /** Forgets who played in exercises that were never ended, {@value #PLAYERS_KEPT_DAYS} days after they were planned. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("update role_card r set player = null from exercise e"
                        + " where e.id = r.exercise_id and r.player is not null and e.planned_at <= ?")
                .param(Timestamp.from(clock.now().minus(Duration.ofDays(PLAYERS_KEPT_DAYS))))
                .update();
    }

    /** As it is now, held until the transaction ends: what is done to its calls and cards waits for a step, and a step for it. */
    Exercise locked(Exercise exercise) {
        return jdbc.sql("select * from exercise where id = ? for update")
                .param(exercise.id())
                .query(Exercise.class)
                .single();
    }

    /**
     * Closes it. Refused: I-003, X-006, X-007 while calls that were put are not assessed, or were not met and have neither a
     * lesson nor a reason against one.
     */
    @Transactional
    public Outcome<Exercise> close(Actor actor, Exercise exercise, int version) {
        locked(exercise);
        long open = put(exercise, calls(exercise)).stream()
                .filter(call -> call.mark() == null || call.waitsForLesson())
                .count();
        if (exercise.endedAt() != null && open > 0) {
            return Outcome.refused("X-007", open);
        }
        return step(actor, exercise, version, "closed_at", "ended_at is not null and closed_at is null");
    }

    private Outcome<Exercise> step(Actor actor, Exercise exercise, int version, String column, String from) {
        if (!leads(actor, exercise)) {
            return Outcome.refused("I-003", actor.role());
        }
        int changed = jdbc.sql("update exercise set " + column
                        + " = ?, version = version + 1 where id = ? and version = ?" + " and " + from)
                .params(Timestamp.from(clock.now()), exercise.id(), version)
                .update();
        if (changed == 0) {
            return Outcome.refused("X-006", exercise.number());
        }
        audit.record(actor, "exercise." + column.replace("_at", ""), exercise.number(), Map.of());
        return Outcome.accepted(find(actor, exercise.number()).orElseThrow());
    }

    /** The cards, those of the district first. */
    public List<RoleCard> cards(Exercise exercise) {
        return jdbc.sql("""
                select r.id, r.exercise_id, r.level, r.post, r.player,
                       (select count(*) from exercise_call c where c.card_id = r.id)::int as calls
                from role_card r where r.exercise_id = ?
                order by array_position(array['DISTRICT', 'STREET', 'COMMUNITY', 'UNIT'], r.level), r.post
                """).param(exercise.id()).query(RoleCard.class).list();
    }

    /** All calls, by minute. */
    public List<Call> calls(Exercise exercise) {
        return jdbc.sql("""
                select c.*, r.post, r.level from exercise_call c join role_card r on r.id = c.card_id
                where r.exercise_id = ? order by c.minute, c.due_minute, c.item, c.id
                """).param(exercise.id()).query(this::call).list();
    }

    /** Those that were put by now, or by the end; none before the start. */
    public List<Call> put(Exercise exercise, List<Call> calls) {
        int minute = minute(exercise);
        return calls.stream().filter(call -> call.minute() <= minute).toList();
    }

    /** What the calls that were put showed so far; nothing before the start. */
    public Optional<Score> score(Exercise exercise, List<Call> calls) {
        return exercise.startedAt() == null
                ? Optional.empty()
                : Optional.of(Score.of(put(exercise, calls), minute(exercise)));
    }

    /** Whole minutes of the exercise now, or at its end; -1 before its start. */
    public int minute(Exercise exercise) {
        return exercise.minute(minutes.now());
    }

    private Call call(ResultSet row, int number) throws SQLException {
        String figures = row.getString("figures");
        return new Call(
                row.getObject("id", UUID.class),
                row.getObject("card_id", UUID.class),
                row.getString("post"),
                row.getString("level"),
                row.getString("item"),
                row.getString("title"),
                row.getString("title_en"),
                json.read(row.getString("fields"), FIELDS),
                row.getString("expected"),
                row.getInt("minute"),
                row.getInt("due_minute"),
                instant(row.getTimestamp("answered_at")),
                row.getObject("answered_second", Integer.class),
                figures == null ? Map.of() : json.read(figures, FIGURES),
                row.getString("note"),
                mark(row.getString("mark")),
                row.getString("remark"),
                row.getObject("lesson_id", UUID.class),
                row.getString("no_lesson"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp value) {
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Mark mark(@Nullable String value) {
        return value == null ? null : Mark.valueOf(value);
    }
}
