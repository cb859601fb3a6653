package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.resources.Block;
import org.tongxin.app.resources.Candidate;
import org.tongxin.app.resources.Catalogue;
import org.tongxin.app.resources.Deliveries;
import org.tongxin.app.resources.Delivery;
import org.tongxin.app.resources.Donations;
import org.tongxin.app.resources.Goods;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Item;
import org.tongxin.app.resources.LotStock;
import org.tongxin.app.resources.Need;
import org.tongxin.app.resources.NeedPriority;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Order;
import org.tongxin.app.resources.Procurement;
import org.tongxin.app.resources.Producers;
import org.tongxin.app.resources.Proposal;
import org.tongxin.app.resources.Requisition;
import org.tongxin.app.resources.Requisitions;
import org.tongxin.app.resources.Reserves;
import org.tongxin.app.resources.Settlement;
import org.tongxin.app.resources.Stocks;
import org.tongxin.app.resources.Transfer;
import org.tongxin.app.resources.Transfers;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.Warning;
import org.tongxin.app.warning.WarningState;
import org.tongxin.app.warning.Warnings;
import org.tongxin.core.random.KeyedRandom;

/**
 * The scripted supplies of a day: streets under orange or red warning ask, donors give, the duty officer answers from the
 * nearest store and orders what the floors call for, orders arrive, blocks are cleared. A repeated phase does nothing twice.
 */
@Component
class SuppliesScript {

    private static final int ASKED_A_DAY = 4;
    private static final int ANSWERED_A_DAY = 12;
    private static final int ORDERED_A_DAY = 4;
    private static final double ASKS = 0.35;
    private static final double GIVES = 0.7;
    private static final double LOSES = 0.06;
    private static final double CLEARS = 0.04;
    private static final int DONOR_KINDS = 5;
    private static final int COMMUNITY_DIGITS = 12;
    private static final int BEDS = 200;
    private static final int BROKEN = 4;
    private static final long BED_FEN = 18_000;
    private static final Duration USEFUL = Duration.ofDays(3);

    private final Cast cast;
    private final DistrictClock clock;
    private final Warnings warnings;
    private final Catalogue catalogue;
    private final Needs needs;
    private final Deliveries deliveries;
    private final Donations donations;
    private final Holders holders;
    private final Stocks stocks;
    private final Reserves reserves;
    private final Procurement procurement;
    private final Producers producers;
    private final Transfers transfers;
    private final Requisitions requisitions;
    private final MessageSource messages;
    private final KeyedRandom chance;

    SuppliesScript(
            Cast cast,
            DistrictClock clock,
            Warnings warnings,
            Catalogue catalogue,
            Needs needs,
            Deliveries deliveries,
            Donations donations,
            Holders holders,
            Stocks stocks,
            Reserves reserves,
            Procurement procurement,
            Producers producers,
            Transfers transfers,
            Requisitions requisitions,
            MessageSource messages,
            PlatformSettings settings) {
        this.cast = cast;
        this.clock = clock;
        this.warnings = warnings;
        this.catalogue = catalogue;
        this.needs = needs;
        this.deliveries = deliveries;
        this.donations = donations;
        this.holders = holders;
        this.stocks = stocks;
        this.reserves = reserves;
        this.procurement = procurement;
        this.producers = producers;
        this.transfers = transfers;
        this.requisitions = requisitions;
        this.messages = messages;
        this.chance = new KeyedRandom(settings.seed());
    }

    /** Streets ask, a donor gives, what is due arrives. */
    void morning() {
        arrivals();
        donation();
        Actor streets = cast.play(Cast.STREETS);
        int asked = 0;
        for (Warning warning : warnings.list(WarningState.ISSUED, streets.territory())) {
            boolean grave = warning.level() == RatingLevel.RED || warning.level() == RatingLevel.ORANGE;
            if (asked < ASKED_A_DAY && grave && warning.areaPath().length() == 9 && asks(warning.areaPath())) {
                ask(streets, warning);
                asked++;
            }
        }
    }

    private boolean asks(String street) {
        return chance.uniform(111, KeyedRandom.key(street), day()) < ASKS;
    }

    private long day() {
        return clock.today().toEpochDay();
    }

    private void ask(Actor streets, Warning warning) {
        String street = warning.areaPath();
        List<SuppliesScenario.Wanted> wanted = SuppliesScenario.wanted();
        SuppliesScenario.Wanted item = wanted.get(chance.below(wanted.size(), 112, KeyedRandom.key(street), day()));
        int people = 300 + chance.below(900, 113, KeyedRandom.key(street), day());
        needs.ask(
                        streets,
                        "script/" + street + '/' + clock.today(),
                        new Needs.Request(
                                street,
                                null,
                                item.code(),
                                Math.max(1, Math.round(people * item.perPerson())),
                                warning.level() == RatingLevel.RED ? NeedPriority.URGENT : NeedPriority.ORDINARY,
                                clock.now().plus(USEFUL),
                                people,
                                text("script.supplies.why"),
                                warning.causedBy()))
                .orThrow();
    }

    private void donation() {
        long day = day();
        List<Holder> warehouses = holders.list(HolderKind.WAREHOUSE, "");
        if (warehouses.isEmpty() || chance.uniform(114, day) >= GIVES) {
            return;
        }
        String donor = chance.uniform(115, day) < 0.3
                ? null
                : text("script.supplies.donor." + chance.below(DONOR_KINDS, 116, day));
        List<SuppliesScenario.Wanted> wanted = SuppliesScenario.wanted();
        String item = wanted.get(chance.below(wanted.size(), 117, day)).code();
        Holder into = warehouses.get(chance.below(warehouses.size(), 118, day));
        donations
                .receive(
                        cast.play(Cast.DUTY),
                        "script/" + clock.today(),
                        donor,
                        into.id(),
                        new Goods(item, 50 + chance.below(1_950, 119, day), donatedExpiry(shelfDays(item))),
                        "")
                .orThrow();
    }

    private @Nullable Integer shelfDays(String item) {
        return catalogue.find(item).map(Item::shelfDays).orElse(null);
    }

    /** What is given has lain elsewhere for a while: a quarter of its shelf life is left. */
    private @Nullable LocalDate donatedExpiry(@Nullable Integer shelfDays) {
        return shelfDays == null ? null : clock.today().plusDays(Math.max(2, shelfDays / 4));
    }

    private void arrivals() {
        Actor duty = cast.play(Cast.DUTY);
        for (Order order : procurement.orders(duty.territory(), ANSWERED_A_DAY)) {
            if (order.state() == Order.State.ORDERED && !order.dueOn().isAfter(clock.today())) {
                procurement
                        .arrive(duty, order.id(), order.quantity(), expiry(order.shelfDays()), "", order.version())
                        .orThrow();
            }
        }
    }

    private @Nullable LocalDate expiry(@Nullable Integer shelfDays) {
        return shelfDays == null ? null : clock.today().plusDays(shelfDays);
    }

    /** The duty officer answers the most pressing needs from the nearest store and orders what the floors call for. */
    void answer() {
        Actor duty = cast.play(Cast.DUTY);
        for (Need need : needs.open(duty.territory(), ANSWERED_A_DAY)) {
            if (need.remaining() > 0) {
                propose(duty, need);
            }
        }
        reserves.proposals(duty.territory()).stream()
                .filter(each -> each.agreement() != null && each.quantity() > 0)
                .limit(ORDERED_A_DAY)
                .forEach(each -> order(duty, each));
        accepted(duty);
    }

    private void propose(Actor duty, Need need) {
        Optional<Candidate> nearest = deliveries.candidates(need, duty.territory(), 1).stream()
                .filter(each -> each.itemCode().equals(need.itemCode()))
                .findFirst();
        nearest.ifPresent(from -> deliveries.propose(
                duty,
                "script/" + need.number() + '/' + clock.today(),
                need.id(),
                from.fromId(),
                from.offerId(),
                Math.min(from.free(), need.remaining())));
    }

    private void order(Actor duty, Proposal proposal) {
        UUID agreement = java.util.Objects.requireNonNull(proposal.agreement()).id();
        UUID warehouse = proposal.floor().holderId();
        procurement.order(
                duty,
                "script/" + warehouse + '/' + agreement + '/' + clock.today(),
                agreement,
                warehouse,
                proposal.quantity());
    }

    private void accepted(Actor duty) {
        Actor streets = cast.play(Cast.STREETS);
        for (Delivery delivery : deliveries.list(Delivery.State.PROPOSED, streets.territory(), ANSWERED_A_DAY)) {
            deliveries.accept(receiver(delivery), delivery.id(), delivery.version());
        }
        for (Delivery delivery : deliveries.list(Delivery.State.ACCEPTED, duty.territory(), ANSWERED_A_DAY)) {
            deliveries.send(duty, delivery.id(), delivery.version());
        }
    }

    /** Streets sign for what came, a little of it broken now and then, and hand half of it out; what has expired is written off, blocks are cleared. */
    void evening() {
        Actor streets = cast.play(Cast.STREETS);
        for (Delivery delivery : deliveries.list(Delivery.State.SENT, streets.territory(), ANSWERED_A_DAY)) {
            receive(receiver(delivery), delivery);
        }
        Actor duty = cast.play(Cast.DUTY);
        writeOff(duty);
        for (Block block : producers.open(duty.territory())) {
            if (chance.uniform(121, KeyedRandom.key(block.id().toString()), day()) < CLEARS) {
                producers.clear(duty, block.id(), text("script.supplies.cleared"), block.version());
            }
        }
    }

    private void writeOff(Actor duty) {
        for (LotStock lot : stocks.expiring(duty.territory(), 0)) {
            stocks.count(
                    duty,
                    "script/" + lot.lotNumber() + '/' + lot.holderId(),
                    lot.holderId(),
                    lot.lotId(),
                    0,
                    text("script.supplies.expired"));
        }
    }

    /** Each place signs for itself. */
    private Actor receiver(Delivery delivery) {
        boolean community = delivery.toPath().length() >= COMMUNITY_DIGITS;
        return cast.play(community ? Cast.COMMUNITIES : Cast.STREETS);
    }

    private void receive(Actor receiver, Delivery delivery) {
        long key = KeyedRandom.key(delivery.number());
        boolean loses = chance.uniform(122, key) < LOSES;
        long lost = loses ? Math.min(delivery.quantity(), 1 + delivery.quantity() / 50) : 0;
        Outcome<Delivery> received = deliveries.receive(
                receiver,
                delivery.id(),
                delivery.quantity() - lost,
                loses ? text("script.supplies.lost") : "",
                delivery.version());
        if (received instanceof Outcome.Accepted<Delivery>) {
            long half = (delivery.quantity() - lost) / 2;
            stocks.handOut(
                    receiver,
                    "script/" + delivery.number(),
                    delivery.toId(),
                    delivery.itemCode(),
                    half,
                    text("script.supplies.handOut"));
        }
    }

    /** A gift to a neighbouring district and one from it, each proposed once and decided by the signatory. */
    void transfers() {
        Actor duty = cast.play(Cast.DUTY);
        if (clock.today().getDayOfMonth() == 20) {
            plan(duty, Transfer.Direction.IN, "SUIT", 3_000);
        }
        if (clock.today().getDayOfMonth() == 28) {
            plan(duty, Transfer.Direction.OUT, "GLOVE", 2_000);
        }
        Actor signatory = cast.play(Cast.SIGNATORY);
        for (Transfer transfer : transfers.list(duty.territory(), ANSWERED_A_DAY)) {
            if (transfer.state() == Transfer.State.PROPOSED) {
                transfers.decide(signatory, transfer.id(), true, "", transfer.version());
            } else if (transfer.state() == Transfer.State.APPROVED) {
                transfers.move(duty, transfer.id(), transfer.quantity(), null, "", transfer.version());
            }
        }
    }

    /** Beds of a hotel, taken for isolation sites and given back at the end, four of them broken. */
    void requisition() {
        Actor signatory = cast.play(Cast.SIGNATORY);
        if (clock.today().getDayOfMonth() == 22) {
            holders.list(HolderKind.WAREHOUSE, "").stream()
                    .findFirst()
                    .ifPresent(warehouse -> requisitions.decide(
                            signatory,
                            "script/" + clock.today(),
                            new Requisitions.Decision(
                                    text("script.supplies.owner"),
                                    text("script.supplies.purpose"),
                                    "BED",
                                    BEDS,
                                    warehouse.id(),
                                    clock.today(),
                                    clock.today().plusDays(13),
                                    clock.today().plusDays(30))));
        }
        Actor duty = cast.play(Cast.DUTY);
        for (Requisition each : requisitions.list(duty.territory(), 1)) {
            if (each.state() == Requisition.State.DECIDED) {
                requisitions.takeOver(duty, each.id(), each.quantity(), null, each.version());
            } else if (each.state() == Requisition.State.IN_USE
                    && !clock.today().isBefore(each.untilOn())) {
                settle(duty, each);
            }
        }
    }

    private void settle(Actor duty, Requisition each) {
        boolean first = each.settled() == 0;
        requisitions.settle(
                duty,
                each.id(),
                first ? Settlement.Kind.RETURNED : Settlement.Kind.DAMAGED,
                first ? each.outstanding() - BROKEN : each.outstanding(),
                first ? 0 : BROKEN * BED_FEN,
                first ? "" : text("script.supplies.broken"),
                each.version());
    }

    private void plan(Actor duty, Transfer.Direction direction, String item, long quantity) {
        holders.list(HolderKind.WAREHOUSE, "").stream()
                .findFirst()
                .ifPresent(warehouse -> transfers.propose(
                        duty,
                        "script/" + direction + clock.today(),
                        new Transfers.Plan(
                                direction,
                                true,
                                text("script.supplies.partner"),
                                item,
                                quantity,
                                warehouse.id(),
                                text("script.supplies.transfer"),
                                clock.at(clock.today().plusDays(3), LocalTime.NOON))));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
