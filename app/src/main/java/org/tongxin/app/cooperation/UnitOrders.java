package org.tongxin.app.cooperation;

import java.sql.Timestamp;
import java.time.Instant;
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
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskField;
import org.tongxin.app.tasks.TaskLevel;

/**
 * Orders to units that are known to be under the district; there are no others. The order is a task of the street in which
 * the unit stands, which reports when it is done, and the desk of the unit shows it. Thread-safe.
 */
@Service
public class UnitOrders {

    /** One figure: whether it is done. */
    private static final int MINUTES = 2;

    private static final int STREET_DIGITS = 9;

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final MemberUnits units;
    private final UnitDesks desks;
    private final RequestBook book;
    private final Orders orders;

    UnitOrders(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            MemberUnits units,
            UnitDesks desks,
            RequestBook book,
            Orders orders) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.units = units;
        this.desks = desks;
        this.book = book;
        this.orders = orders;
    }

    /** An order to a unit. */
    public record UnitOrder(
            UUID id,
            UUID unitId,
            Affiliation affiliation,
            String asked,
            String basis,
            Instant dueAt,
            Instant orderedAt) {}

    /** Orders to a unit, newest first. */
    public List<UnitOrder> of(UUID unit) {
        return jdbc.sql("select id, unit_id, affiliation, asked, basis, due_at, ordered_at from unit_order"
                        + " where unit_id = ? order by ordered_at desc, id")
                .param(unit)
                .query(UnitOrder.class)
                .list();
    }

    /** Orders to the units at whose desk the actor sits. */
    public List<UnitOrder> atDesk(Actor actor) {
        return desks.units(actor).stream()
                .flatMap(unit -> of(unit.id()).stream())
                .toList();
    }

    /**
     * The duty officer orders. Refused: I-003, U-020 no such unit, <b>U-017 the unit is not under the district, or nobody
     * knows</b>, U-021, U-022, and whatever refuses a task.
     */
    @Transactional
    public Outcome<UnitOrder> order(Actor actor, UUID unit, String asked, String basis, Instant dueAt) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<MemberUnit> found = units.find(unit, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("U-020", unit);
        }
        Affiliation affiliation = found.get().affiliation();
        if (affiliation == null
                || !affiliation.isUnderDistrict()
                || found.get().areaPath().length() < STREET_DIGITS) {
            return Outcome.refused("U-017", found.get().name(), word(affiliation));
        }
        Optional<Refusal> wrong = book.wrong(asked).or(() -> book.wrong(basis));
        if (wrong.isPresent()) {
            return new Outcome.Refused<>(wrong.get());
        }
        return issue(actor, found.get(), affiliation, asked.strip(), basis.strip(), dueAt);
    }

    /** An affiliation as an argument of a sentence. */
    private static String word(@Nullable Affiliation affiliation) {
        return affiliation == null ? "AFFILIATION_UNKNOWN" : "AFFILIATION_" + affiliation;
    }

    private Outcome<UnitOrder> issue(
            Actor actor, MemberUnit unit, Affiliation affiliation, String asked, String basis, Instant dueAt) {
        Instant now = clock.now();
        UUID id = ids.of("unit order", unit.id(), asked, now);
        NewOrder order = new NewOrder(
                "unit:" + unit.id(),
                id.toString(),
                unit.name() + "：" + asked,
                unit.nameEn() + ": " + asked,
                basis,
                "区指挥部",
                List.of(new TaskField("done", "已完成项数", "Done", "项")),
                MINUTES,
                false,
                TaskLevel.STREET,
                dueAt,
                null);
        String street = unit.areaPath().substring(0, STREET_DIGITS);
        Outcome<UUID> issued = orders.issue(actor, order, List.of(street), List.of());
        if (!(issued instanceof Outcome.Accepted<UUID> task)) {
            return new Outcome.Refused<>(((Outcome.Refused<UUID>) issued).refusal());
        }
        jdbc.sql(
                        "insert into unit_order (id, unit_id, affiliation, area_path, order_id, asked, basis, due_at, ordered_by,"
                                + " ordered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        id,
                        unit.id(),
                        affiliation.name(),
                        unit.areaPath(),
                        task.value(),
                        asked,
                        basis,
                        Timestamp.from(dueAt),
                        actor.login(),
                        Timestamp.from(now))
                .update();
        audit.record(actor, "unit.ordered", unit.id().toString(), Map.of("affiliation", affiliation.name()));
        return Outcome.accepted(new UnitOrder(id, unit.id(), affiliation, asked, basis, dueAt, now));
    }
}
