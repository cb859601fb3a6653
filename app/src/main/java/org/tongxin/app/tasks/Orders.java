package org.tongxin.app.tasks;

import java.sql.Timestamp;
import java.util.Arrays;
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
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/** Issues orders down the rings. An order of the same origin and template is issued once, however often it is asked. */
@Service
public class Orders {

    /** The most figures one answer may be asked for; practice sets eight and two minutes. */
    public static final int MOST_FIELDS = 8;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Announcer announcer;
    private final Audit audit;
    private final Organisation organisation;
    private final Admission admission;
    private final Questions questions;

    Orders(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            Announcer announcer,
            Audit audit,
            Organisation organisation,
            Admission admission,
            Questions questions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.announcer = announcer;
        this.audit = audit;
        this.organisation = organisation;
        this.admission = admission;
        this.questions = questions;
    }

    /**
     * Issues an order to streets: one task a street and, where the order goes to communities, one for each tasked
     * community of the streets in {@code covered}. Pseudo-units get none. Where it asks for more than a community's day
     * holds, or again for a number of today, it goes through in the actor's name on the order's own basis: so do the
     * orders of a plan that was signed.
     *
     * @return the order's id
     */
    @Transactional
    public Outcome<UUID> issue(Actor actor, NewOrder order, List<String> streets, List<String> covered) {
        return issue(actor, order, streets, covered, order.basis());
    }

    /**
     * The same for an order by hand, which needs a reason of its own for going beyond.
     *
     * @param reason empty where none was given
     * @return the order's id; refused with {@code P-023} where the reason holds a number of a person, {@code T-014} for a number already
     *     asked today and {@code T-015} beyond the minutes of a day, unless there is a reason
     */
    @Transactional
    public Outcome<UUID> issue(Actor actor, NewOrder order, List<String> streets, List<String> covered, String reason) {
        if (order.fields().size() > MOST_FIELDS) {
            return Outcome.refused("T-001", order.fields().size(), MOST_FIELDS);
        }
        if (!order.dueAt().isAfter(clock.now())) {
            return Outcome.refused("T-002", order.dueAt());
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        UUID id = ids.of("order", order.origin(), order.template());
        Optional<Refusal> beyond = admission.refusal(id, order, streets, covered);
        if (beyond.isPresent() && reason.isBlank()) {
            return new Outcome.Refused<>(beyond.get());
        }
        List<Admission.Twin> twins = admission.twins(id, order, streets);
        boolean fresh = insert(id, order);
        if (fresh) {
            beyond.ifPresent(refusal -> admission.override(id, actor, reason));
            questions.ofOrders(id, order, twins);
            audit.record(
                    actor, "order.issued", id.toString(), Map.of("title", order.title(), "streets", streets.size()));
        }
        Area district = organisation.district();
        if (order.goesTo() == TaskLevel.DISTRICT) {
            int issued = task(id, order, TaskLevel.DISTRICT, district.path());
            announce(actor, id, order, district, issued, 0);
            return Outcome.accepted(id);
        }
        for (Area street : organisation.taskedStreets(district.path())) {
            if (streets.contains(street.path())) {
                int own = task(id, order, TaskLevel.STREET, street.path());
                boolean onward = order.goesTo() == TaskLevel.COMMUNITY && covered.contains(street.path());
                announce(actor, id, order, street, own, onward ? toCommunities(id, order, street.path()) : 0);
            }
        }
        return Outcome.accepted(id);
    }

    /**
     * Splits a street's task down to communities of that street that do not have it yet, with the same figures.
     *
     * @param minutesBefore by how much the communities' time is shorter than the street's, 0 for not at all
     * @param reason shown to the communities and to the district, without numbers of persons ({@code P-023}); needed for a shorter time ({@code T-016}) and beyond
     *     the minutes of a community's day ({@code T-015})
     */
    @Transactional
    public Outcome<Integer> split(Actor actor, UUID task, int minutesBefore, String reason) {
        Optional<SplitTask> found = jdbc.sql(
                        "select t.order_id, t.area_path, t.due_at, t.issue_event, o.title, o.title_en, o.template,"
                                + " o.staffing, o.minutes from task t join task_order o on o.id = t.order_id where t.id = :id"
                                + " and t.level = 'STREET' and t.area_path >= :territory and t.area_path < :territory || '~'")
                .param("id", task)
                .param("territory", actor.territory())
                .query(SplitTask.class)
                .optional();
        if (actor.role() != Role.STREET_WORKER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (found.isEmpty()) {
            return Outcome.refused("T-004", task);
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        SplitTask street = found.get();
        java.time.Instant due = street.dueAt().minus(java.time.Duration.ofMinutes(minutesBefore));
        if (!due.isAfter(clock.now())) {
            return Outcome.refused("T-002", due);
        }
        Area area = organisation.findArea(street.areaPath()).orElseThrow();
        Optional<Refusal> beyond = minutesBefore > 0
                ? Optional.of(Refusal.of("T-016", minutesBefore))
                : admission.overBudget(street.orderId(), street.minutes(), List.of(street.areaPath()));
        if (beyond.isPresent() && reason.isBlank()) {
            return new Outcome.Refused<>(beyond.get());
        }
        int issued = insertCommunities(street.orderId(), street.areaPath(), due, beyond.isPresent() ? reason : "");
        if (issued == 0) {
            return Outcome.refused("T-010", area.name());
        }
        audit.record(actor, "task.split", task.toString(), Map.of("communities", issued, "reason", reason));
        announcer.announce(new TaskIssued(
                announcer.facts(
                        TaskIssued.class,
                        eventKey(street.orderId(), street.areaPath()),
                        street.areaPath(),
                        actor.login(),
                        street.issueEvent(),
                        Reason.of(
                                "taskIssued",
                                Reason.name(street.title(), street.titleEn()),
                                Reason.name(area.name(), area.nameEn()),
                                issued)),
                street.orderId(),
                street.template(),
                issued,
                issued,
                street.staffing()));
        return Outcome.accepted(issued);
    }

    private record SplitTask(
            UUID orderId,
            String areaPath,
            java.time.Instant dueAt,
            UUID issueEvent,
            String title,
            String titleEn,
            String template,
            boolean staffing,
            int minutes) {}

    /** Withdraws every task of an origin that has not been answered; their orders are no longer asked for. */
    @Transactional
    public int withdraw(Actor actor, String origin, @Nullable UUID causedBy) {
        int withdrawn = jdbc.sql("update task t set state = 'WITHDRAWN', version = t.version + 1 from task_order o"
                        + " where o.id = t.order_id and o.origin = ?"
                        + " and t.state in ('ISSUED', 'ACKNOWLEDGED', 'RETURNED')")
                .param(origin)
                .update();
        Area district = organisation.district();
        audit.record(actor, "order.withdrawn", origin, Map.of("tasks", withdrawn));
        announcer.announce(new OrdersWithdrawn(
                announcer.facts(
                        OrdersWithdrawn.class,
                        origin,
                        district.path(),
                        actor.login(),
                        causedBy,
                        Reason.of("ordersWithdrawn", withdrawn)),
                origin,
                jdbc.sql("select id from task_order where origin = ? order by number")
                        .param(origin)
                        .query(UUID.class)
                        .list()));
        return withdrawn;
    }

    private boolean insert(UUID id, NewOrder order) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('task_order.number'))")
                .query((row, number) -> true)
                .single();
        int serial = jdbc.sql("select count(*)::int + 1 from task_order")
                .query(Integer.class)
                .single();
        return jdbc.sql("insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields,"
                                + " minutes, staffing, goes_to, issued_at, due_at, caused_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                        .params(Arrays.asList(
                                id,
                                "%s-%03d".formatted(clock.today(), serial),
                                order.origin(),
                                order.template(),
                                order.title(),
                                order.titleEn(),
                                order.basis(),
                                order.issuer(),
                                json.parameter(order.fields()),
                                order.minutes(),
                                order.staffing(),
                                order.goesTo().name(),
                                Timestamp.from(clock.now()),
                                Timestamp.from(order.dueAt()),
                                order.causedBy()))
                        .update()
                == 1;
    }

    private int toCommunities(UUID id, NewOrder order, String street) {
        return insertCommunities(id, street, order.dueAt(), "");
    }

    private int insertCommunities(UUID id, String street, java.time.Instant due, String reason) {
        List<String> communities = jdbc.sql("select path from area where level = 'COMMUNITY' and tasked"
                        + " and path >= :street and path < :street || '~' order by path")
                .param("street", street)
                .query(String.class)
                .list();
        UUID[] tasks =
                communities.stream().map(path -> ids.of("task", id, path)).toArray(UUID[]::new);
        int issued = jdbc.sql(
                        "insert into task (id, order_id, parent_id, level, area_path, issue_event, issued_at, due_at,"
                                + " change_reason)"
                                + " select t.id, :order, :parent, 'COMMUNITY', t.path, :event, :issued, :due, :reason"
                                + " from unnest(cast(:ids as uuid[]), cast(:paths as text[])) as t(id, path)"
                                + " on conflict do nothing")
                .param("order", id)
                .param("parent", ids.of("task", id, street))
                .param("event", ids.of(TaskIssued.class.getSimpleName(), eventKey(id, street)))
                .param("issued", Timestamp.from(clock.now()))
                .param("due", Timestamp.from(due))
                .param("reason", reason)
                .param("ids", tasks)
                .param("paths", communities.toArray(String[]::new))
                .update();
        if (issued > 0) {
            reopen(id, street, due);
        }
        return issued;
    }

    /** A street that had answered before its communities were asked answers again, with their sums. */
    private void reopen(UUID order, String street, java.time.Instant due) {
        jdbc.sql(
                        "update task set state = 'ACKNOWLEDGED', due_at = ?, reported_at = null, accepted_at = null,"
                                + " accepted_by = null, reminded_at = null, version = version + 1"
                                + " where order_id = ? and area_path = ? and level = 'STREET' and state in ('REPORTED', 'ACCEPTED')")
                .params(Timestamp.from(due), order, street)
                .update();
    }

    private int task(UUID id, NewOrder order, TaskLevel level, String path) {
        return jdbc.sql("insert into task (id, order_id, level, area_path, issue_event, issued_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        ids.of("task", id, path),
                        id,
                        level.name(),
                        path,
                        ids.of(TaskIssued.class.getSimpleName(), eventKey(id, path)),
                        Timestamp.from(clock.now()),
                        Timestamp.from(order.dueAt()))
                .update();
    }

    private String eventKey(UUID order, String path) {
        return order + "/" + path + '/' + clock.now();
    }

    private void announce(Actor actor, UUID id, NewOrder order, Area area, int own, int communities) {
        if (own + communities == 0) {
            return;
        }
        announcer.announce(new TaskIssued(
                announcer.facts(
                        TaskIssued.class,
                        eventKey(id, area.path()),
                        area.path(),
                        actor.login(),
                        order.causedBy(),
                        Reason.of(
                                "taskIssued",
                                Reason.name(order.title(), order.titleEn()),
                                Reason.name(area.name(), area.nameEn()),
                                own + communities)),
                id,
                order.template(),
                own + communities,
                communities,
                order.staffing()));
    }
}
