package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;

/** Floors of the warehouses and what should be ordered to keep them. Thread-safe. */
@Service
public class Reserves implements DueWork {

    /**
     * Lots that expire within so many days, or within a quarter of their shelf life where that is less, are taken for gone
     * when replenishment is proposed. Suggested value.
     */
    public static final int EXPIRY_AHEAD_DAYS = 30;

    private static final String SELECT = """
            select f.holder_id, h.name as holder_name, h.name_en as holder_name_en, h.area_path, f.item_code,
                   i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en, f.minimum, f.target,
                   s.usable, s.soon as expiring, s.promised,
                   coalesce((select sum(o.quantity) from supply_order o join supply_agreement g on g.id = o.agreement_id
                             where o.state = 'ORDERED' and o.holder_id = f.holder_id and g.item_code = f.item_code), 0)::bigint
                       as ordered, f.below_since
            from supply_floor f join supply_holder h on h.id = f.holder_id join supply_item i on i.code = f.item_code
            join supply_shelf(:today, :ahead) s on s.holder_id = f.holder_id and s.item_code = f.item_code
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Holders holders;
    private final Procurement procurement;
    private final Announcer announcer;

    Reserves(JdbcClient jdbc, Clerk clerk, Holders holders, Procurement procurement, Announcer announcer) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.holders = holders;
        this.procurement = procurement;
        this.announcer = announcer;
    }

    /** All floors of a territory, those that are missed most first. */
    public List<Floor> floors(String territory) {
        return jdbc.sql(SELECT + " order by s.free::float8 / f.minimum, f.item_code, h.name")
                .param("territory", territory)
                .param("today", clerk.today())
                .param("ahead", EXPIRY_AHEAD_DAYS)
                .query(Floor.class)
                .list();
    }

    /** Those below their floor. */
    public List<Floor> below(String territory) {
        return floors(territory).stream().filter(Floor::below).toList();
    }

    Optional<Floor> find(UUID holder, String itemCode) {
        return floors("").stream()
                .filter(floor ->
                        floor.holderId().equals(holder) && floor.itemCode().equals(itemCode))
                .findFirst();
    }

    /** The duty officer sets the floor of an item in a warehouse. */
    @Transactional
    public Outcome<Floor> set(Actor actor, UUID holder, String itemCode, long minimum, long target) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Holder> place =
                holders.find(holder, actor.territory()).filter(found -> found.kind() == HolderKind.WAREHOUSE);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        if (minimum < 1 || target < minimum || target > Clerk.MOST) {
            return Outcome.refused("G-017", minimum, target);
        }
        boolean known = jdbc.sql("select exists (select 1 from supply_item where code = ?)")
                .param(itemCode)
                .query(Boolean.class)
                .single();
        if (!known) {
            return Outcome.refused("G-001", itemCode);
        }
        jdbc.sql("insert into supply_floor (holder_id, item_code, minimum, target) values (?, ?, ?, ?)"
                        + " on conflict (holder_id, item_code) do update set minimum = excluded.minimum,"
                        + " target = excluded.target")
                .params(holder, itemCode, minimum, target)
                .update();
        clerk.audit(
                actor,
                "supply.floorSet",
                itemCode,
                Map.of("place", place.get().name(), "minimum", minimum, "target", target));
        return Outcome.accepted(find(holder, itemCode).orElseThrow());
    }

    /**
     * What to order: for each floor that calls, from the cheapest agreements that hold today and have something left, one
     * after the other until the target is reached; a proposal without an agreement says what no agreement covers. One agreement's
     * limit is not promised twice.
     */
    public List<Proposal> proposals(String territory) {
        List<Agreement> holding = procurement.agreements("").stream()
                .filter(each -> each.holdsOn(clerk.today()))
                .sorted(Comparator.comparingLong(Agreement::priceFen).thenComparing(Agreement::number))
                .toList();
        Map<UUID, Long> left = holding.stream().collect(Collectors.toMap(Agreement::id, Agreement::leftToday));
        return floors(territory).stream()
                .filter(Floor::calls)
                .flatMap(floor -> proposals(floor, holding, left).stream())
                .toList();
    }

    private List<Proposal> proposals(Floor floor, List<Agreement> holding, Map<UUID, Long> left) {
        List<Proposal> proposals = new ArrayList<>();
        long missing = floor.wanted();
        for (Agreement from : holding) {
            long quantity =
                    from.itemCode().equals(floor.itemCode()) ? Math.min(missing, left.getOrDefault(from.id(), 0L)) : 0;
            if (quantity > 0) {
                left.merge(from.id(), -quantity, Long::sum);
                missing -= quantity;
                proposals.add(new Proposal(
                        floor,
                        from,
                        quantity,
                        quantity * from.priceFen(),
                        clerk.today().plusDays(from.leadDays())));
            }
        }
        if (missing > 0) {
            proposals.add(new Proposal(floor, null, missing, 0, null));
        }
        return proposals;
    }

    /** Notes which floors are missed and says so once, warehouse by warehouse. */
    @Override
    @Transactional
    public void runDue() {
        List<Floor> all = floors("");
        all.stream()
                .filter(floor -> !floor.below() && floor.belowSince() != null)
                .forEach(floor -> note(floor, false));
        Map<UUID, List<Floor>> fresh = all.stream()
                .filter(floor -> floor.below() && floor.belowSince() == null)
                .collect(Collectors.groupingBy(Floor::holderId, java.util.TreeMap::new, Collectors.toList()));
        fresh.values().forEach(this::announce);
    }

    private void note(Floor floor, boolean below) {
        jdbc.sql("update supply_floor set below_since = case when ? then ?::timestamptz end"
                        + " where holder_id = ? and item_code = ?")
                .params(below, clerk.stamp(), floor.holderId(), floor.itemCode())
                .update();
    }

    private void announce(List<Floor> missed) {
        missed.forEach(floor -> note(floor, true));
        Floor first = missed.getFirst();
        announcer.announce(new BelowFloor(
                announcer.facts(
                        BelowFloor.class,
                        first.holderId() + "/" + clerk.now(),
                        first.areaPath(),
                        "system",
                        null,
                        Reason.of(
                                "belowFloor",
                                Reason.name(first.holderName(), first.holderNameEn()),
                                missed.size(),
                                Reason.name(first.itemName(), first.itemNameEn()))),
                first.holderId(),
                missed.size()));
    }
}
