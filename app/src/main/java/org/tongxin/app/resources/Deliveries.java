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
 * Needs and what answers them, point to point: proposed by the duty officer, accepted or declined by the receiver, sent by
 * the duty officer, received by the receiver, so that nobody signs for both sides. Thread-safe; a need is always locked before its deliveries, and both before the item.
 */
@Service
public class Deliveries {

    private static final UUID NO_ACCOUNT = new UUID(0, 0);
    static final String SELECT = """
            select d.id, d.number, d.need_id, n.number as need_number, d.from_id, d.offer_id,
                   coalesce(f.name, o.number) as "from", coalesce(f.name_en, o.number) as from_en,
                   h.id as to_id, h.name as to_name, h.name_en as to_name_en, h.area_path as to_path,
                   d.item_code, i.name as item_name, i.name_en as item_name_en, i.kind as item_kind,
                   d.item_code <> n.item_code as stand_in, d.stands_for, i.unit, i.unit_en, d.quantity, d.state, d.wish, d.received, d.loss_reason, d.proposed_at, d.sent_at, d.received_at, d.version
            from supply_delivery d join supply_need n on n.id = d.need_id join supply_holder h on h.id = n.holder_id
            join supply_item i on i.code = d.item_code left join supply_holder f on f.id = d.from_id
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
    private final Deputies deputies;
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
            Deputies deputies,
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
        this.deputies = deputies;
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
        Stream<Candidate> given = offers.open(territory).stream()
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
                        offers.free(offer),
                        kilometres(need, offer.latitude(), offer.longitude())))
                .filter(candidate -> candidate.free() > 0);
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

    /** The duty officer proposes an answer with the very item that was asked for; see {@link #propose(Actor, String, UUID, Answer)}. */
    @Transactional
    public Outcome<Delivery> propose(
            Actor actor, String key, UUID need, @Nullable UUID from, @Nullable UUID offer, long quantity) {
        return propose(actor, key, need, new Answer(from, offer, "", quantity));
    }

    /**
     * What may answer a need. Exactly one of {@code from} and {@code offer}.
     *
     * @param from a warehouse
     * @param itemCode what is sent: a stand-in; empty for the item that was asked for
     * @param quantity base units of what is sent
     */
    public record Answer(@Nullable UUID from, @Nullable UUID offer, String itemCode, long quantity) {}

    /**
     * The duty officer proposes an answer to a need, whole or in part.
     *
     * @param key what makes it this proposal: made twice it is there once
     */
    @Transactional
    public Outcome<Delivery> propose(Actor actor, String key, UUID need, Answer answer) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Delivery>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        Optional<Need> asked = needs.lock(need, actor.territory());
        if (asked.isEmpty()) {
            return Outcome.refused("G-010", need);
        }
        UUID id = clerk.id("supply-delivery", actor.login(), key);
        Optional<Delivery> known = find(id, actor.territory());
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        String itemCode = answer.itemCode().isBlank() ? asked.get().itemCode() : answer.itemCode();
        Optional<Integer> standsFor = standsFor(asked.get(), itemCode);
        return standsFor
                .map(each -> propose(actor, id, asked.get(), new Sent(answer, itemCode, each)))
                .orElseGet(() -> Outcome.refused("G-048", itemCode, asked.get().itemName()));
    }

    /** What is sent, and what a unit of it stands for. */
    private record Sent(Answer answer, String itemCode, int standsFor) {

        long quantity() {
            return answer.quantity();
        }
    }

    private Optional<Integer> standsFor(Need need, String itemCode) {
        return need.itemCode().equals(itemCode)
                ? Optional.of(1)
                : catalogue.standIns(need.itemCode()).stream()
                        .filter(each -> each.itemCode().equals(itemCode))
                        .map(Substitute::standsFor)
                        .findFirst();
    }

    private Outcome<Delivery> propose(Actor actor, UUID id, Need need, Sent sent) {
        if (!need.open()) {
            return Outcome.refused("G-007", need.number(), Clerk.word(need.state()));
        }
        if (sent.quantity() < 1 || sent.quantity() > Clerk.MOST) {
            return Outcome.refused("G-002", sent.quantity());
        }
        if ((sent.quantity() - 1) * sent.standsFor() >= need.remaining()) {
            return Outcome.refused("G-013", need.number(), need.remaining(), sent.quantity() * sent.standsFor());
        }
        UUID offer = sent.answer().offer();
        Optional<Outcome<Delivery>> refused =
                offer == null ? warehouseRefusal(actor, sent) : offerRefusal(actor, sent, offer);
        return refused.orElseGet(() -> Outcome.accepted(insert(actor, id, need, sent)));
    }

    private Optional<Outcome<Delivery>> warehouseRefusal(Actor actor, Sent sent) {
        UUID from = sent.answer().from();
        Optional<Holder> place = from == null
                ? Optional.empty()
                : holders.find(from, actor.territory()).filter(found -> found.kind() == HolderKind.WAREHOUSE);
        if (place.isEmpty()) {
            return Optional.of(Outcome.refused("G-005", String.valueOf(from)));
        }
        ledger.lock(sent.itemCode());
        long free = ledger.free(place.get().id(), sent.itemCode());
        return free < sent.quantity()
                ? Optional.of(Outcome.refused("G-006", place.get().name(), free, sent.quantity()))
                : Optional.empty();
    }

    private Optional<Outcome<Delivery>> offerRefusal(Actor actor, Sent sent, UUID offer) {
        Optional<Offer> found = offers.lock(offer, actor.territory());
        if (found.isEmpty() || !found.get().itemCode().equals(sent.itemCode())) {
            return Optional.of(Outcome.refused("G-010", offer));
        }
        if (found.get().state() != Offer.State.OPEN) {
            return Optional.of(Outcome.refused(
                    "G-007", found.get().number(), Clerk.word(found.get().state())));
        }
        ledger.lock(sent.itemCode());
        long left = offers.free(found.get());
        return left < sent.quantity()
                ? Optional.of(Outcome.refused("G-006", found.get().number(), left, sent.quantity()))
                : Optional.empty();
    }

    private Delivery insert(Actor actor, UUID id, Need need, Sent sent) {
        String number = clerk.number("P");
        UUID offer = sent.answer().offer();
        jdbc.sql("insert into supply_delivery (id, number, need_id, from_id, offer_id, item_code, stands_for, quantity,"
                        + " proposed_by, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        need.id(),
                        offer == null ? sent.answer().from() : null,
                        offer,
                        sent.itemCode(),
                        sent.standsFor(),
                        sent.quantity(),
                        actor.login(),
                        clerk.stamp()))
                .update();
        clerk.audit(
                actor, "supply.deliveryProposed", number, Map.of("need", need.number(), "quantity", sent.quantity()));
        return find(id, "").orElseThrow();
    }

    /** Whether a post answers for the receiving place: who works there, or whom the place has named, never the sender. */
    public boolean answers(Actor actor, Delivery delivery) {
        return deputies.answers(actor, delivery.toId(), delivery.toPath());
    }

    private Outcome<Delivery> readyToAnswer(Actor actor, UUID id, int version, Delivery.State state) {
        Outcome<Delivery> ready = ready(actor, id, version, state);
        return ready instanceof Outcome.Accepted<Delivery> found && !answers(actor, found.value())
                ? Outcome.refused("G-047", found.value().toName())
                : ready;
    }

    /** The receiver takes what is proposed. */
    @Transactional
    public Outcome<Delivery> accept(Actor actor, UUID id, int version) {
        Outcome<Delivery> ready = readyToAnswer(actor, id, version, Delivery.State.PROPOSED);
        if (ready instanceof Outcome.Accepted<Delivery> found) {
            state(id, Delivery.State.ACCEPTED);
            clerk.audit(actor, "supply.deliveryAccepted", found.value().number(), Map.of());
            return Outcome.accepted(find(id, "").orElseThrow());
        }
        return ready;
    }

    /**
     * What a receiver would rather have.
     *
     * @param words in their own words; may be empty
     * @param itemCode another item of the catalogue, for which a need is made in the same step; empty for none
     * @param quantity base units of it; of no account without an item
     */
    public record Wish(String words, String itemCode, long quantity) {

        public static Wish of(String words) {
            return new Wish(words, "", 0);
        }
    }

    /**
     * The receiver does not take it, and may say what would be better. The plan of goods does not propose these units again until
     * the need is changed. Who declined is kept nowhere.
     */
    @Transactional
    public Outcome<Delivery> decline(Actor actor, UUID id, Wish wish, int version) {
        Outcome<Delivery> ready = readyToAnswer(actor, id, version, Delivery.State.PROPOSED);
        if (!(ready instanceof Outcome.Accepted<Delivery> found)) {
            return ready;
        }
        if (Clerk.namesAPersonsPhone(wish.words())) {
            return Outcome.refused("G-016");
        }
        Optional<Outcome<Delivery>> refused = instead(found.value(), wish);
        if (refused.isPresent()) {
            return refused.get();
        }
        state(id, Delivery.State.DECLINED);
        jdbc.sql("update supply_delivery set wish = nullif(?, '') where id = ?")
                .params(wish.words().strip(), id)
                .update();
        needs.declined(found.value().needId(), found.value().answers());
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** Asks for what is wished for, as urgent and for as many people as before; the reason where that is refused. */
    private Optional<Outcome<Delivery>> instead(Delivery delivery, Wish wish) {
        if (wish.itemCode().isBlank()) {
            return Optional.empty();
        }
        Need before = needs.find(delivery.needId(), "").orElseThrow();
        Outcome<Need> asked = needs.ask(
                ofPlace(before.areaPath()),
                "instead of " + delivery.number(),
                new Needs.Request(
                        before.areaPath(),
                        before.holderId(),
                        wish.itemCode(),
                        wish.quantity(),
                        before.priority(),
                        before.until(),
                        before.people(),
                        wish.words().isBlank() ? before.why() : wish.words(),
                        null));
        return asked instanceof Outcome.Refused<Need> refused
                ? Optional.of(new Outcome.Refused<>(refused.refusal()))
                : Optional.empty();
    }

    /** Asks for the place, not for a named person: what is kept of the wish must not say who declined. */
    private static Actor ofPlace(String areaPath) {
        return new Actor(NO_ACCOUNT, Need.ASKED_BY_PLACE, "收货点", Role.COMMUNITY_WORKER, areaPath, false);
    }

    /** The duty officer takes back what has not been sent. */
    @Transactional
    public Outcome<Delivery> withdraw(Actor actor, UUID id, int version) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        Outcome<Delivery> ready = ready(actor, id, version, Delivery.State.PROPOSED, Delivery.State.ACCEPTED);
        if (ready instanceof Outcome.Accepted<Delivery> found) {
            state(id, Delivery.State.WITHDRAWN);
            clerk.audit(actor, "supply.deliveryWithdrawn", found.value().number(), Map.of());
            return Outcome.accepted(find(id, "").orElseThrow());
        }
        return ready;
    }

    /** Locks the need, then the delivery, and says whether it stands where the actor thinks. */
    private Outcome<Delivery> ready(Actor actor, UUID id, int version, Delivery.State... states) {
        Optional<Delivery> seen = find(id, actor.territory());
        if (seen.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        needs.lock(seen.get().needId(), "");
        return clerk.ready("supply_delivery", id, each -> find(each, actor.territory()), version, states);
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
        Outcome<Delivery> ready = ready(actor, id, version, Delivery.State.ACCEPTED);
        if (!(ready instanceof Outcome.Accepted<Delivery> found)) {
            return ready;
        }
        Delivery delivery = found.value();
        ledger.lock(delivery.itemCode());
        Optional<List<Ledger.Line>> taken = takenFor(delivery);
        if (taken.isEmpty()) {
            long there = place(delivery)
                    .map(each -> ledger.usable(each, delivery.itemCode()))
                    .orElse(0L);
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

    /** The place in the ledger from which it goes; none for an offer that enters the ledger when it is sent. */
    private Optional<UUID> place(Delivery delivery) {
        UUID offer = delivery.offerId();
        return offer == null
                ? Optional.ofNullable(delivery.fromId())
                : offers.find(offer, "").map(Offer::unitId);
    }

    private Optional<List<Ledger.Line>> takenFor(Delivery delivery) {
        Optional<UUID> place = place(delivery);
        if (place.isPresent()) {
            return ledger.take(place.get(), delivery.itemCode(), delivery.quantity());
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
        Outcome<Delivery> ready = readyToAnswer(actor, id, version, Delivery.State.SENT);
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
        if (needs.arrived(need, quantity * delivery.standsFor())) {
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
