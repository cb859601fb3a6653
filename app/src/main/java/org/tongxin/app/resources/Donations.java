package org.tongxin.app.resources;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.Outcome;

/** Donations, and the ledger of them that everybody may read. Thread-safe. */
@Service
public class Donations {

    private static final String SELECT = """
            select d.id, d.number, d.donor, d.item_code, i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en,
                   d.quantity, d.holder_id, h.name as holder_name, h.name_en as holder_name_en, d.received_at, d.wish,
                   coalesce(w.received, 0)::bigint as received, coalesce(w.in_stock, 0)::bigint as in_stock,
                   coalesce(w.on_the_way, 0)::bigint as on_the_way, coalesce(w.handed_out, 0)::bigint as handed_out,
                   coalesce(w.written_off, 0)::bigint as written_off, coalesce(w.passed_on, 0)::bigint as passed_on,
                   exists (select 1 from supply_movement m join supply_movement r on r.reverses = m.id
                           where m.key = 'donation:' || d.id) as corrected
            from supply_donation d join supply_item i on i.code = d.item_code join supply_holder h on h.id = d.holder_id
            left join lateral (
                select -sum(b.quantity) filter (where p.kind = 'DONOR') as received,
                       sum(b.quantity) filter (where p.physical and p.kind <> 'IN_TRANSIT') as in_stock,
                       sum(b.quantity) filter (where p.kind = 'IN_TRANSIT') as on_the_way,
                       sum(b.quantity) filter (where p.kind = 'CONSUMED') as handed_out,
                       sum(b.quantity) filter (where p.kind = 'LOST') as written_off,
                       sum(b.quantity) filter (where p.kind = 'OTHER_DISTRICT') as passed_on
                from supply_lot l join supply_balance b on b.lot_id = l.id join supply_holder p on p.id = b.holder_id
                where l.source = 'DONATION' and l.source_number = d.number) w on true
            """;

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Ledger ledger;
    private final Holders holders;

    Donations(JdbcClient jdbc, Clerk clerk, Ledger ledger, Holders holders) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.ledger = ledger;
        this.holders = holders;
    }

    /** All of them, newest first. For everybody. @param before only those received before this number; empty for the newest */
    public List<Donation> list(String before, int limit) {
        return jdbc.sql(SELECT
                        + " where :before = '' or d.serial < (select serial from supply_donation where number = :before)"
                        + " order by d.serial desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(Donation.class)
                .list();
    }

    /** By its number, as the donor was told it; small letters and spaces do. For everybody. */
    public Optional<Donation> find(String number) {
        return jdbc.sql(SELECT + " where d.number = ?")
                .param(number.strip().toUpperCase(Locale.ROOT))
                .query(Donation.class)
                .optional();
    }

    /** Sums for the head of the public ledger. */
    public Sums sums() {
        return jdbc.sql("select (count(*))::int as donations, (count(distinct item_code))::int as items,"
                        + " (count(*) filter (where donor is null))::int as anonymous from supply_donation")
                .query(Sums.class)
                .single();
    }

    public record Sums(int donations, int items, int anonymous) {}

    /**
     * Receives a donation into a place.
     *
     * @param key what makes it this donation: received twice it is there once
     * @param donor who gives; {@code null} or blank for who does not want to be named
     * @param wish what the donor would like done with it; may be empty
     */
    @Transactional
    public Outcome<Donation> receive(
            Actor actor, String key, @Nullable String donor, UUID holder, Goods goods, String wish) {
        Optional<Holder> place = holders.find(holder, actor.territory())
                .filter(found -> found.kind().physical() && found.kind() != HolderKind.IN_TRANSIT);
        if (place.isEmpty()) {
            return Outcome.refused("G-005", holder);
        }
        if (!Stocks.keeps(actor, place.get())) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Outcome<Donation>> unkeyed = Clerk.unkeyed(key);
        if (unkeyed.isPresent()) {
            return unkeyed.get();
        }
        UUID id = clerk.id("supply-donation", actor.login(), key);
        clerk.oneAtATime("donation");
        Optional<Donation> known = one(id);
        if (known.isPresent()) {
            return Outcome.accepted(known.get());
        }
        Optional<Outcome<Donation>> refused = goods.refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (Clerk.namesAPersonsPhone(donor + " " + wish)) {
            return Outcome.refused("G-016");
        }
        return Outcome.accepted(insert(actor, id, donor, holder, goods, wish));
    }

    private Optional<Donation> one(UUID id) {
        return jdbc.sql(SELECT + " where d.id = ?")
                .param(id)
                .query(Donation.class)
                .optional();
    }

    private Donation insert(Actor actor, UUID id, @Nullable String donor, UUID holder, Goods goods, String wish) {
        String number = clerk.number("J");
        jdbc.sql("insert into supply_donation (id, number, donor, item_code, quantity, holder_id, received_by,"
                        + " received_at, wish) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        donor == null || donor.isBlank() ? null : donor.strip(),
                        goods.itemCode(),
                        goods.quantity(),
                        holder,
                        actor.login(),
                        clerk.stamp(),
                        wish.strip()))
                .update();
        ledger.lock(goods.itemCode());
        UUID from = holders.account(HolderKind.DONOR);
        UUID lot = ledger.lot(goods.itemCode(), from, Source.DONATION, number, goods.expiresOn());
        ledger.post(new Ledger.Entry(
                MovementKind.DONATION,
                "donation:" + id,
                actor.login(),
                number,
                Ledger.move(from, holder, lot, goods.quantity())));
        clerk.audit(
                actor,
                "supply.donationReceived",
                number,
                Map.of("item", goods.itemCode(), "quantity", goods.quantity()));
        return one(id).orElseThrow();
    }
}
