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
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DueWork;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/**
 * What units, donors and residents offer. Goods enter the ledger when they are sent; what a unit offers from stock that is in the
 * ledger is in it already. Thread-safe.
 */
@Service
public class Offers implements DueWork {

    private static final String SELECT = """
            select o.id, o.number, o.giver, o.holder_id as unit_id, o.name, o.area_path, a.name as area_name, a.name_en as area_name_en,
                   a.latitude, a.longitude, o.item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en,
                   o.quantity, coalesce((select sum(d.quantity) from supply_delivery d where d.offer_id = o.id
                       and d.state in ('PROPOSED', 'ACCEPTED', 'SENT', 'RECEIVED')), 0)::bigint as taken,
                   o.expires_on, o.until, o.state, o.version
            from supply_offer o join area a on a.path = o.area_path join supply_item i on i.code = o.item_code
            where o.area_path >= :territory and o.area_path < :territory || '~'
            """;

    private static final String OPEN = "select * from (" + SELECT + " and o.state = 'OPEN') s where quantity > taken";

    private static final Keyset BY_ITEM = new Keyset("supply_offer", "s", "@.item_code", "@.number");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Organisation organisation;

    Offers(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders, Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.organisation = organisation;
    }

    /**
     * What is offered.
     *
     * @param name who offers; {@code null} or blank for who does not want to be named, which is then not kept
     * @param unit the unit whose stock in the ledger it is; {@code null} for all others, and where it is known by its name
     */
    public record Proposal(
            Offer.Giver giver,
            @Nullable String name,
            @Nullable UUID unit,
            String areaPath,
            Goods goods,
            Instant until) {}

    /** A page of the offers that still have something left, by item and age; with names only for who handles them: to others they are nobody's. */
    public Paged<Offer> page(Actor actor, @Nullable Seen after) {
        Paged<Offer> page = BY_ITEM.read(
                jdbc, OPEN + " and", Map.of("territory", actor.territory()), Offer.class, after, Paged.SIZE, Offer::id);
        return Needs.asks(actor)
                ? page
                : new Paged<>(page.rows().stream().map(Offer::unnamed).toList(), page.next(), page.first());
    }

    /** Whether {@link #page} names a person to this actor, on any page. */
    public boolean namePersons(Actor actor) {
        return Needs.asks(actor)
                && jdbc.sql("select exists (select from (" + OPEN
                                + ") open where name is not null and giver <> 'UNIT')")
                        .param("territory", actor.territory())
                        .query(Boolean.class)
                        .single();
    }

    /** How many offers {@link #page} gives in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from (" + OPEN + ") open")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    /** All offers that still have something left, by item and age. */
    List<Offer> open(String territory) {
        return jdbc.sql(OPEN + " order by item_code, number")
                .param("territory", territory)
                .query(Offer.class)
                .list();
    }

    public Optional<Offer> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and o.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Offer.class)
                .optional();
    }

    /** What of an offer can be promised: of a unit's stock in the ledger only what is still free there. */
    long free(Offer offer) {
        return free(offer, 0);
    }

    /** @param spoken base units of what is free at the unit that something else is to have */
    long free(Offer offer, long spoken) {
        UUID unit = offer.unitId();
        return unit == null
                ? offer.left()
                : Math.max(0, Math.min(offer.left(), ledger.free(unit, offer.itemCode()) - spoken));
    }

    Optional<Offer> lock(UUID id, String territory) {
        jdbc.sql("select 1 from supply_offer where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id, territory);
    }

    /** Writes down an offer. @param key what makes it this offer: written twice it is there once */
    @Transactional
    public Outcome<Offer> offer(Actor actor, String key, Proposal proposal) {
        if (!Needs.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Offer>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        UUID id = clerk.id("supply-offer", actor.login(), key);
        clerk.oneAtATime("offer");
        Optional<Offer> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Holder> unit = unit(actor, proposal);
        Optional<Outcome<Offer>> refused = refusal(actor, proposal, unit);
        return refused.orElseGet(() -> Outcome.accepted(
                insert(actor, id, proposal, unit.map(Holder::id).orElse(null))));
    }

    /** The unit that offers, where its stock is in the ledger: as it was chosen, or else by its name and place. */
    private Optional<Holder> unit(Actor actor, Proposal proposal) {
        if (proposal.giver() != Offer.Giver.UNIT) {
            return Optional.empty();
        }
        String name = proposal.name() == null ? "" : proposal.name().strip();
        return holders.list(HolderKind.UNIT, actor.territory()).stream()
                .filter(each -> each.id().equals(proposal.unit())
                        || (proposal.unit() == null
                                && each.areaPath().equals(proposal.areaPath())
                                && (each.name().equals(name) || each.nameEn().equals(name))))
                .findFirst();
    }

    private Optional<Outcome<Offer>> refusal(Actor actor, Proposal proposal, Optional<Holder> unit) {
        Goods goods = proposal.goods();
        Optional<Outcome<Offer>> unsound = unit.isPresent()
                ? new Goods(goods.itemCode(), goods.quantity(), LocalDate.MAX).refusal(jdbc, clerk.today())
                : goods.refusal(jdbc, clerk.today());
        if (unsound.isPresent()) {
            return unsound;
        }
        if (proposal.unit() != null && unit.isEmpty()) {
            return Optional.of(Outcome.refused("G-005", proposal.unit()));
        }
        if (unit.isEmpty()
                && (organisation.findArea(proposal.areaPath()).isEmpty() || !actor.covers(proposal.areaPath()))) {
            return Optional.of(Outcome.refused("G-005", proposal.areaPath()));
        }
        if (!proposal.until().isAfter(clerk.now())) {
            return Optional.of(Outcome.refused("G-009", proposal.until()));
        }
        if (Clerk.namesAPersonsPhone(String.valueOf(proposal.name()))) {
            return Optional.of(Outcome.refused("G-016"));
        }
        return unit.flatMap(place -> tooMuch(place, goods));
    }

    private Optional<Outcome<Offer>> tooMuch(Holder unit, Goods goods) {
        ledger.lock(goods.itemCode());
        long free = ledger.free(unit.id(), goods.itemCode());
        return free < goods.quantity()
                ? Optional.of(Outcome.refused("G-006", unit.name(), free, goods.quantity()))
                : Optional.empty();
    }

    private Offer insert(Actor actor, UUID id, Proposal proposal, @Nullable UUID unit) {
        String number = clerk.number("F");
        String name = proposal.name();
        String area = unit == null
                ? proposal.areaPath()
                : holders.find(unit, "").map(Holder::areaPath).orElseThrow();
        jdbc.sql("insert into supply_offer (id, number, giver, name, area_path, item_code, quantity, expires_on, until,"
                        + " offered_by, offered_at, holder_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        proposal.giver().name(),
                        name == null || name.isBlank() ? null : name.strip(),
                        area,
                        proposal.goods().itemCode(),
                        proposal.goods().quantity(),
                        unit == null ? proposal.goods().expiresOn() : null,
                        Timestamp.from(proposal.until()),
                        actor.login(),
                        clerk.stamp(),
                        unit))
                .update();
        clerk.audit(
                actor, "supply.offered", number, Map.of("item", proposal.goods().itemCode()));
        return find(id, "").orElseThrow();
    }

    /** Whoever keeps offers of this ground takes one back; what is on the road still arrives. */
    @Transactional
    public Outcome<Offer> withdraw(Actor actor, UUID id, int version) {
        if (!Needs.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Offer> ready =
                clerk.ready("supply_offer", id, each -> find(each, actor.territory()), version, Offer.State.OPEN);
        if (!(ready instanceof Outcome.Accepted<Offer> found)) {
            return ready;
        }
        close(id, Offer.State.WITHDRAWN);
        clerk.audit(actor, "supply.offerWithdrawn", found.value().number(), Map.of());
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    private void close(UUID id, Offer.State state) {
        jdbc.sql("update supply_delivery set state = 'WITHDRAWN', version = version + 1"
                        + " where offer_id = ? and state in ('PROPOSED', 'ACCEPTED')")
                .param(id)
                .update();
        jdbc.sql("update supply_offer set state = ?, version = version + 1 where id = ?")
                .params(state.name(), id)
                .update();
    }

    @Override
    @Transactional
    public void runDue() {
        jdbc.sql("select id from supply_offer where state = 'OPEN' and (until <= ? or expires_on < ?)"
                        + " order by id for update")
                .params(clerk.stamp(), clerk.today())
                .query(UUID.class)
                .list()
                .forEach(id -> close(id, Offer.State.LAPSED));
    }
}
