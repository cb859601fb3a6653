package org.tongxin.app.resources;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.delegation.DelegableAct;
import org.tongxin.app.delegation.Delegation;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/**
 * Suppliers, framework agreements and orders under them: contracts for production and supply are made before they are
 * needed (Emergency Response Law, art. 46). Thread-safe.
 */
@Service
public class Procurement {

    private static final long FEN = 100;

    private static final String AGREEMENTS = """
            select g.id, g.number, s.id as supplier_id, s.name as supplier_name, s.name_en as supplier_name_en, s.contact,
                   g.item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en, g.price_fen, g.per_day,
                   g.total, g.lead_days, g.valid_from, g.valid_to,
                   coalesce((select sum(o.quantity) from supply_order o
                             where o.agreement_id = g.id and o.state <> 'CANCELLED'), 0)::bigint as ordered,
                   coalesce((select sum(o.quantity) from supply_order o where o.agreement_id = g.id
                             and o.state <> 'CANCELLED' and o.ordered_on = :today), 0)::bigint as ordered_today
            from supply_agreement g join supply_supplier s on s.id = g.supplier_id join supply_item i on i.code = g.item_code
            where s.area_path >= :territory and s.area_path < :territory || '~'
            """;

    private static final String ORDERS = """
            select o.id, o.number, g.number as agreement_number, s.name as supplier_name, s.name_en as supplier_name_en,
                   o.holder_id, h.name as holder_name, h.name_en as holder_name_en, g.item_code, i.name as item_name,
                   i.name_en as item_name_en, i.shelf_days, i.unit, i.unit_en, o.quantity,
                   o.quantity * g.price_fen as cost_fen,
                   o.due_on, o.state, o.arrived, o.note, o.ordered_by, o.ordered_at, o.version
            from supply_order o join supply_agreement g on g.id = o.agreement_id
            join supply_supplier s on s.id = g.supplier_id join supply_item i on i.code = g.item_code
            join supply_holder h on h.id = o.holder_id
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private static final Keyset OPEN_FIRST =
            new Keyset("supply_order", "o", "@.state <> 'ORDERED'", "@.due_on", "@.number");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Delegation delegation;

    Procurement(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Delegation delegation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.delegation = delegation;
    }

    public List<Supplier> suppliers(String territory) {
        return jdbc.sql("select * from supply_supplier where area_path >= :territory and area_path < :territory || '~'"
                        + " order by name")
                .param("territory", territory)
                .query(Supplier.class)
                .list();
    }

    /** By item, the cheapest first. */
    public List<Agreement> agreements(String territory) {
        return jdbc.sql(AGREEMENTS + " order by g.item_code, g.price_fen, g.number")
                .param("territory", territory)
                .param("today", clerk.today())
                .query(Agreement.class)
                .list();
    }

    private Optional<Agreement> lockAgreement(UUID id, String territory) {
        jdbc.sql("select 1 from supply_agreement where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return jdbc.sql(AGREEMENTS + " and g.id = :id")
                .param("territory", territory)
                .param("today", clerk.today())
                .param("id", id)
                .query(Agreement.class)
                .optional();
    }

    /** A page of {@link #orders}. */
    public Paged<Order> orderPage(String territory, @Nullable Seen after) {
        return OPEN_FIRST.read(
                jdbc, ORDERS + " and", Map.of("territory", territory), Order.class, after, Paged.SIZE, Order::id);
    }

    /** Open orders first, the earliest due first. */
    public List<Order> orders(String territory, int limit) {
        return jdbc.sql(ORDERS + " order by o.state <> 'ORDERED', o.due_on, o.number limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Order.class)
                .list();
    }

    public Optional<Order> findOrder(UUID id, String territory) {
        return jdbc.sql(ORDERS + " and o.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Order.class)
                .optional();
    }

    /** The duty officer writes a supplier down, by an office and its public number. */
    @Transactional
    public Outcome<Supplier> addSupplier(
            Actor actor, String name, String nameEn, String contact, String areaPath, boolean scenario) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!actor.covers(areaPath)) {
            return Outcome.refused("G-005", areaPath);
        }
        if (name.isBlank() || nameEn.isBlank() || contact.isBlank()) {
            return Outcome.refused("G-030", name.isBlank() ? "-" : name);
        }
        if (Clerk.namesAPersonsPhone(contact)) {
            return Outcome.refused("G-016");
        }
        UUID id = clerk.id("supply-supplier", areaPath, name.strip());
        jdbc.sql("insert into supply_supplier (id, name, name_en, contact, area_path, scenario)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do update set contact = excluded.contact")
                .params(id, name.strip(), nameEn.strip(), contact.strip(), areaPath, scenario)
                .update();
        clerk.audit(actor, "supply.supplierAdded", id.toString(), Map.of("name", name));
        return Outcome.accepted(new Supplier(id, name.strip(), nameEn.strip(), contact.strip(), areaPath, scenario));
    }

    /** The terms of an agreement. */
    public record Terms(
            String itemCode,
            long priceFen,
            long perDay,
            long total,
            int leadDays,
            LocalDate validFrom,
            LocalDate validTo) {

        private boolean sound() {
            return priceFen > 0
                    && priceFen <= Clerk.MOST
                    && perDay > 0
                    && total >= perDay
                    && total <= Clerk.MOST
                    && leadDays >= 0
                    && leadDays <= 365
                    && !validTo.isBefore(validFrom);
        }
    }

    /** The duty officer writes an agreement down. @param number as it stands on the contract */
    @Transactional
    public Outcome<Agreement> addAgreement(Actor actor, String number, UUID supplier, Terms terms) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        boolean known =
                suppliers(actor.territory()).stream().anyMatch(each -> each.id().equals(supplier));
        boolean item = jdbc.sql("select exists (select 1 from supply_item where code = ?)")
                .param(terms.itemCode())
                .query(Boolean.class)
                .single();
        if (!known || number.isBlank()) {
            return Outcome.refused("G-030", number.isBlank() ? "-" : number);
        }
        if (!item) {
            return Outcome.refused("G-001", terms.itemCode());
        }
        if (!terms.sound()) {
            return Outcome.refused("G-032", number);
        }
        UUID id = clerk.id("supply-agreement", number.strip());
        int fresh = jdbc.sql(
                        "insert into supply_agreement (id, number, supplier_id, item_code, price_fen, per_day, total,"
                                + " lead_days, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        id,
                        number.strip(),
                        supplier,
                        terms.itemCode(),
                        terms.priceFen(),
                        terms.perDay(),
                        terms.total(),
                        terms.leadDays(),
                        Date.valueOf(terms.validFrom()),
                        Date.valueOf(terms.validTo()))
                .update();
        if (fresh == 0) {
            return Outcome.refused("G-033", number);
        }
        clerk.audit(actor, "supply.agreementAdded", number, Map.of("item", terms.itemCode()));
        return Outcome.accepted(lockAgreement(id, actor.territory()).orElseThrow());
    }

    /** Whether a post orders: the duty officer, and streets to which a list gives it, up to so many yuan. */
    public boolean orders(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || delegation.gives(actor, DelegableAct.EMERGENCY_ORDER);
    }

    /** The agreements under which a post may order: whoever orders reads those of the whole district. */
    public List<Agreement> agreements(Actor actor) {
        return agreements(orders(actor) ? "" : actor.territory());
    }

    /**
     * The duty officer orders under an agreement, within its limits; so does a street, within the delegation list too.
     *
     * @param key what makes it this order: placed twice it is there once
     * @param holder the warehouse it goes to
     */
    @Transactional
    public Outcome<Order> order(Actor actor, String key, UUID agreement, UUID holder, long quantity) {
        Optional<Outcome<Order>> unkeyed = notGiven(actor, 0).or(() -> Clerk.unkeyed(key));
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        Optional<Agreement> terms = lockAgreement(agreement, "");
        Optional<Holder> place =
                holders.find(holder, actor.territory()).filter(found -> found.kind() == HolderKind.WAREHOUSE);
        if (terms.isEmpty()) {
            return Outcome.refused("G-010", agreement);
        }
        if (place.isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        UUID id = clerk.id("supply-order", actor.login(), key);
        Optional<Order> known = findOrder(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        if (!terms.get().holdsOn(clerk.today())) {
            return Outcome.refused("G-019", terms.get().number(), terms.get().validTo());
        }
        if (quantity < 1 || quantity > Clerk.MOST) {
            return Outcome.refused("G-002", quantity);
        }
        if (quantity > terms.get().leftToday()) {
            return Outcome.refused("G-018", terms.get().number(), terms.get().leftToday(), quantity);
        }
        long yuan = yuan(quantity * terms.get().priceFen());
        return notGiven(actor, yuan).orElseGet(() -> {
            Order order = insert(actor, id, terms.get(), holder, quantity);
            delegation.used(actor, DelegableAct.EMERGENCY_ORDER, yuan, order.number());
            return Outcome.accepted(order);
        });
    }

    /** A part of a yuan counts as a whole one. */
    private static long yuan(long fen) {
        return (fen + FEN - 1) / FEN;
    }

    private Optional<Outcome<Order>> notGiven(Actor actor, long yuan) {
        return actor.role() == Role.DUTY_OFFICER
                ? Optional.empty()
                : delegation.refusal(actor, DelegableAct.EMERGENCY_ORDER, yuan).map(Outcome.Refused::new);
    }

    private Order insert(Actor actor, UUID id, Agreement terms, UUID holder, long quantity) {
        String number = clerk.number("C");
        LocalDate today = clerk.today();
        jdbc.sql(
                        "insert into supply_order (id, number, agreement_id, holder_id, quantity, due_on, ordered_on, ordered_by,"
                                + " ordered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        terms.id(),
                        holder,
                        quantity,
                        Date.valueOf(today.plusDays(terms.leadDays())),
                        Date.valueOf(today),
                        actor.login(),
                        clerk.stamp())
                .update();
        clerk.audit(
                actor,
                "supply.ordered",
                number,
                Map.of("agreement", terms.number(), "quantity", quantity, "fen", quantity * terms.priceFen()));
        return findOrder(id, "").orElseThrow();
    }

    /**
     * What came of an order; less than ordered closes it too, with a note.
     *
     * @param arrived base units, from 1 to what was ordered
     * @param expiresOn last day of use of what came; {@code null} where it does not expire
     */
    @Transactional
    public Outcome<Order> arrive(
            Actor actor, UUID id, long arrived, @Nullable LocalDate expiresOn, String note, int version) {
        Outcome<Order> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<Order> found)) {
            return ready;
        }
        Order order = found.value();
        if (arrived > order.quantity()) {
            return Outcome.refused("G-011", arrived, order.quantity());
        }
        Optional<Outcome<Order>> refused = new Goods(order.itemCode(), arrived, expiresOn).refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (arrived < order.quantity() && note.isBlank()) {
            return Outcome.refused("G-012", order.quantity() - arrived);
        }
        ledger.lock(order.itemCode());
        UUID supplier = holders.account(HolderKind.SUPPLIER);
        UUID lot = ledger.lot(order.itemCode(), supplier, Source.ORDER, order.number(), expiresOn);
        ledger.post(new Ledger.Entry(
                MovementKind.ARRIVAL,
                "arrival:" + id,
                actor.login(),
                order.number(),
                Ledger.move(supplier, order.holderId(), lot, arrived)));
        return Outcome.accepted(close(actor, order, Order.State.ARRIVED, arrived, note));
    }

    /** The duty officer cancels what has not come. */
    @Transactional
    public Outcome<Order> cancel(Actor actor, UUID id, String why, int version) {
        Outcome<Order> ready = ready(actor, id, version);
        if (!(ready instanceof Outcome.Accepted<Order> found)) {
            return ready;
        }
        Order order = found.value();
        return why.isBlank()
                ? Outcome.refused("G-008")
                : Outcome.accepted(close(actor, order, Order.State.CANCELLED, null, why));
    }

    private Outcome<Order> ready(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        return clerk.ready(
                "supply_order", id, each -> findOrder(each, actor.territory()), version, Order.State.ORDERED);
    }

    private Order close(Actor actor, Order order, Order.State state, @Nullable Long arrived, String note) {
        jdbc.sql("update supply_order set state = ?, arrived = ?, note = ?, closed_by = ?, closed_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(
                        state.name(),
                        arrived,
                        note.isBlank() ? null : note.strip(),
                        actor.login(),
                        clerk.stamp(),
                        order.id()))
                .update();
        clerk.audit(actor, "supply.order" + state.name(), order.number(), Map.of("note", note));
        return findOrder(order.id(), "").orElseThrow();
    }
}
