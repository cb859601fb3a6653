package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/**
 * How the two-way chain stands, ring by ring: one order as a whole, what a ring has not answered, and the revisions of an
 * answer. Every query is restricted to a territory; withdrawn tasks are left out. Thread-safe.
 */
@Service
public class Chain {

    private static final String IN_TERRITORY =
            " t.area_path >= :territory and t.area_path < :territory || '~' and t.state <> 'WITHDRAWN' ";

    private static final TypeReference<List<TaskField>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Json json;
    private final Tasks tasks;

    Chain(JdbcClient jdbc, DistrictClock clock, Json json, Tasks tasks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.tasks = tasks;
    }

    /** One order as it was issued. */
    public record OrderSheet(
            UUID id,
            String number,
            String title,
            String titleEn,
            String basis,
            String issuer,
            List<TaskField> fields,
            int minutes,
            TaskLevel goesTo,
            Instant issuedAt,
            Instant dueAt) {}

    /** The order, where it asks something of the territory; an order that was withdrawn is still found. */
    public Optional<OrderSheet> find(UUID order, String territory) {
        return jdbc.sql("select o.* from task_order o where o.id = :order and exists (select 1 from task t"
                        + " where t.order_id = o.id and t.area_path >= :territory and t.area_path < :territory || '~')")
                .param("order", order)
                .param("territory", territory)
                .query((row, number) -> new OrderSheet(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("title_en"),
                        row.getString("basis"),
                        row.getString("issuer"),
                        json.read(row.getString("fields"), FIELDS),
                        row.getInt("minutes"),
                        TaskLevel.valueOf(row.getString("goes_to")),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("due_at").toInstant()))
                .optional();
    }

    /**
     * What a street asked of its communities beyond what it was asked itself.
     *
     * @param minutesBefore by how much their time is shorter
     */
    public record Tightened(
            UUID orderId,
            String number,
            String title,
            String titleEn,
            String street,
            String streetEn,
            int minutesBefore,
            String reason) {}

    /** Open tasks that were passed down with a reason; one line an order and street, newest first. */
    public List<Tightened> tightened(String territory) {
        return jdbc.sql("""
                        select o.id as order_id, o.number, o.title, o.title_en, a.name as street, a.name_en as street_en,
                               (extract(epoch from p.due_at - min(t.due_at)) / 60)::int as minutes_before,
                               t.change_reason as reason
                        from task t join task p on p.id = t.parent_id join task_order o on o.id = t.order_id
                             join area a on a.path = p.area_path
                        where t.change_reason <> '' and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED') and
                        """ + IN_TERRITORY + " group by o.id, a.path, a.name, a.name_en, p.due_at, t.change_reason"
                        + " order by o.issued_at desc, o.number, a.path limit 50")
                .param("territory", territory)
                .query(Tightened.class)
                .list();
    }

    /** Why a task asks more or earlier than the street was asked; empty where it does not. */
    public String changeReason(UUID task, String territory) {
        return jdbc.sql("select t.change_reason from task t where t.id = :task and" + IN_TERRITORY)
                .param("task", task)
                .param("territory", territory)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** In whose name (a login) an order went through beyond the limits, and why. */
    public record Beyond(String givenBy, String reason, Instant givenAt) {}

    public Optional<Beyond> beyond(UUID order) {
        return jdbc.sql("select given_by, reason, given_at from order_override where order_id = ?")
                .param(order)
                .query(Beyond.class)
                .optional();
    }

    private record StreetCount(String street, int total, int acknowledged, int reported, int accepted, int overdue) {}

    /** How far a ring has come in each street, by the street's path; one order, or all where it is {@code null}. */
    public Map<String, Progress> byStreet(TaskLevel level, String territory, @Nullable UUID order) {
        Map<String, Progress> streets = new LinkedHashMap<>();
        jdbc.sql("""
                        select substr(t.area_path, 1, 9) as street, count(*)::int as total,
                               (count(*) filter (where t.state <> 'ISSUED'))::int as acknowledged,
                               (count(*) filter (where t.state in ('REPORTED', 'ACCEPTED')))::int as reported,
                               (count(*) filter (where t.state = 'ACCEPTED'))::int as accepted,
                               (count(*) filter (where t.due_at < :now
                                    and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')))::int as overdue
                        from task t where t.level = :level and (cast(:order as uuid) is null or t.order_id = :order) and
                        """ + IN_TERRITORY + " group by 1 order by 1")
                .param("territory", territory)
                .param("level", level.name())
                .param("now", Timestamp.from(clock.now()))
                .param("order", order, java.sql.Types.OTHER)
                .query(StreetCount.class)
                .list()
                .forEach(row -> streets.put(
                        row.street(),
                        new Progress(row.total(), row.acknowledged(), row.reported(), row.accepted(), row.overdue())));
        return streets;
    }

    private record StreetSum(String street, String key, long total) {}

    /** The sum of each figure of an order over the communities of each street, by the street's path. */
    public Map<String, Map<String, Long>> sumsByStreet(UUID order, String territory) {
        Map<String, Map<String, Long>> sums = new HashMap<>();
        jdbc.sql("""
                        select substr(t.area_path, 1, 9) as street, f.key, sum(cast(f.value as bigint))::bigint as total
                        from task t join task_report r on r.task_id = t.id and r.current
                             cross join lateral jsonb_each_text(r.figures) f
                        where t.order_id = :order and t.level = 'COMMUNITY' and
                        """ + IN_TERRITORY + " group by 1, 2")
                .param("order", order)
                .param("territory", territory)
                .query(StreetSum.class)
                .list()
                .forEach(row -> sums.computeIfAbsent(row.street(), street -> new HashMap<>())
                        .put(row.key(), row.total()));
        return sums;
    }

    /** What a ring still owes. @param places areas with something open @param nextDue the first time still to come */
    public record Open(
            int places,
            int tasks,
            int notAcknowledged,
            int overdue,
            @Nullable Instant nextDue) {}

    public Open open(TaskLevel level, String territory) {
        return jdbc.sql("""
                        select count(distinct t.area_path)::int as places, count(*)::int as tasks,
                               (count(*) filter (where t.state = 'ISSUED'))::int as not_acknowledged,
                               (count(*) filter (where t.due_at < :now))::int as overdue,
                               min(t.due_at) filter (where t.due_at >= :now) as next_due
                        from task t where t.level = :level and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED') and
                        """ + IN_TERRITORY)
                .param("level", level.name())
                .param("territory", territory)
                .param("now", Timestamp.from(clock.now()))
                .query((row, number) -> {
                    Timestamp due = row.getTimestamp("next_due");
                    return new Open(
                            row.getInt("places"),
                            row.getInt("tasks"),
                            row.getInt("not_acknowledged"),
                            row.getInt("overdue"),
                            due == null ? null : due.toInstant());
                })
                .single();
    }

    /** Which open tasks a list shows. */
    public enum Missing {
        UNACKNOWLEDGED,
        UNREPORTED,
        OVERDUE
    }

    /** Open tasks of a ring in area order, after a place in that order; {@code afterNumber} is an order's number. */
    public List<Task> missing(
            TaskLevel level, Missing what, String territory, String afterPath, String afterNumber, int limit) {
        String state = switch (what) {
            case UNACKNOWLEDGED -> " and t.state = 'ISSUED'";
            case UNREPORTED -> " and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')";
            case OVERDUE -> " and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED') and t.due_at < :now";
        };
        return jdbc.sql(Tasks.SELECT + " and t.level = :level" + state
                        + " and (t.area_path, o.number) > (cast(:path as text) collate \"C\", :number)"
                        + " order by t.area_path, o.number limit :limit")
                .param("territory", territory)
                .param("level", level.name())
                .param("now", Timestamp.from(clock.now()))
                .param("path", afterPath)
                .param("number", afterNumber)
                .param("limit", limit)
                .query(tasks::map)
                .list();
    }

    /** Answers of one order on a ring that wait to be accepted. */
    public List<UUID> waiting(UUID order, TaskLevel level, String territory) {
        return jdbc.sql("select t.id from task t where t.order_id = :order and t.level = :level"
                        + " and t.state = 'REPORTED' and" + IN_TERRITORY + " order by t.area_path")
                .param("order", order)
                .param("level", level.name())
                .param("territory", territory)
                .query(UUID.class)
                .list();
    }

    /** One answer as it was given; a corrected answer keeps the earlier ones. @param login who recorded it */
    public record Revision(
            int revision, Map<String, Long> figures, String note, String login, Instant reportedAt, boolean current) {}

    /** Every answer to a task, newest first. */
    public List<Revision> revisions(UUID task, String territory) {
        return jdbc.sql("select r.* from task_report r join task t on t.id = r.task_id where t.id = :task and"
                        + IN_TERRITORY + " order by r.revision desc")
                .param("task", task)
                .param("territory", territory)
                .query((row, number) -> new Revision(
                        row.getInt("revision"),
                        json.read(row.getString("figures"), FIGURES),
                        row.getString("note"),
                        row.getString("reported_by"),
                        row.getTimestamp("reported_at").toInstant(),
                        row.getBoolean("current")))
                .list();
    }

    /** Who acknowledged and who accepted a task, by login; empty where nobody did. */
    public record Hands(
            @Nullable String acknowledgedBy, @Nullable String acceptedBy) {}

    public Hands hands(UUID task, String territory) {
        return jdbc.sql("select t.acknowledged_by, t.accepted_by from task t where t.id = :task and" + IN_TERRITORY)
                .param("task", task)
                .param("territory", territory)
                .query(Hands.class)
                .optional()
                .orElse(new Hands(null, null));
    }
}
