package org.tongxin.app.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.ComputedKeyset;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import tools.jackson.core.type.TypeReference;

/** Reads tasks and their sums, restricted to a territory in SQL. Thread-safe. */
@Service
public class Tasks {

    private static final int FETCHED = 500;

    static final String SELECT = """
            select t.*, o.number as order_number, o.template, o.title, o.title_en, o.basis, o.issuer, o.fields,
                   o.minutes, o.goes_to, a.name as area_name, a.name_en as area_name_en, r.figures, r.note
            from task t join task_order o on o.id = t.order_id join area a on a.path = t.area_path
            left join task_report r on r.task_id = t.id and r.current
            where t.area_path >= :territory and t.area_path < :territory || '~'
            """;

    private static final String PROGRESS = """
            count(*)::int as total,
            (count(*) filter (where state <> 'ISSUED'))::int as acknowledged,
            (count(*) filter (where state in ('REPORTED', 'ACCEPTED')))::int as reported,
            (count(*) filter (where state = 'ACCEPTED'))::int as accepted,
            (count(*) filter (where due_at < :now and state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')))::int as overdue
            """;

    private static final TypeReference<List<TaskField>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};

    private static final int OVERDUE = 0;
    private static final int OPEN = 1;
    private static final int ANSWERED = 2;
    private static final int FINISHED = 3;

    /**
     * Overdue ones, then those not answered everywhere, then those that wait to be accepted, of each what is due first; then the
     * finished ones, of which what was due last is first.
     */
    private static final ComputedKeyset PRESSING_ORDERS =
            new ComputedKeyset("standing integer, turn numeric, number text", "@.standing", "@.turn", "@.number");

    /** A task is reported before it is accepted, so that the time of its report is there. */
    private static final Keyset BY_REPORT = new Keyset("task", "t", "@.reported_at desc");

    private static final Keyset BY_DUE = new Keyset("task", "t", "@.due_at", "@.area_path");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Json json;

    Tasks(JdbcClient jdbc, DistrictClock clock, Json json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    public Optional<Task> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and t.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(this::map)
                .optional();
    }

    /** Hands on all of a territory, in order, as they are read. */
    @Transactional(readOnly = true)
    public void each(String territory, Consumer<Task> next) {
        each(jdbc.sql(SELECT + " order by o.number, t.area_path").param("territory", territory), next);
    }

    /** Hands on those of an order, the streets' before the communities', as they are read. */
    @Transactional(readOnly = true)
    public void eachOfOrder(UUID order, String territory, Consumer<Task> next) {
        each(
                jdbc.sql(SELECT + " and t.order_id = :order order by length(t.area_path), t.area_path")
                        .param("territory", territory)
                        .param("order", order),
                next);
    }

    private void each(JdbcClient.StatementSpec query, Consumer<Task> next) {
        try (Stream<Task> all = query.withFetchSize(FETCHED).query(this::map).stream()) {
            all.forEach(next);
        }
    }

    /** What one post still has to answer: its own ring's tasks, most urgent first. */
    public List<Task> toDo(TaskLevel level, String areaPath) {
        return jdbc.sql(SELECT + " and t.level = :level and t.area_path = :territory"
                        + " and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED') order by t.due_at, o.number")
                .param("territory", areaPath)
                .param("level", level.name())
                .query(this::map)
                .list();
    }

    /** A page of what one post has answered, newest first. */
    public Paged<Task> answered(TaskLevel level, String areaPath, @Nullable Seen after, int size) {
        return BY_REPORT.read(
                jdbc,
                SELECT
                        + " and t.level = :level and t.area_path = :territory and t.state in ('REPORTED', 'ACCEPTED') and",
                Map.of("territory", areaPath, "level", level.name()),
                this::map,
                after,
                size,
                Task::id);
    }

    /** Tasks of one order on one ring, by code, a page after {@code after}. */
    public List<Task> ofOrder(UUID order, TaskLevel level, String territory, String after, int limit) {
        return jdbc.sql(SELECT + " and t.order_id = :order and t.level = :level and t.area_path > :after"
                        + " order by t.area_path limit :limit")
                .param("territory", territory)
                .param("order", order)
                .param("level", level.name())
                .param("after", after)
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** The tasks of an order at some places; within a transaction nobody else answers them before its end. */
    List<Task> ofOrderAt(UUID order, String territory, Collection<String> places) {
        return jdbc.sql(SELECT
                        + " and t.order_id = :order and t.area_path = any(:places) order by t.id for update of t")
                .param("territory", territory)
                .param("order", order)
                .param("places", places.toArray(String[]::new))
                .query(this::map)
                .list();
    }

    /** Posts, not persons, that have not answered in time. */
    public List<Task> overdue(TaskLevel level, String territory, int limit) {
        return jdbc.sql(
                        SELECT + " and t.level = :level and t.due_at < :now"
                                + " and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED') order by t.due_at, t.area_path limit :limit")
                .param("territory", territory)
                .param("level", level.name())
                .param("now", Timestamp.from(clock.now()))
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** A page of the tasks in a state on a ring, earliest due first. */
    public Paged<Task> page(TaskLevel level, TaskState state, String territory, @Nullable Seen after) {
        return BY_DUE.read(
                jdbc,
                SELECT + " and t.level = :level and t.state = :state and",
                Map.of("territory", territory, "level", level.name(), "state", state.name()),
                this::map,
                after,
                Paged.SIZE,
                Task::id);
    }

    /** Tasks in a state on a ring, oldest first. */
    public List<Task> inState(TaskLevel level, Collection<TaskState> states, String territory, int limit) {
        return jdbc.sql(SELECT + " and t.level = :level and t.state = any(:states)"
                        + " order by t.due_at, o.number, t.area_path limit :limit")
                .param("territory", territory)
                .param("level", level.name())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query(this::map)
                .list();
    }

    /** An order with how far it has come. */
    public record OrderLine(
            UUID id,
            String number,
            String template,
            String title,
            String titleEn,
            String basis,
            String issuer,
            TaskLevel goesTo,
            Instant issuedAt,
            Instant dueAt,
            int total,
            int acknowledged,
            int reported,
            int accepted,
            int overdue) {}

    /**
     * A page of the orders that touch the territory: those of which a task is overdue, then those that are not answered everywhere, then
     * those that are not accepted everywhere, then the finished ones.
     */
    public Paged<OrderLine> orders(String territory, @Nullable Seen after) {
        return PRESSING_ORDERS.read(
                jdbc,
                """
                select o.id, o.number, o.template, o.title, o.title_en, o.basis, o.issuer, o.goes_to, o.issued_at, o.due_at,
                       s.total, s.acknowledged, s.reported, s.accepted, s.overdue, s.standing,
                       extract(epoch from o.due_at) * case when s.standing = :finished then -1 else 1 end as turn
                from task_order o
                join (select c.*, case when c.overdue > 0 then :overdue when c.reported < c.total then :open
                                       when c.accepted < c.total then :answered else :finished end as standing
                      from (select t.order_id, count(*)::int as total,
                             (count(*) filter (where t.state <> 'ISSUED'))::int as acknowledged,
                             (count(*) filter (where t.state in ('REPORTED', 'ACCEPTED')))::int as reported,
                             (count(*) filter (where t.state = 'ACCEPTED'))::int as accepted,
                             (count(*) filter (where t.due_at < :now
                                  and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')))::int as overdue
                      from task t
                      where t.area_path >= :territory and t.area_path < :territory || '~' and t.state <> 'WITHDRAWN'
                      group by t.order_id) c) s on s.order_id = o.id
                """,
                Map.of(
                        "territory", territory,
                        "now", Timestamp.from(clock.now()),
                        "overdue", OVERDUE,
                        "open", OPEN,
                        "answered", ANSWERED,
                        "finished", FINISHED),
                OrderLine.class,
                after,
                Paged.SIZE);
    }

    /** How many orders {@link #orders} gives in all. */
    public int countOrders(String territory) {
        return jdbc.sql("select count(distinct order_id)::int from task where area_path >= :territory"
                        + " and area_path < :territory || '~' and state <> 'WITHDRAWN'")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    private record StreetProgress(
            String street, int total, int acknowledged, int reported, int accepted, int overdue) {}

    /** How far all orders have come on a ring, by the path of the street; a street without tasks is absent. */
    public Map<String, Progress> progressByStreet(TaskLevel level, String territory) {
        Map<String, Progress> byStreet = new LinkedHashMap<>();
        jdbc.sql("select substr(area_path, 1, 9) as street, " + PROGRESS
                        + " from task where level = :level and area_path >= :territory and area_path < :territory || '~'"
                        + " and state <> 'WITHDRAWN' group by 1 order by 1")
                .param("territory", territory)
                .param("level", level.name())
                .param("now", Timestamp.from(clock.now()))
                .query(StreetProgress.class)
                .list()
                .forEach(each -> byStreet.put(
                        each.street(),
                        new Progress(
                                each.total(), each.acknowledged(), each.reported(), each.accepted(), each.overdue())));
        return byStreet;
    }

    /** How far all orders, or one, have come on a ring. */
    public Progress progress(TaskLevel level, String territory, @Nullable UUID order) {
        return jdbc.sql("select " + PROGRESS
                        + " from task where level = :level and area_path >= :territory and area_path < :territory || '~'"
                        + " and state <> 'WITHDRAWN' and (cast(:order as uuid) is null or order_id = :order)")
                .param("territory", territory)
                .param("level", level.name())
                .param("now", Timestamp.from(clock.now()))
                .param("order", order, java.sql.Types.OTHER)
                .query(Progress.class)
                .single();
    }

    /** The sum of each figure of an order over the answers of a territory on one ring. */
    public Map<String, Long> sums(UUID order, TaskLevel level, String territory) {
        Map<String, Long> sums = new LinkedHashMap<>();
        jdbc.sql("""
                        select f.key, sum(cast(f.value as bigint)) as total
                        from task t join task_report r on r.task_id = t.id and r.current
                             cross join lateral jsonb_each_text(r.figures) f
                        where t.order_id = :order and t.level = :level
                          and t.area_path >= :territory and t.area_path < :territory || '~'
                        group by f.key order by f.key
                        """)
                .param("order", order)
                .param("level", level.name())
                .param("territory", territory)
                .query((row, number) -> Map.entry(row.getString("key"), row.getLong("total")))
                .list()
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        return sums;
    }

    Task map(ResultSet row, int number) throws SQLException {
        String figures = row.getString("figures");
        String note = row.getString("note");
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("parent_id", UUID.class),
                row.getString("order_number"),
                row.getString("template"),
                row.getString("title"),
                row.getString("title_en"),
                row.getString("basis"),
                row.getString("issuer"),
                json.read(row.getString("fields"), FIELDS),
                row.getInt("minutes"),
                TaskLevel.valueOf(row.getString("level")),
                TaskLevel.valueOf(row.getString("goes_to")),
                row.getString("area_path"),
                row.getString("area_name"),
                row.getString("area_name_en"),
                TaskState.valueOf(row.getString("state")),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "acknowledged_at"),
                instant(row, "reported_at"),
                instant(row, "accepted_at"),
                row.getString("return_reason"),
                row.getInt("reminders"),
                instant(row, "escalated_at"),
                figures == null ? Map.of() : new LinkedHashMap<>(json.read(figures, FIGURES)),
                note == null ? "" : note,
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** The fields of an order, in their order. */
    public List<TaskField> fields(UUID order) {
        return jdbc.sql("select fields from task_order where id = ?")
                .param(order)
                .query((row, number) -> json.read(row.getString("fields"), FIELDS))
                .optional()
                .orElse(new ArrayList<>());
    }
}
