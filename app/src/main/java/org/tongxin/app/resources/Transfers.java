package org.tongxin.app.resources;

import java.sql.Timestamp;
import java.time.Instant;
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
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Seen;

/**
 * Transfers between districts and gifts to them: proposed by the duty officer, decided by the signatory, then moved. What
 * goes out never takes a warehouse below its floor or what is promised; once approved it is set aside. Thread-safe.
 */
@Service
public class Transfers implements DueWork {

    private static final String SELECT = """
            select t.id, t.number, t.direction, t.gift, t.partner, t.item_code, i.name as item_name,
                   i.name_en as item_name_en, i.shelf_days, i.unit, i.unit_en, t.quantity, t.moved, t.holder_id,
                   h.name as holder_name, h.name_en as holder_name_en, h.area_path, t.why, t.priority, t.valid_until,
                   t.state, t.proposed_by, t.proposed_at, t.decided_by, t.decided_at, t.note, t.version
            from supply_transfer t join supply_item i on i.code = t.item_code join supply_holder h on h.id = t.holder_id
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private static final Keyset WAITING = new Keyset(
            "supply_transfer",
            "t",
            "case @.state when 'PROPOSED' then 0 when 'APPROVED' then 1 else 2 end",
            "@.proposed_at desc",
            "@.number desc");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Announcer announcer;

    Transfers(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Announcer announcer) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.announcer = announcer;
    }

    /** A page of {@link #list}. */
    public Paged<Transfer> page(String territory, @Nullable Seen after) {
        return WAITING.read(
                jdbc, SELECT + " and", Map.of("territory", territory), Transfer.class, after, Paged.SIZE, Transfer::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + ") counted")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** Those that wait for something first, then the newest. */
    public List<Transfer> list(String territory, int limit) {
        return jdbc.sql(SELECT + " order by case t.state when 'PROPOSED' then 0 when 'APPROVED' then 1 else 2 end,"
                        + " t.proposed_at desc, t.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Transfer.class)
                .list();
    }

    /** What was approved and is still to come, the earliest first: it is expected on the last day of its pass for the road. */
    List<Transfer> coming(String territory) {
        return jdbc.sql(SELECT + " and t.direction = 'IN' and t.state = 'APPROVED' and t.valid_until > :now"
                        + " order by t.valid_until, t.number")
                .param("territory", territory)
                .param("now", clerk.stamp())
                .query(Transfer.class)
                .list();
    }

    public Optional<Transfer> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and t.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Transfer.class)
                .optional();
    }

    /** What the duty officer proposes. */
    public record Plan(
            Transfer.Direction direction,
            boolean gift,
            String partner,
            String itemCode,
            long quantity,
            UUID holder,
            String why,
            Instant validUntil) {}

    /** @param key what makes it this proposal: made twice it is there once */
    @Transactional
    public Outcome<Transfer> propose(Actor actor, String key, Plan plan) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Transfer>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        UUID id = clerk.id("supply-transfer", actor.login(), key);
        clerk.oneAtATime("transfer");
        Optional<Transfer> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Item> item = jdbc.sql("select * from supply_item where code = ?")
                .param(plan.itemCode())
                .query(Item.class)
                .optional();
        if (item.isEmpty()) {
            return Outcome.refused("G-001", plan.itemCode());
        }
        Optional<Outcome<Transfer>> refused = refusal(actor, plan);
        return refused.orElseGet(() -> Outcome.accepted(
                insert(actor, id, plan, TransportPriority.of(item.get().kind()))));
    }

    private Optional<Outcome<Transfer>> refusal(Actor actor, Plan plan) {
        Optional<Holder> place =
                holders.find(plan.holder(), actor.territory()).filter(found -> found.kind() == HolderKind.WAREHOUSE);
        if (place.isEmpty()) {
            return Optional.of(Outcome.refused("G-005", plan.holder()));
        }
        if (plan.quantity() < 1 || plan.quantity() > Clerk.MOST) {
            return Optional.of(Outcome.refused("G-002", plan.quantity()));
        }
        if (plan.partner().isBlank() || plan.why().isBlank()) {
            return Optional.of(Outcome.refused("G-036"));
        }
        return plan.validUntil().isAfter(clerk.now())
                ? Optional.empty()
                : Optional.of(Outcome.refused("G-009", plan.validUntil()));
    }

    private Transfer insert(Actor actor, UUID id, Plan plan, TransportPriority priority) {
        String number = clerk.number("K");
        jdbc.sql(
                        "insert into supply_transfer (id, number, direction, gift, partner, item_code, quantity, holder_id, why,"
                                + " priority, valid_until, proposed_by, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        number,
                        plan.direction().name(),
                        plan.gift(),
                        plan.partner().strip(),
                        plan.itemCode(),
                        plan.quantity(),
                        plan.holder(),
                        plan.why().strip(),
                        priority.name(),
                        Timestamp.from(plan.validUntil()),
                        actor.login(),
                        clerk.stamp())
                .update();
        clerk.audit(actor, "supply.transferProposed", number, Map.of("partner", plan.partner()));
        return find(id, "").orElseThrow();
    }

    /** The signatory decides. @param note why it is refused; of no account where it is approved */
    @Transactional
    public Outcome<Transfer> decide(Actor actor, UUID id, boolean approved, String note, int version) {
        if (actor.role() != Role.SIGNATORY) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Transfer> ready = ready(actor, id, version, Transfer.State.PROPOSED);
        if (!(ready instanceof Outcome.Accepted<Transfer> found)) {
            return ready;
        }
        Transfer transfer = found.value();
        if (!approved && note.isBlank()) {
            return Outcome.refused("G-008");
        }
        if (approved && !transfer.validUntil().isAfter(clerk.now())) {
            return Outcome.refused("G-009", transfer.validUntil());
        }
        if (approved && transfer.direction() == Transfer.Direction.OUT) {
            ledger.lock(transfer.itemCode());
            Optional<Outcome<Transfer>> refused = tooMuch(transfer, transfer.quantity(), 0);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        jdbc.sql("update supply_transfer set state = ?, decided_by = ?, decided_at = ?, note = ?, version = version + 1"
                        + " where id = ?")
                .params(Arrays.asList(
                        approved ? "APPROVED" : "REFUSED",
                        actor.login(),
                        clerk.stamp(),
                        note.isBlank() ? null : note.strip(),
                        id))
                .update();
        clerk.audit(actor, "supply.transferDecided", transfer.number(), Map.of("approved", approved, "note", note));
        announce(actor, transfer, approved);
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /**
     * What is there and not promised to others is not enough, or would leave the warehouse below its floor: the own floor
     * first, then giving.
     *
     * @param own what is set aside for this transfer already
     */
    private Optional<Outcome<Transfer>> tooMuch(Transfer transfer, long quantity, long own) {
        long free = ledger.free(transfer.holderId(), transfer.itemCode(), own);
        if (free < quantity) {
            return Optional.of(Outcome.refused("G-006", transfer.holderName(), free, quantity));
        }
        long spare = ledger.spare(transfer.holderId(), transfer.itemCode()) + own;
        return spare < quantity
                ? Optional.of(Outcome.refused("G-020", transfer.holderName(), free - quantity, free - spare))
                : Optional.empty();
    }

    private Outcome<Transfer> ready(Actor actor, UUID id, int version, Transfer.State state) {
        return clerk.ready("supply_transfer", id, each -> find(each, actor.territory()), version, state);
    }

    /**
     * The duty officer says that the goods went, or came.
     *
     * @param moved base units, from 1 to what was approved
     * @param expiresOn last day of use of what came in; {@code null} for what goes out or does not expire
     */
    @Transactional
    public Outcome<Transfer> move(
            Actor actor, UUID id, long moved, @Nullable LocalDate expiresOn, String note, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Transfer> ready = ready(actor, id, version, Transfer.State.APPROVED);
        if (!(ready instanceof Outcome.Accepted<Transfer> found)) {
            return ready;
        }
        Transfer transfer = found.value();
        if (moved < 1 || moved > transfer.quantity()) {
            return Outcome.refused("G-011", moved, transfer.quantity());
        }
        if (moved < transfer.quantity() && note.isBlank()) {
            return Outcome.refused("G-012", transfer.quantity() - moved);
        }
        ledger.lock(transfer.itemCode());
        Optional<Outcome<Transfer>> refused = transfer.direction() == Transfer.Direction.OUT
                ? tooMuch(transfer, moved, transfer.quantity())
                : new Goods(transfer.itemCode(), moved, expiresOn).refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        post(actor, transfer, moved, expiresOn);
        jdbc.sql("update supply_transfer set state = 'DONE', moved = ?, done_at = ?, note = coalesce(?, note),"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(moved, clerk.stamp(), note.isBlank() ? null : note.strip(), id))
                .update();
        clerk.audit(actor, "supply.transferDone", transfer.number(), Map.of("moved", moved));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    private void post(Actor actor, Transfer transfer, long moved, @Nullable LocalDate expiresOn) {
        UUID other = holders.account(HolderKind.OTHER_DISTRICT);
        boolean out = transfer.direction() == Transfer.Direction.OUT;
        List<Ledger.Line> lines = out
                ? Ledger.both(
                        ledger.take(transfer.holderId(), transfer.itemCode(), moved)
                                .orElseThrow(),
                        other)
                : Ledger.move(
                        other,
                        transfer.holderId(),
                        ledger.lot(transfer.itemCode(), other, Source.TRANSFER, transfer.number(), expiresOn),
                        moved);
        ledger.post(new Ledger.Entry(
                out ? MovementKind.TRANSFER_OUT : MovementKind.TRANSFER_IN,
                "transfer:" + transfer.id(),
                actor.login(),
                transfer.number() + " " + transfer.partner(),
                lines));
    }

    private void announce(Actor actor, Transfer transfer, boolean approved) {
        announcer.announce(new TransferDecided(
                announcer.facts(
                        TransferDecided.class,
                        transfer.number(),
                        transfer.areaPath(),
                        actor.login(),
                        null,
                        Reason.of(
                                approved ? "transferApproved" : "transferRefused",
                                transfer.partner(),
                                Reason.name(transfer.itemName(), transfer.itemNameEn()),
                                transfer.quantity(),
                                Reason.name(transfer.unit(), transfer.unitEn()),
                                Clerk.word(transfer.direction()),
                                transfer.number())),
                transfer.id()));
    }

    /** What nobody decided or moved in time is over. */
    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("update supply_transfer set state = 'LAPSED', version = version + 1"
                        + " where state in ('PROPOSED', 'APPROVED') and valid_until <= ?")
                .param(clerk.stamp())
                .update();
    }
}
