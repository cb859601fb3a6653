package org.tongxin.app.resources;

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
import org.tongxin.app.platform.Outcome;

/** What lies where, how it came there and where it went; handing out, counting and mending. Thread-safe. */
@Service
public class Stocks {

    private static final String STOCK = """
            select h.id as holder_id, h.kind as holder_kind, h.name as holder_name, h.name_en as holder_name_en,
                   h.area_path, a.latitude, a.longitude,
                   i.code as item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en,
                   s.usable, s.expired, s.promised as reserved, s.floor
            from (select * from supply_shelf(:today, 0) where usable > 0 or expired > 0) s
            join supply_holder h on h.id = s.holder_id join area a on a.path = h.area_path
            join supply_item i on i.code = s.item_code
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private static final String LOTS = """
            select b.holder_id, h.name as holder_name, h.name_en as holder_name_en, l.id as lot_id, l.number as lot_number,
                   i.code as item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en,
                   l.source, l.source_number, l.expires_on, b.quantity
            from supply_balance b join supply_lot l on l.id = b.lot_id join supply_item i on i.code = l.item_code
            join supply_holder h on h.id = b.holder_id
            where b.physical and b.quantity > 0 and h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    /** Whole movements: a page never ends inside one, whose other lines would then be on no page. */
    private static final String LEDGER = """
            select * from (select e.*, dense_rank() over (order by e.serial desc) as place from (
                select m.serial, m.id as movement_id, m.kind, m.at, m.who, m.why, i.code as item_code, i.name as item_name,
                       i.name_en as item_name_en, i.unit, i.unit_en, l.number as lot_number, p.quantity as change,
                       p.line, (sum(p.quantity) over (partition by l.item_code order by m.serial, p.line))::bigint as balance,
                       o.name as other, o.name_en as other_en,
                       exists (select 1 from supply_movement r where r.reverses = m.id) as reversed
                from supply_posting p join supply_movement m on m.id = p.movement_id
                join supply_lot l on l.id = p.lot_id join supply_item i on i.code = l.item_code
                left join lateral (select h.name, h.name_en from supply_posting q
                    join supply_holder h on h.id = q.holder_id
                    where q.movement_id = p.movement_id and q.lot_id = p.lot_id and q.holder_id <> p.holder_id
                    order by q.line limit 1) o on true
                where p.holder_id = :holder and (:item = '' or l.item_code = :item)) e
            where e.serial < :before) f where f.place <= :movements order by f.serial desc, f.line desc
            """;

    /** What lies at a place, and what it handed out less what of that was mended: goods that went on count where they went. */
    private static final String TRACE = """
            select l.source, l.source_number, d.donor, l.number as lot_number, i.code as item_code, i.name as item_name,
                   i.name_en as item_name_en, i.unit, i.unit_en, h.name as holder_name, h.name_en as holder_name_en,
                   h.kind as holder_kind, t.there + t.handed_out as quantity, t.handed_out, t.last_at
            from (select p.holder_id, p.lot_id, sum(p.quantity)::bigint as there,
                         coalesce(-sum(p.quantity) filter (where coalesce(w.kind, m.kind) = 'CONSUMPTION'), 0)::bigint
                             as handed_out, max(m.at) as last_at
                  from supply_posting p join supply_movement m on m.id = p.movement_id
                  left join supply_movement w on w.id = m.reverses
                  group by p.holder_id, p.lot_id) t
            join supply_lot l on l.id = t.lot_id join supply_item i on i.code = l.item_code
            join supply_holder h on h.id = t.holder_id
            left join supply_donation d on l.source = 'DONATION' and d.number = l.source_number
            where t.there + t.handed_out > 0 and h.physical
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Delegation delegation;

    Stocks(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Delegation delegation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.delegation = delegation;
    }

    /** Everything that lies in a territory, by item and place. */
    public List<Stock> list(String territory) {
        return jdbc.sql(STOCK + " order by i.kind, i.code, h.area_path, h.name")
                .param("territory", territory)
                .param("today", clerk.today())
                .query(Stock.class)
                .list();
    }

    /** Where one item lies, the most first. */
    public List<Stock> ofItem(String itemCode, String territory) {
        return jdbc.sql(STOCK + " and i.code = :item order by s.usable desc, h.name")
                .param("territory", territory)
                .param("today", clerk.today())
                .param("item", itemCode)
                .query(Stock.class)
                .list();
    }

    /** What one place holds. */
    public List<Stock> ofHolder(UUID holder, String territory) {
        return jdbc.sql(STOCK + " and h.id = :holder order by i.kind, i.code")
                .param("territory", territory)
                .param("today", clerk.today())
                .param("holder", holder)
                .query(Stock.class)
                .list();
    }

    /** Lots of one place, the next to expire first. */
    public List<LotStock> lots(UUID holder, String territory) {
        return jdbc.sql(LOTS + " and b.holder_id = :holder order by l.expires_on nulls last, l.number")
                .param("territory", territory)
                .param("holder", holder)
                .query(LotStock.class)
                .list();
    }

    /** Where the goods of one source lie in a territory and can be taken, the most first; not what is on the road. */
    public List<LotStock> lyingOf(Source source, String sourceNumber, String territory) {
        return jdbc.sql(LOTS + " and h.kind <> 'IN_TRANSIT' and l.source = :source and l.source_number = :number"
                        + " order by b.quantity desc, h.name")
                .param("territory", territory)
                .param("source", source.name())
                .param("number", sourceNumber)
                .query(LotStock.class)
                .list();
    }

    /**
     * Lots that have expired or soon will, the earliest first.
     *
     * @param days how far ahead; never more than a quarter of an item's shelf life, so that what keeps for four days is not
     *     listed all its life. 0 for those that have expired
     */
    public List<LotStock> expiring(String territory, int days) {
        return jdbc.sql(LOTS + " and l.expires_on < cast(:today as date)"
                        + " + least(cast(:days as integer), coalesce(i.shelf_days / 4, cast(:days as integer)))"
                        + " order by l.expires_on, l.number, h.name")
                .param("territory", territory)
                .param("today", clerk.today())
                .param("days", days)
                .query(LotStock.class)
                .list();
    }

    /**
     * The ledger of a place, newest first, with the balance of each item after each line.
     *
     * @param itemCode only this item; empty for all
     * @param before only what was written before this serial; {@code Long.MAX_VALUE} for the newest
     * @param movements how many, each with all its lines
     */
    public LedgerPage entries(UUID holder, String territory, String itemCode, long before, int movements) {
        if (holders.find(holder, territory).isEmpty()) {
            return LedgerPage.NONE;
        }
        return LedgerPage.of(
                jdbc.sql(LEDGER)
                        .param("holder", holder)
                        .param("item", itemCode)
                        .param("before", before)
                        .param("movements", movements + 1)
                        .query(LedgerEntry.class)
                        .list(),
                movements);
    }

    /** Forward: the places where what came from one source is or was handed out. */
    public List<Traced> whereTo(Source source, String sourceNumber) {
        return jdbc.sql(TRACE + " and l.source = :source and l.source_number = :number order by quantity desc, h.name")
                .param("source", source.name())
                .param("number", sourceNumber)
                .query(Traced.class)
                .list();
    }

    /** Backward: where everything came from that a place got, handed out or still there. */
    public List<Traced> whereFrom(UUID holder, String territory) {
        return jdbc.sql(TRACE + " and h.id = :holder and h.area_path >= :territory and h.area_path < :territory || '~'"
                        + " order by i.code, t.last_at desc, l.number")
                .param("holder", holder)
                .param("territory", territory)
                .query(Traced.class)
                .list();
    }

    /** Whether a post keeps the stock of a place: the duty officer everywhere, street and community posts on their own ground. */
    public static boolean keeps(Actor actor, Holder holder) {
        boolean district = actor.role() == Role.DUTY_OFFICER;
        boolean own = (actor.role() == Role.STREET_WORKER || actor.role() == Role.COMMUNITY_WORKER)
                && holder.kind().receives();
        return (district || own) && actor.covers(holder.areaPath());
    }

    /** What the first stock-taking found at a place. @param key what makes it this line of the stock-taking */
    @Transactional
    public Outcome<UUID> opening(Actor actor, String key, UUID holder, Goods goods) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (place(holder, actor).isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        Optional<Outcome<UUID>> refused = Clerk.<UUID>unkeyed(key).or(() -> goods.refusal(jdbc, clerk.today()));
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.lock(goods.itemCode());
        UUID from = holders.account(HolderKind.OPENING);
        String movement = Clerk.act(actor, "opening", key);
        UUID lot = ledger.lot(goods.itemCode(), from, Source.OPENING, movement, goods.expiresOn());
        return Outcome.accepted(ledger.post(new Ledger.Entry(
                MovementKind.OPENING,
                movement,
                actor.login(),
                "期初盘点",
                Ledger.move(from, holder, lot, goods.quantity()))));
    }

    /** Where goods lie and may be handled; what is on the road is in nobody's hands. */
    private Optional<Holder> place(UUID holder, Actor actor) {
        return holders.find(holder, actor.territory())
                .filter(found -> found.kind().physical() && found.kind() != HolderKind.IN_TRANSIT);
    }

    /** Hands goods out to people, first expired first; what has expired or is promised stays where it is. */
    @Transactional
    public Outcome<UUID> handOut(Actor actor, String key, UUID holder, String itemCode, long quantity, String why) {
        Optional<Holder> place = place(holder, actor);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        if (!keeps(actor, place.get())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<UUID>> refused = refusal(key, quantity, why)
                .or(() ->
                        delegation.limit(actor, DelegableAct.HAND_OUT, quantity).map(Outcome.Refused::new));
        if (refused.isPresent()) {
            return refused.get();
        }
        ledger.lock(itemCode);
        String movement = Clerk.act(actor, "handOut", key);
        Optional<List<Ledger.Line>> taken =
                ledger.posted(movement) ? Optional.of(List.of()) : ledger.takeFree(holder, itemCode, quantity);
        if (taken.isEmpty()) {
            return Outcome.refused("G-006", place.get().name(), ledger.free(holder, itemCode), quantity);
        }
        delegation.used(
                actor, DelegableAct.HAND_OUT, quantity, movement, place.get().name());
        return Outcome.accepted(ledger.post(new Ledger.Entry(
                MovementKind.CONSUMPTION,
                movement,
                actor.login(),
                why.strip(),
                Ledger.both(taken.get(), holders.account(HolderKind.CONSUMED)))));
    }

    /** Moves goods, first expired first; see {@link #relocate(Actor, String, Move)}. */
    @Transactional
    public Outcome<UUID> relocate(
            Actor actor, String key, UUID from, UUID to, String itemCode, long quantity, String why) {
        return relocate(actor, key, new Move(from, to, itemCode, null, quantity, why));
    }

    /**
     * Goods that go from one place to another.
     *
     * @param lot which lot, such as one that has to go back to its owner; {@code null} for the first to expire first
     */
    public record Move(
            UUID from, UUID to, String itemCode, @Nullable UUID lot, long quantity, String why) {}

    /**
     * Moves goods to another store or warehouse, or back to a warehouse, lot by lot. From a warehouse to a store goods go only as
     * an answer to a need.
     */
    @Transactional
    public Outcome<UUID> relocate(Actor actor, String key, Move move) {
        Optional<Holder> start = place(move.from(), actor);
        Optional<Holder> end = holders.find(move.to(), "")
                .filter(found -> found.kind().physical() && found.kind() != HolderKind.IN_TRANSIT);
        if (start.isEmpty() || end.isEmpty() || move.from().equals(move.to())) {
            return Outcome.refused("G-005", start.isEmpty() ? move.from() : move.to());
        }
        if (!keeps(actor, start.get()) || !mayReach(actor, end.get())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (start.get().kind() == HolderKind.WAREHOUSE && end.get().kind().receives()) {
            return Outcome.refused("G-046", end.get().name());
        }
        return refusal(key, move.quantity(), move.why())
                .orElseGet(() -> relocated(actor, key, start.get(), end.get(), move));
    }

    /** Back to a warehouse anybody may bring what they keep; into a store only who keeps it too. */
    private static boolean mayReach(Actor actor, Holder end) {
        return end.kind() == HolderKind.WAREHOUSE || keeps(actor, end);
    }

    private Outcome<UUID> relocated(Actor actor, String key, Holder start, Holder end, Move move) {
        ledger.lock(move.itemCode());
        String movement = Clerk.act(actor, "relocation", key);
        Optional<List<Ledger.Line>> taken =
                ledger.posted(movement) ? Optional.of(List.of()) : ledger.takeFree(start.id(), move);
        if (taken.isEmpty()) {
            return Outcome.refused("G-006", start.name(), ledger.free(start.id(), move), move.quantity());
        }
        boolean back = end.kind() == HolderKind.WAREHOUSE && start.kind().receives();
        return Outcome.accepted(ledger.post(new Ledger.Entry(
                back ? MovementKind.RETURN : MovementKind.RELOCATION,
                movement,
                actor.login(),
                move.why().strip(),
                Ledger.both(taken.get(), end.id()))));
    }

    private static Optional<Outcome<UUID>> refusal(String key, long quantity, String why) {
        if (quantity < 1 || quantity > Clerk.MOST) {
            return Optional.of(Outcome.refused("G-002", quantity));
        }
        return why.isBlank() ? Optional.of(Outcome.refused("G-008")) : Clerk.unkeyed(key);
    }

    /**
     * What was counted of one lot at one place; a difference is posted as lost, or as found, with the reason. Writing off
     * what has expired is counting nothing of it.
     */
    @Transactional
    public Outcome<UUID> count(Actor actor, String key, UUID holder, UUID lot, long counted, String why) {
        Optional<Holder> place = place(holder, actor);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        if (!keeps(actor, place.get())) {
            return Outcome.refused("I-003", actor.role());
        }
        if (counted < 0 || counted > Clerk.MOST) {
            return Outcome.refused("G-002", counted);
        }
        if (why.isBlank()) {
            return Outcome.refused("G-008");
        }
        Optional<Outcome<UUID>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        Optional<String> item = jdbc.sql("select item_code from supply_lot where id = ?")
                .param(lot)
                .query(String.class)
                .optional();
        if (item.isEmpty()) {
            return Outcome.refused("G-010", lot);
        }
        ledger.lock(item.get());
        String movementKey = Clerk.act(actor, "count", key);
        if (ledger.posted(movementKey)) {
            return Outcome.accepted(clerk.id("supply-movement", movementKey));
        }
        long held = ledger.held(holder, lot);
        if (held == counted) {
            return Outcome.refused("G-026", counted);
        }
        UUID movement = ledger.post(new Ledger.Entry(
                counted == 0 ? MovementKind.WRITE_OFF : MovementKind.COUNT,
                movementKey,
                actor.login(),
                why.strip(),
                Ledger.move(holder, holders.account(HolderKind.LOST), lot, held - counted)));
        clerk.audit(
                actor,
                "supply.counted",
                movement.toString(),
                Map.of("book", held, "counted", counted, "why", why.strip()));
        return Outcome.accepted(movement);
    }

    /**
     * Mends a mistake by its mirror image. Only what stands alone: handing out, writing off, counting, a donation, moving to another store. What is
     * part of a delivery, order, transfer or requisition is mended by counting.
     */
    @Transactional
    public Outcome<UUID> correct(Actor actor, UUID movement, String why) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (why.isBlank()) {
            return Outcome.refused("G-008");
        }
        List<Ledger.Line> lines = mendable(movement, actor.territory());
        if (lines.isEmpty()) {
            return Outcome.refused("G-027");
        }
        itemsOf(movement).forEach(ledger::lock);
        String key = "correction:" + movement;
        if (ledger.posted(key)) {
            return Outcome.refused("G-027");
        }
        for (Ledger.Line line : lines) {
            boolean goes = line.quantity() > 0 && physical(line.holder());
            if (goes && ledger.held(line.holder(), line.lot()) < line.quantity()) {
                return Outcome.refused("G-028", ledger.held(line.holder(), line.lot()), line.quantity());
            }
        }
        UUID mended = ledger.post(new Ledger.Entry(
                MovementKind.CORRECTION,
                key,
                actor.login(),
                why.strip(),
                null,
                movement,
                lines.stream()
                        .map(line -> new Ledger.Line(line.holder(), line.lot(), -line.quantity()))
                        .toList()));
        clerk.audit(actor, "supply.corrected", movement.toString(), Map.of("why", why.strip()));
        return Outcome.accepted(mended);
    }

    private boolean physical(UUID holder) {
        return jdbc.sql("select physical from supply_holder where id = ?")
                .param(holder)
                .query(Boolean.class)
                .single();
    }

    private List<Ledger.Line> mendable(UUID movement, String territory) {
        return jdbc.sql("""
                        select p.holder_id as holder, p.lot_id as lot, p.quantity
                        from supply_posting p join supply_movement m on m.id = p.movement_id
                        where m.id = :movement and m.kind in ('CONSUMPTION', 'WRITE_OFF', 'COUNT', 'DONATION', 'OPENING',
                              'RELOCATION', 'RETURN')
                          and exists (select 1 from supply_posting q join supply_holder h on h.id = q.holder_id
                              where q.movement_id = m.id and h.physical
                                and h.area_path >= :territory and h.area_path < :territory || '~')
                        """)
                .param("movement", movement)
                .param("territory", territory)
                .query(Ledger.Line.class)
                .list();
    }

    private List<String> itemsOf(UUID movement) {
        return jdbc.sql("select distinct l.item_code from supply_posting p join supply_lot l on l.id = p.lot_id"
                        + " where p.movement_id = ? order by 1")
                .param(movement)
                .query(String.class)
                .list();
    }
}
