package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.core.geo.GreatCircle;

/**
 * Needs and what answers them, point to point: proposed by the duty officer, accepted or declined by the receiver, sent,
 * received. Thread-safe; a need is always locked before its deliveries, and both before the item.
 */
@Service
public class Deliveries {

    private static final String SELECT = """
            select d.id, d.number, d.need_id, n.number as need_number, d.from_id, d.offer_id,
                   coalesce(f.name, o.number) as "from", coalesce(f.name_en, o.number) as from_en,
                   h.id as to_id, h.name as to_name, h.name_en as to_name_en, h.area_path as to_path,
                   n.item_code, i.name as item_name, i.name_en as item_name_en, i.kind as item_kind, i.unit, i.unit_en,
                   d.quantity, d.state, d.wish, d.received, d.loss_reason, d.proposed_at, d.sent_at, d.received_at, d.version
            from supply_delivery d join supply_need n on n.id = d.need_id join supply_holder h on h.id = n.holder_id
            join supply_item i on i.code = n.item_code left join supply_holder f on f.id = d.from_id
            left join supply_offer o on o.id = d.offer_id
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;
    private final Needs needs;
    private final Offers offers;
    private final Stocks stocks;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Announcer announcer;

    Deliveries(
            JdbcClient jdbc,
            Clerk clerk,
            Ledger ledger,
            Holders holders,
            Needs needs,
            Offers offers,
            Stocks stocks,
            Catalogue catalogue,
            Organisation organisation,
            Announcer announcer) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
        this.needs = needs;
        this.offers = offers;
        this.stocks = stocks;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.announcer = announcer;
    }

    /** Deliveries in one state to places of a territory, oldest first. */
    public List<Delivery> list(Delivery.State state, String territory, int limit) {
        return jdbc.sql(SELECT + " and d.state = :state order by d.proposed_at, d.number limit :limit")
                .param("territory", territory)
                .param("state", state.name())
                .param("limit", limit)
                .query(Delivery.class)
                .list();
    }

    /** What answers one need, newest first. */
    public List<Delivery> ofNeed(UUID need, String territory) {
        return jdbc.sql(SELECT + " and n.id = :need order by d.number desc")
                .param("territory", territory)
                .param("need", need)
                .query(Delivery.class)
                .list();
    }

    public Optional<Delivery> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and d.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Delivery.class)
                .optional();
    }

    /** Where a need could be answered from in a territory, the nearest first; stand-ins after the item itself. */
    public List<Candidate> candidates(Need need, String territory, int limit) {
        List<Candidate> all = new ArrayList<>(candidates(need, need.itemCode(), 1, territory));
        for (Substitute standIn : catalogue.standIns(need.itemCode())) {
            all.addAll(candidates(need, standIn.itemCode(), standIn.standsFor(), territory));
        }
        Comparator<Candidate> nearest = Comparator.comparing(
                        (Candidate each) -> !each.itemCode().equals(need.itemCode()))
                .thenComparing(Candidate::kilometres, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Candidate::name);
        return all.stream().sorted(nearest).limit(limit).toList();
    }

    private List<Candidate> candidates(Need need, String itemCode, int standsFor, String territory) {
        Stream<Candidate> warehouses = stocks.ofItem(itemCode, territory).stream()
                .filter(stock -> stock.holderKind() == HolderKind.WAREHOUSE && stock.free() > 0)
                .map(stock -> new Candidate(
                        stock.holderId(),
                        null,
                        stock.holderName(),
                        stock.holderNameEn(),
                        itemCode,
                        stock.itemName(),
                        stock.itemNameEn(),
                        standsFor,
                        stock.free(),
                        kilometres(need, stock.latitude(), stock.longitude())));
        Stream<Candidate> given = offers.open(territory, Integer.MAX_VALUE).stream()
                .filter(offer -> offer.itemCode().equals(itemCode))
                .map(offer -> new Candidate(
                        null,
                        offer.id(),
                        offer.number() + " " + offer.areaName(),
                        offer.number() + " " + offer.areaNameEn(),
                        itemCode,
                        offer.itemName(),
                        offer.itemNameEn(),
                        standsFor,
                        offer.left(),
                        kilometres(need, offer.latitude(), offer.longitude())));
        return Stream.concat(warehouses, given).toList();
    }

    private static @Nullable Double kilometres(Need need, @Nullable Double latitude, @Nullable Double longitude) {
        Double fromLatitude = need.latitude();
        Double fromLongitude = need.longitude();
        if (fromLatitude == null || fromLongitude == null || latitude == null || longitude == null) {
            return null;
        }
        return GreatCircle.kilometres(fromLatitude, fromLongitude, latitude, longitude);
    }

    /**
     * The duty officer proposes an answer to a need, whole or in part. Exactly one of {@code from} and {@code offer}.
     *
     * @param key what makes it this proposal: made twice it is there once
     * @param from a warehouse
     * @param quantity base units
     */
    @Transactional
    public Outcome<Delivery> propose(
            Actor actor, String key, UUID need, @Nullable UUID from, @Nullable UUID offer, long quantity) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Need> asked = needs.lock(need, actor.territory());
        if (asked.isEmpty()) {
            return Outcome.refused("G-010", need);
        }
        UUID id = clerk.id("supply-delivery", key);
        Optional<Delivery> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        if (!asked.get().open()) {
            return Outcome.refused(
                    "G-007", asked.get().number(), Clerk.word(asked.get().state()));
        }
        if (quantity < 1 || quantity > Clerk.MOST) {
            return Outcome.refused("G-002", quantity);
        }
        if (quantity > asked.get().remaining()) {
            return Outcome.refused("G-013", asked.get().number(), asked.get().remaining(), quantity);
        }
        Optional<Outcome<Delivery>> refused = offer == null
                ? warehouseRefusal(actor, asked.get(), from, quantity)
                : offerRefusal(actor, asked.get(), offer, quantity);
        return refused.orElseGet(
                () -> Outcome.accepted(insert(actor, id, asked.get(), offer == null ? from : null, offer, quantity)));
    }

    private Optional<Outcome<Delivery>> warehouseRefusal(Actor actor, Need need, @Nullable UUID from, long quantity) {
        Optional<Holder> place = from == null
                ? Optional.empty()
                : holders.find(from, actor.territory()).filter(found -> found.kind() == HolderKind.WAREHOUSE);
        if (place.isEmpty()) {
            return Optional.of(Outcome.refused("G-005", String.valueOf(from)));
        }
        ledger.lock(need.itemCode());
        long free = stocks.ofHolder(place.get().id(), actor.territory()).stream()
                .filter(stock -> stock.itemCode().equals(need.itemCode()))
                .mapToLong(Stock::free)
                .sum();
        return free < quantity
                ? Optional.of(Outcome.refused("G-006", place.get().name(), free, quantity))
                : Optional.empty();
    }

    private Optional<Outcome<Delivery>> offerRefusal(Actor actor, Need need, UUID offer, long quantity) {
        Optional<Offer> found = offers.lock(offer, actor.territory());
        if (found.isEmpty() || !found.get().itemCode().equals(need.itemCode())) {
            return Optional.of(Outcome.refused("G-010", offer));
        }
        if (found.get().state() != Offer.State.OPEN) {
            return Optional.of(Outcome.refused(
                    "G-007", found.get().number(), Clerk.word(found.get().state())));
        }
        return found.get().left() < quantity
                ? Optional.of(Outcome.refused(
                        "G-006", found.get().number(), found.get().left(), quantity))
                : Optional.empty();
    }

    private Delivery insert(Actor actor, UUID id, Need need, @Nullable UUID from, @Nullable UUID offer, long quantity) {
        String number = clerk.number("P");
        jdbc.sql(
                        "insert into supply_delivery (id, number, need_id, from_id, offer_id, quantity, proposed_by, proposed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id, number, need.id(), from, offer, quantity, actor.login(), clerk.stamp()))
                .update();
        clerk.audit(actor, "supply.deliveryProposed", number, Map.of("need", need.number(), "quantity", quantity));
        return find(id, "").orElseThrow();
    }

    /** Whether a post answers for the receiving place. */
    public static boolean answers(Actor actor, Delivery delivery) {
        return Needs.asks(actor) && actor.covers(delivery.toPath());
    }

    /** The receiver takes what is proposed. */
    @Transactional
    public Outcome<Delivery> accept(Actor actor, UUID id, int version) {
        Outcome<Delivery> ready = ready(actor, id, version, List.of(Delivery.State.PROPOSED));
        if (ready instanceof Outcome.Accepted<Delivery> found) {
            state(id, Delivery.State.ACCEPTED);
            clerk.audit(actor, "supply.deliveryAccepted", found.value().number(), Map.of());
            return Outcome.accepted(find(id, "").orElseThrow());
        }
        return ready;
    }

    /** The receiver does not take it, and may say what would be better. Who declined is kept nowhere. */
    @Transactional
    public Outcome<Delivery> decline(Actor actor, UUID id, String wish, int version) {
        Outcome<Delivery> ready = ready(actor, id, version, List.of(Delivery.State.PROPOSED));
        if (ready instanceof Outcome.Accepted<Delivery>) {
            state(id, Delivery.State.DECLINED);
            jdbc.sql("update supply_delivery set wish = nullif(?, '') where id = ?")
                    .params(wish.strip(), id)
                    .update();
            return Outcome.accepted(find(id, "").orElseThrow());
        }
        return ready;
    }

    /** The duty officer takes back what has not been sent. */
    @Transactional
    public Outcome<Delivery> withdraw(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Delivery> ready = ready(actor, id, version, List.of(Delivery.State.PROPOSED, Delivery.State.ACCEPTED));
        if (ready instanceof Outcome.Accepted<Delivery> found) {
            state(id, Delivery.State.WITHDRAWN);
            clerk.audit(actor, "supply.deliveryWithdrawn", found.value().number(), Map.of());
            return Outcome.accepted(find(id, "").orElseThrow());
        }
        return ready;
    }

    /** Locks the need, then the delivery, and says whether it stands where the actor thinks. */
    private Outcome<Delivery> ready(Actor actor, UUID id, int version, List<Delivery.State> states) {
        if (!Needs.asks(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Delivery> seen = find(id, actor.territory());
        if (seen.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        needs.lock(seen.get().needId(), "");
        jdbc.sql("select 1 from supply_delivery where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
        Delivery delivery = find(id, actor.territory()).orElseThrow();
        boolean stands = delivery.version() == version && states.contains(delivery.state());
        return stands
                ? Outcome.accepted(delivery)
                : Outcome.refused("G-007", delivery.number(), Clerk.word(delivery.state()));
    }

    private void state(UUID id, Delivery.State state) {
        jdbc.sql("update supply_delivery set state = ?, version = version + 1 where id = ?")
                .params(state.name(), id)
                .update();
    }

    /** The duty officer sends what was accepted: from the warehouse, first expired first, or as a new lot of the offer. */
    @Transactional
    public Outcome<Delivery> send(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Delivery> ready = ready(actor, id, version, List.of(Delivery.State.ACCEPTED));
        if (!(ready instanceof Outcome.Accepted<Delivery> found)) {
            return ready;
        }
        Delivery delivery = found.value();
        ledger.lock(delivery.itemCode());
        Optional<List<Ledger.Line>> taken = takenFor(delivery);
        if (taken.isEmpty()) {
            UUID from = delivery.fromId();
            long there = from == null ? 0 : ledger.usableSum(from, delivery.itemCode());
            return Outcome.refused("G-006", delivery.from(), there, delivery.quantity());
        }
        ledger.post(new Ledger.Entry(
                MovementKind.SENDING,
                sending(id),
                actor.login(),
                delivery.number(),
                Ledger.both(taken.get(), holders.account(HolderKind.IN_TRANSIT))));
        state(id, Delivery.State.SENT);
        jdbc.sql("update supply_delivery set sent_at = ? where id = ?")
                .params(clerk.stamp(), id)
                .update();
        clerk.audit(actor, "supply.sent", delivery.number(), Map.of("quantity", delivery.quantity()));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    private static String sending(UUID delivery) {
        return "sending:" + delivery;
    }

    private Optional<List<Ledger.Line>> takenFor(Delivery delivery) {
        UUID from = delivery.fromId();
        if (from != null) {
            return ledger.take(from, delivery.itemCode(), delivery.quantity());
        }
        Offer offer = offers.find(java.util.Objects.requireNonNull(delivery.offerId()), "")
                .orElseThrow();
        UUID donor = holders.account(HolderKind.DONOR);
        if (offer.expiresOn() != null && offer.expiresOn().isBefore(clerk.today())) {
            return Optional.empty();
        }
        UUID lot = ledger.lot(delivery.itemCode(), donor, Source.OFFER, offer.number(), offer.expiresOn());
        return Optional.of(List.of(new Ledger.Line(donor, lot, -delivery.quantity())));
    }

    /**
     * The receiver says how much arrived. What is missing is posted as lost, with the reason, never left out.
     *
     * @param quantity base units that arrived, from 0 to what was sent
     * @param lossReason why less arrived; of no account where all arrived
     */
    @Transactional
    public Outcome<Delivery> receive(Actor actor, UUID id, long quantity, String lossReason, int version) {
        Outcome<Delivery> ready = ready(actor, id, version, List.of(Delivery.State.SENT));
        if (!(ready instanceof Outcome.Accepted<Delivery> found)) {
            return ready;
        }
        Delivery delivery = found.value();
        if (quantity < 0 || quantity > delivery.quantity()) {
            return Outcome.refused("G-011", quantity, delivery.quantity());
        }
        long lost = delivery.quantity() - quantity;
        if (lost > 0 && lossReason.isBlank()) {
            return Outcome.refused("G-012", lost);
        }
        ledger.lock(delivery.itemCode());
        UUID transit = holders.account(HolderKind.IN_TRANSIT);
        ledger.post(new Ledger.Entry(
                MovementKind.RECEIPT,
                "receipt:" + id,
                actor.login(),
                lost > 0 ? delivery.number() + " " + lossReason.strip() : delivery.number(),
                arrival(ledger.broughtBy(sending(id), transit), transit, delivery.toId(), quantity)));
        jdbc.sql("update supply_delivery set state = 'RECEIVED', received = ?, loss_reason = ?, received_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(quantity, lost > 0 ? lossReason.strip() : null, clerk.stamp(), id))
                .update();
        clerk.audit(actor, "supply.received", delivery.number(), Map.of("quantity", quantity, "lost", lost));
        Need need = needs.find(delivery.needId(), "").orElseThrow();
        if (needs.arrived(need, quantity)) {
            announce(actor, need);
        }
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** The first {@code quantity} base units go to the receiver, the rest is lost. */
    private List<Ledger.Line> arrival(List<Ledger.Line> sent, UUID transit, UUID receiver, long quantity) {
        UUID lost = holders.account(HolderKind.LOST);
        List<Ledger.Line> lines = new ArrayList<>();
        long arriving = quantity;
        for (Ledger.Line line : sent) {
            long here = Math.min(arriving, line.quantity());
            lines.add(new Ledger.Line(transit, line.lot(), -line.quantity()));
            if (here > 0) {
                lines.add(new Ledger.Line(receiver, line.lot(), here));
            }
            if (here < line.quantity()) {
                lines.add(new Ledger.Line(lost, line.lot(), line.quantity() - here));
            }
            arriving -= here;
        }
        return lines;
    }

    private void announce(Actor actor, Need need) {
        Area area = organisation.findArea(need.areaPath()).orElseThrow();
        announcer.announce(new NeedMet(
                announcer.facts(
                        NeedMet.class,
                        need.number(),
                        need.areaPath(),
                        actor.login(),
                        null,
                        Reason.of(
                                "needMet",
                                Reason.name(area.name(), area.nameEn()),
                                Reason.name(need.itemName(), need.itemNameEn()),
                                need.quantity(),
                                Reason.name(need.unit(), need.unitEn()),
                                need.number())),
                need.id()));
    }
}
