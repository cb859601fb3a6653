package org.tongxin.app.resources;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;

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

    private static final String SELECT = """
            select r.id, r.number, r.owner, r.basis, r.why, r.item_code, i.name as item_name, i.name_en as item_name_en,
                   i.unit, i.unit_en, r.quantity, r.taken, r.holder_id, h.name as holder_name, h.name_en as holder_name_en,
                   h.area_path, r.from_on, r.until_on, r.return_by, r.state, r.decided_by, r.decided_at, r.closed_at,
                   coalesce(s.settled, 0)::bigint as settled, coalesce(s.fen, 0)::bigint as compensation_fen, r.version
            from supply_requisition r join supply_item i on i.code = r.item_code join supply_holder h on h.id = r.holder_id
            left join lateral (select sum(quantity) as settled, sum(amount_fen) as fen from supply_settlement
                               where requisition_id = r.id) s on true
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Announcer announcer;

    Requisitions(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Announcer announcer) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.announcer = announcer;
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
        UUID id = clerk.id("supply-requisition", key);
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
                                + " until_on, return_by, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
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
                        clerk.stamp())
                .update();
        clerk.audit(
                actor,
                "supply.requisitionDecided",
                number,
                Map.of("owner", decision.owner(), "item", decision.itemCode(), "quantity", decision.quantity()));
        Requisition decided = find(id, "").orElseThrow();
        announcer.announce(new RequisitionDecided(
                facts(RequisitionDecided.class, decided, actor.login(), "requisitionDecided"), id));
        return decided;
    }

    private EventFacts facts(
            Class<? extends DistrictEvent> kind, Requisition requisition, String who, String sentence) {
        return announcer.facts(
                kind,
                requisition.number(),
                requisition.areaPath(),
                who,
                null,
                Reason.of(
                        sentence,
                        requisition.number(),
                        requisition.owner(),
                        Reason.name(requisition.itemName(), requisition.itemNameEn()),
                        requisition.quantity(),
                        Reason.name(requisition.unit(), requisition.unitEn()),
                        requisition.returnBy()));
    }

    private Outcome<Requisition> ready(Actor actor, UUID id, int version, Requisition.State state) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        jdbc.sql("select 1 from supply_requisition where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        Optional<Requisition> found = find(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        boolean stands = found.get().version() == version && found.get().state() == state;
        return stands
                ? Outcome.accepted(found.get())
                : Outcome.refused(
                        "G-007", found.get().number(), Clerk.word(found.get().state()));
    }

    /** The duty officer takes the goods over from the owner; fewer than decided is possible, more is not. */
    @Transactional
    public Outcome<Requisition> takeOver(Actor actor, UUID id, long taken, int version) {
        Outcome<Requisition> ready = ready(actor, id, version, Requisition.State.DECIDED);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        if (taken < 1 || taken > requisition.quantity()) {
            return Outcome.refused("G-011", taken, requisition.quantity());
        }
        ledger.lock(requisition.itemCode());
        UUID owner = holders.account(HolderKind.OWNER);
        UUID lot = ledger.lot(requisition.itemCode(), owner, Source.REQUISITION, requisition.number(), null);
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

    /**
     * Settles a part: gives it back, or agrees what is paid for what was damaged or used up.
     *
     * @param amountFen what was agreed; above 0 unless it is given back
     */
    @Transactional
    public Outcome<Requisition> settle(
            Actor actor, UUID id, Settlement.Kind kind, long quantity, long amountFen, String note, int version) {
        Outcome<Requisition> ready = ready(actor, id, version, Requisition.State.IN_USE);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        if (quantity < 1 || quantity > requisition.outstanding()) {
            return Outcome.refused("G-024", requisition.outstanding(), quantity);
        }
        boolean back = kind == Settlement.Kind.RETURNED;
        if (amountFen < 0 || (!back && amountFen == 0)) {
            return Outcome.refused("G-025");
        }
        if (!back && note.isBlank()) {
            return Outcome.refused("G-008");
        }
        ledger.lock(requisition.itemCode());
        UUID lot = ledger.lot(
                requisition.itemCode(),
                holders.account(HolderKind.OWNER),
                Source.REQUISITION,
                requisition.number(),
                null);
        long there = ledger.held(requisition.holderId(), lot);
        if (kind != Settlement.Kind.USED_UP && there < quantity) {
            return Outcome.refused("G-006", requisition.holderName(), there, quantity);
        }
        UUID settlement = clerk.id("supply-settlement", id, version);
        if (kind != Settlement.Kind.USED_UP) {
            UUID to = holders.account(back ? HolderKind.OWNER : HolderKind.LOST);
            ledger.post(new Ledger.Entry(
                    MovementKind.REQUISITION_END,
                    "settlement:" + settlement,
                    actor.login(),
                    requisition.number(),
                    Ledger.move(requisition.holderId(), to, lot, quantity)));
        }
        jdbc.sql("insert into supply_settlement (id, requisition_id, kind, quantity, amount_fen, note, settled_by,"
                        + " settled_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(settlement, id, kind.name(), quantity, amountFen, note.strip(), actor.login(), clerk.stamp())
                .update();
        jdbc.sql("update supply_requisition set version = version + 1 where id = ?")
                .param(id)
                .update();
        clerk.audit(
                actor,
                "supply.requisitionSettled",
                requisition.number(),
                Map.of("kind", kind.name(), "quantity", quantity, "fen", amountFen));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** The duty officer closes it once nothing is open; one that was never carried out can be closed with a reason too. */
    @Transactional
    public Outcome<Requisition> close(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Requisition> seen = find(id, actor.territory());
        Requisition.State from = seen.map(Requisition::state)
                .filter(state -> state == Requisition.State.DECIDED)
                .orElse(Requisition.State.IN_USE);
        Outcome<Requisition> ready = ready(actor, id, version, from);
        if (!(ready instanceof Outcome.Accepted<Requisition> found)) {
            return ready;
        }
        Requisition requisition = found.value();
        if (requisition.outstanding() > 0) {
            return Outcome.refused("G-021", requisition.number(), requisition.outstanding(), requisition.owner());
        }
        jdbc.sql("update supply_requisition set state = 'CLOSED', closed_by = ?, closed_at = ?, version = version + 1"
                        + " where id = ?")
                .params(actor.login(), clerk.stamp(), id)
                .update();
        clerk.audit(actor, "supply.requisitionClosed", requisition.number(), Map.of());
        Requisition closed = find(id, "").orElseThrow();
        announcer.announce(
                new RequisitionClosed(facts(RequisitionClosed.class, closed, actor.login(), "requisitionClosed"), id));
        return Outcome.accepted(closed);
    }

    /** The response has ended: use ends today, and what was taken goes back within {@link #RETURN_DAYS} days. */
    @Transactional
    public void endWithIncident() {
        LocalDate today = clerk.today();
        jdbc.sql("update supply_requisition set from_on = least(from_on, ?), until_on = least(until_on, ?),"
                        + " return_by = least(return_by, ?), version = version + 1 where state <> 'CLOSED'")
                .params(Arrays.asList(
                        Date.valueOf(today), Date.valueOf(today), Date.valueOf(today.plusDays(RETURN_DAYS))))
                .update();
    }
}
