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
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Seen;

/**
 * Requisitions: decided by the signatory alone, with basis, owner and period; given back or paid for (Emergency Response
 * Law, art. 12) before they can be closed. Thread-safe.
 */
@Service
public class Requisitions {

    /** What a requisition rests on: the article, as the decision prints it. */
    public static final String BASIS = "《突发公共卫生事件应对法》第44条；《突发事件应对法》第12条";

    /** Days for giving back once the response has ended. Suggested value of the playbooks (D2). */
    public static final int RETURN_DAYS = 30;

    /** Why the end of a response closes what was not taken yet. */
    private static final String ENDED = "响应已解除";

    private static final String ENDED_EN = "The response has ended";

    private static final String SELECT = """
            select r.id, r.number, r.owner, r.basis, r.why, r.item_code, i.name as item_name, i.name_en as item_name_en,
                   i.shelf_days, i.unit, i.unit_en, r.quantity, r.taken, r.holder_id, h.name as holder_name, h.name_en as holder_name_en,
                   h.area_path, r.from_on, r.until_on, r.return_by, r.state, r.decided_by, r.decided_at, r.closed_at,
                   r.closing_reason, r.closing_reason_en,
                   coalesce(s.settled, 0)::bigint as settled, coalesce(s.fen, 0)::bigint as compensation_fen, r.version
            from supply_requisition r join supply_item i on i.code = r.item_code join supply_holder h on h.id = r.holder_id
            left join lateral (select sum(quantity) as settled, sum(amount_fen) as fen from supply_settlement
                               where requisition_id = r.id) s on true
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private static final Keyset OPEN_FIRST =
            new Keyset("supply_requisition", "r", "@.state = 'CLOSED'", "@.return_by", "@.number");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Plans plans;
    private final Announcer announcer;

    Requisitions(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Plans plans, Announcer announcer) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.plans = plans;
        this.announcer = announcer;
    }

    /** A page of {@link #list}. */
    public Paged<Requisition> page(String territory, @Nullable Seen after) {
        return OPEN_FIRST.read(
                jdbc,
                SELECT + " and",
                Map.of("territory", territory),
                Requisition.class,
                after,
                Paged.SIZE,
                Requisition::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + ") counted")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** Open ones first, the earliest to be given back first. */
    public List<Requisition> list(String territory, int limit) {
        return jdbc.sql(SELECT + " order by r.state = 'CLOSED', r.return_by, r.number limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Requisition.class)
                .list();
    }

    public Optional<Requisition> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Requisition.class)
                .optional();
    }

    public List<Settlement> settlements(UUID requisition) {
        return jdbc.sql("select kind, quantity, amount_fen, note, settled_by, settled_at from supply_settlement"
                        + " where requisition_id = ? order by settled_at, id")
                .param(requisition)
                .query(Settlement.class)
                .list();
    }

    /** What the signatory decides. */
    public record Decision(
            String owner,
            String why,
            String itemCode,
            long quantity,
            UUID holder,
            LocalDate from,
            LocalDate until,
            LocalDate returnBy) {}

    /** @param key what makes it this decision: taken twice it is there once */
    @Transactional
    public Outcome<Requisition> decide(Actor actor, String key, Decision decision) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Requisition>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        UUID id = clerk.id("supply-requisition", actor.login(), key);
        clerk.oneAtATime("requisition");
        Optional<Requisition> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Outcome<Requisition>> refused = refusal(actor, decision);
        return refused.orElseGet(() -> Outcome.accepted(insert(actor, id, decision)));
    }

    private Optional<Outcome<Requisition>> refusal(Actor actor, Decision decision) {
        if (holders.find(decision.holder(), actor.territory())
                .filter(found -> found.kind() == HolderKind.WAREHOUSE)
                .isEmpty()) {
            return Optional.of(Outcome.refused("G-005", decision.holder()));
        }
        if (decision.owner().isBlank() || decision.why().isBlank()) {
            return Optional.of(Outcome.refused("G-022"));
        }
        if (Clerk.namesAPersonsPhone(decision.owner() + " " + decision.why())) {
            return Optional.of(Outcome.refused("G-016"));
        }
        boolean ordered = !decision.from().isBefore(clerk.today())
                && !decision.until().isBefore(decision.from())
                && !decision.returnBy().isBefore(decision.until());
        if (!ordered) {
            return Optional.of(Outcome.refused("G-023", decision.from(), decision.until(), decision.returnBy()));
        }
        return new Goods(decision.itemCode(), decision.quantity(), LocalDate.MAX).refusal(jdbc, clerk.today());
    }

    private Requisition insert(Actor actor, UUID id, Decision decision) {
        String number = clerk.number("Z");
        jdbc.sql(
                        "insert into supply_requisition (id, number, owner, basis, why, item_code, quantity, holder_id, from_on,"
                                + " until_on, return_by, decided_by, decided_at, activation_id)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        decision.owner().strip(),
                        BASIS,
                        decision.why().strip(),
                        decision.itemCode(),
                        decision.quantity(),
                        decision.holder(),
                        Date.valueOf(decision.from()),
                        Date.valueOf(decision.until()),
                        Date.valueOf(decision.returnBy()),
                        actor.login(),
                        clerk.stamp(),
                        plans.active().map(PlanActivation::id).orElse(null)))
                .update();
        clerk.audit(
                actor,
                "supply.requisitionDecided",
                number,
                Map.of("owner", decision.owner(), "item", decision.itemCode(), "quantity", decision.quantity()));
        Requisition decided = find(id, "").orElseThrow();
        announcer.announce(new RequisitionDecided(
                facts(RequisitionDecided.class, decided, actor.login(), null, "requisitionDecided"), id));
        return decided;
    }

    private EventFacts facts(
            Class<? extends DistrictEvent> kind,
            Requisition requisition,
            String who,
            @Nullable UUID causedBy,
            String sentence) {
        return announcer.facts(
                kind,
                requisition.number(),
                requisition.areaPath(),
                who,
                causedBy,
                Reason.of(
                        sentence,
                        requisition.number(),
                        requisition.owner(),
                        Reason.name(requisition.itemName(), requisition.itemNameEn()),
                        requisition.quantity(),
                        Reason.name(requisition.unit(), requisition.unitEn()),
                        requisition.returnBy()));
    }

    private Outcome<Requisition> ready(Actor actor, UUID id, int version, Requisition.State... states) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        return clerk.ready("supply_requisition", id, each -> find(each, actor.territory()), version, states);
    }

    /**
     * The duty officer takes the goods over from the owner; fewer than decided is possible, more is not.
     *
     * @param expiresOn last day of use; {@code null} only for what does not expire
     */
    @Transactional
    public Outcome<Requisition> takeOver(Actor actor, UUID id, long taken, @Nullable LocalDate expiresOn, int version) {
        Outcome<Requisition> ready = ready(actor, id, version, Requisition.State.DECIDED);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        if (!requisition.usableOn(clerk.today())) {
            return Outcome.refused("G-044", requisition.number(), requisition.fromOn(), requisition.untilOn());
        }
        if (taken < 1 || taken > requisition.quantity()) {
            return Outcome.refused("G-011", taken, requisition.quantity());
        }
        Optional<Outcome<Requisition>> refused =
                new Goods(requisition.itemCode(), taken, expiresOn).refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.lock(requisition.itemCode());
        UUID owner = holders.account(HolderKind.OWNER);
        UUID lot = ledger.lot(requisition.itemCode(), owner, Source.REQUISITION, requisition.number(), expiresOn);
        ledger.post(new Ledger.Entry(
                MovementKind.REQUISITION,
                "requisition:" + id,
                actor.login(),
                requisition.number(),
                Ledger.move(owner, requisition.holderId(), lot, taken)));
        jdbc.sql("update supply_requisition set state = 'IN_USE', taken = ?, taken_at = ?, version = version + 1"
                        + " where id = ?")
                .params(taken, clerk.stamp(), id)
                .update();
        clerk.audit(actor, "supply.requisitionTaken", requisition.number(), Map.of("taken", taken));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** Settles a part that lies in the warehouse it was taken to; see {@link #settle(Actor, UUID, Part, int)}. */
    @Transactional
    public Outcome<Requisition> settle(
            Actor actor, UUID id, Settlement.Kind kind, long quantity, long amountFen, String note, int version) {
        return settle(actor, id, new Part(kind, null, quantity, amountFen, note), version);
    }

    /**
     * A part of what was taken, and how it ends.
     *
     * @param place where it lies; {@code null} for the warehouse it was taken to. Of no account where it is used up
     * @param amountFen what was agreed; above 0 unless it is given back
     */
    public record Part(Settlement.Kind kind, @Nullable UUID place, long quantity, long amountFen, String note) {

        private boolean back() {
            return kind == Settlement.Kind.RETURNED;
        }
    }

    /** Settles a part: gives it back, or agrees what is paid for what was damaged or used up. */
    @Transactional
    public Outcome<Requisition> settle(Actor actor, UUID id, Part part, int version) {
        Outcome<Requisition> ready = ready(actor, id, version, Requisition.State.IN_USE);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        Optional<Outcome<Requisition>> unsound = refusal(requisition, part);
        if (unsound.isPresent()) {
            return unsound.get();
        }
        Optional<Holder> place = place(actor, requisition, part);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", String.valueOf(part.place()));
        }
        ledger.lock(requisition.itemCode());
        UUID lot = ledger.lot(
                requisition.itemCode(),
                holders.account(HolderKind.OWNER),
                Source.REQUISITION,
                requisition.number(),
                null);
        Optional<Outcome<Requisition>> refused = refusal(requisition, part, place.get(), lot);
        return refused.orElseGet(
                () -> settled(actor, requisition, part, place.get().id(), lot));
    }

    private static Optional<Outcome<Requisition>> refusal(Requisition requisition, Part part) {
        if (part.quantity() < 1 || part.quantity() > requisition.outstanding()) {
            return Optional.of(Outcome.refused("G-024", requisition.outstanding(), part.quantity()));
        }
        if (part.amountFen() < 0 || (!part.back() && part.amountFen() == 0)) {
            return Optional.of(Outcome.refused("G-025"));
        }
        return !part.back() && part.note().isBlank() ? Optional.of(Outcome.refused("G-008")) : Optional.empty();
    }

    /** Goods on the road are in nobody's hands and cannot be given back from there. */
    private Optional<Holder> place(Actor actor, Requisition requisition, Part part) {
        UUID chosen = part.place();
        return holders.find(chosen == null ? requisition.holderId() : chosen, actor.territory())
                .filter(found -> found.kind().physical() && found.kind() != HolderKind.IN_TRANSIT);
    }

    private Optional<Outcome<Requisition>> refusal(Requisition requisition, Part part, Holder place, UUID lot) {
        if (part.kind() == Settlement.Kind.USED_UP) {
            long gone = requisition.outstanding() - ledger.physical(lot);
            return gone < part.quantity()
                    ? Optional.of(Outcome.refused("G-045", gone, part.quantity()))
                    : Optional.empty();
        }
        long there = ledger.held(place.id(), lot);
        long mayGo = part.back() ? Math.min(there, ledger.freeOf(place.id(), requisition.itemCode(), lot)) : there;
        return mayGo < part.quantity()
                ? Optional.of(Outcome.refused("G-006", place.name(), mayGo, part.quantity()))
                : Optional.empty();
    }

    private Outcome<Requisition> settled(Actor actor, Requisition requisition, Part part, UUID place, UUID lot) {
        UUID settlement = clerk.id("supply-settlement", requisition.id(), requisition.version());
        if (part.kind() != Settlement.Kind.USED_UP) {
            UUID to = holders.account(part.back() ? HolderKind.OWNER : HolderKind.LOST);
            ledger.post(new Ledger.Entry(
                    MovementKind.REQUISITION_END,
                    "settlement:" + settlement,
                    actor.login(),
                    requisition.number(),
                    Ledger.move(place, to, lot, part.quantity())));
        }
        jdbc.sql("insert into supply_settlement (id, requisition_id, kind, quantity, amount_fen, note, settled_by,"
                        + " settled_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        settlement,
                        requisition.id(),
                        part.kind().name(),
                        part.quantity(),
                        part.amountFen(),
                        part.note().strip(),
                        actor.login(),
                        clerk.stamp())
                .update();
        jdbc.sql("update supply_requisition set version = version + 1 where id = ?")
                .param(requisition.id())
                .update();
        clerk.audit(
                actor,
                "supply.requisitionSettled",
                requisition.number(),
                Map.of("kind", part.kind().name(), "quantity", part.quantity(), "fen", part.amountFen()));
        return Outcome.accepted(find(requisition.id(), "").orElseThrow());
    }

    /**
     * The duty officer closes it once nothing is open.
     *
     * @param why must be said where it was never carried out; may be empty otherwise
     */
    @Transactional
    public Outcome<Requisition> close(Actor actor, UUID id, String why, int version) {
        Outcome<Requisition> ready = ready(actor, id, version, Requisition.State.DECIDED, Requisition.State.IN_USE);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        if (requisition.outstanding() > 0) {
            return Outcome.refused("G-021", requisition.number(), requisition.outstanding(), requisition.owner());
        }
        if (requisition.state() == Requisition.State.DECIDED && why.isBlank()) {
            return Outcome.refused("G-008");
        }
        jdbc.sql("update supply_requisition set state = 'CLOSED', closed_by = ?, closed_at = ?, closing_reason = ?,"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(actor.login(), clerk.stamp(), why.isBlank() ? null : why.strip(), id))
                .update();
        clerk.audit(actor, "supply.requisitionClosed", requisition.number(), Map.of("why", why.strip()));
        Requisition closed = find(id, "").orElseThrow();
        String sentence = closed.taken() == null ? "requisitionNotTaken" : "requisitionClosed";
        announcer.announce(
                new RequisitionClosed(facts(RequisitionClosed.class, closed, actor.login(), null, sentence), id));
        return Outcome.accepted(closed);
    }

    /**
     * The response has ended: use of what was taken for it ends today, and it goes back within {@link #RETURN_DAYS} days; what was
     * not taken yet is not taken any more. What was taken for another response, or without one, stays as it is.
     *
     * @param causedBy the event that ended it; {@code null} where there is none
     */
    @Transactional
    public void endWithIncident(UUID activation, @Nullable UUID causedBy) {
        LocalDate today = clerk.today();
        jdbc.sql(
                        "select id from supply_requisition where state = 'DECIDED' and activation_id = ? order by id for update")
                .param(activation)
                .query(UUID.class)
                .list()
                .forEach(id -> standDown(id, causedBy));
        jdbc.sql("update supply_requisition set from_on = least(from_on, ?), until_on = least(until_on, ?),"
                        + " return_by = least(return_by, ?), version = version + 1"
                        + " where state = 'IN_USE' and activation_id = ?")
                .params(Date.valueOf(today), Date.valueOf(today), Date.valueOf(today.plusDays(RETURN_DAYS)), activation)
                .update();
    }

    private void standDown(UUID id, @Nullable UUID causedBy) {
        Actor system = Actor.system();
        jdbc.sql("update supply_requisition set state = 'CLOSED', closed_by = ?, closed_at = ?, closing_reason = ?,"
                        + " closing_reason_en = ?, version = version + 1 where id = ?")
                .params(system.login(), clerk.stamp(), ENDED, ENDED_EN, id)
                .update();
        Requisition closed = find(id, "").orElseThrow();
        clerk.audit(system, "supply.requisitionClosed", closed.number(), Map.of("why", ENDED));
        announcer.announce(new RequisitionClosed(
                facts(RequisitionClosed.class, closed, system.login(), causedBy, "requisitionStoodDown"), id));
    }
}
