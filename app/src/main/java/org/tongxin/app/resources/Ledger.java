package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the ledger. Whoever moves goods locks the item first, looks, and posts in the same transaction; the database
 * refuses what does not add up or would leave a place below nothing. Thread-safe.
 */
@Component
class Ledger {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clerk clerk;

    Ledger(JdbcClient jdbc, JdbcTemplate batches, Clerk clerk) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clerk = clerk;
    }

    /** One line: a place, a lot, and how many base units came (above 0) or went. */
    record Line(UUID holder, UUID lot, long quantity) {

        Line to(UUID other) {
            return new Line(other, lot, -quantity);
        }
    }

    /** @param key what makes it this movement and no other: posted twice it is there once */
    record Entry(
            MovementKind kind,
            String key,
            String who,
            String why,
            @Nullable UUID causedBy,
            @Nullable UUID reverses,
            List<Line> lines) {

        Entry(MovementKind kind, String key, String who, String why, List<Line> lines) {
            this(kind, key, who, why, null, null, lines);
        }
    }

    /** Movements of one item happen one after another, so that what was looked at still holds when it is posted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String itemCode) {
        clerk.oneAtATime("item:" + itemCode);
    }

    boolean posted(String key) {
        return jdbc.sql("select exists (select 1 from supply_movement where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID post(Entry entry) {
        UUID id = clerk.id("supply-movement", entry.key());
        int fresh = jdbc.sql("insert into supply_movement (id, key, kind, at, who, why, caused_by, reverses)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing")
                .params(java.util.Arrays.asList(
                        id,
                        entry.key(),
                        entry.kind().name(),
                        clerk.stamp(),
                        entry.who(),
                        entry.why(),
                        entry.causedBy(),
                        entry.reverses()))
                .update();
        if (fresh == 1) {
            write(id, entry.lines());
        }
        return id;
    }

    /** Always in the same order, so that two movements never wait for each other. */
    private void write(UUID id, List<Line> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (Line line : lines.stream()
                .sorted(Comparator.comparing(Line::holder).thenComparing(Line::lot))
                .toList()) {
            rows.add(new Object[] {id, rows.size(), line.holder(), line.lot(), line.quantity()});
        }
        batches.batchUpdate(
                "insert into supply_posting (movement_id, line, holder_id, lot_id, quantity) values (?, ?, ?, ?, ?)",
                rows);
    }

    /**
     * What to take from a place so that {@code quantity} base units go, first expired first out, of equal age what was given
     * first, expired lots never; empty where so much is not there. The item must be locked.
     */
    Optional<List<Line>> take(UUID holder, String itemCode, long quantity) {
        List<Line> lines = new ArrayList<>();
        long missing = quantity;
        for (Line lot : lots(holder, itemCode)) {
            if (missing == 0) {
                break;
            }
            long taken = Math.min(missing, lot.quantity());
            lines.add(new Line(holder, lot.lot(), -taken));
            missing -= taken;
        }
        return missing == 0 ? Optional.of(lines) : Optional.empty();
    }

    private List<Line> lots(UUID holder, String itemCode) {
        return jdbc.sql("""
                        select b.holder_id as holder, b.lot_id as lot, b.quantity
                        from supply_balance b join supply_lot l on l.id = b.lot_id
                        where b.holder_id = ? and l.item_code = ? and b.quantity > 0
                          and (l.expires_on is null or l.expires_on >= ?)
                        order by l.expires_on nulls last, l.source <> 'DONATION', l.number
                        """)
                .params(holder, itemCode, clerk.today())
                .query(Line.class)
                .list();
    }

    /** As {@link #take}, but only of what is not promised to others. The item must be locked. */
    Optional<List<Line>> takeFree(UUID holder, String itemCode, long quantity) {
        return free(holder, itemCode) < quantity ? Optional.empty() : take(holder, itemCode, quantity);
    }

    /** As {@link #takeFree(UUID, String, long)}, or of the lot that was chosen. The item must be locked. */
    Optional<List<Line>> takeFree(UUID holder, Stocks.Move move) {
        UUID lot = move.lot();
        if (lot == null) {
            return takeFree(holder, move.itemCode(), move.quantity());
        }
        return free(holder, move) < move.quantity()
                ? Optional.empty()
                : Optional.of(List.of(new Line(holder, lot, -move.quantity())));
    }

    /** What of an item, or of the lot that was chosen, may go from a place. */
    long free(UUID holder, Stocks.Move move) {
        UUID lot = move.lot();
        if (lot == null) {
            return free(holder, move.itemCode());
        }
        boolean ofItem = jdbc.sql("select exists (select 1 from supply_lot where id = ? and item_code = ?)")
                .params(lot, move.itemCode())
                .query(Boolean.class)
                .single();
        return ofItem ? Math.min(held(holder, lot), freeOf(holder, move.itemCode(), lot)) : 0;
    }

    /** What has not expired at a place, whoever it is promised to. */
    long usable(UUID holder, String itemCode) {
        return figure("usable", holder, itemCode);
    }

    /** What may still be promised or handed out there, from 0. */
    long free(UUID holder, String itemCode) {
        return free(holder, itemCode, 0);
    }

    /** @param own what of the promises is meant for this very act */
    long free(UUID holder, String itemCode, long own) {
        return Math.max(0, figure("free", holder, itemCode) + own);
    }

    /** As {@link #free(UUID, String)}, for taking one lot; what has expired is promised to nobody. */
    long freeOf(UUID holder, String itemCode, UUID lot) {
        boolean expired = jdbc.sql("select coalesce(expires_on < ?, false) from supply_lot where id = ?")
                .params(clerk.today(), lot)
                .query(Boolean.class)
                .single();
        return expired ? held(holder, lot) : free(holder, itemCode);
    }

    /** What is neither promised nor below the floor; below 0 where too much is promised. */
    long spare(UUID holder, String itemCode) {
        return figure("spare", holder, itemCode);
    }

    private long figure(String column, UUID holder, String itemCode) {
        return jdbc.sql("select " + column + " from supply_shelf(?, 0) where holder_id = ? and item_code = ?")
                .params(clerk.today(), holder, itemCode)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What a place holds of one lot, whatever its age. */
    long held(UUID holder, UUID lot) {
        return jdbc.sql("select quantity from supply_balance where holder_id = ? and lot_id = ?")
                .params(holder, lot)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What of one lot lies anywhere in the district or is on the road within it. */
    long physical(UUID lot) {
        return jdbc.sql("select coalesce(sum(quantity), 0) from supply_balance where lot_id = ? and physical")
                .param(lot)
                .query(Long.class)
                .single();
    }

    /** Lines of a movement that brought goods to an account. */
    List<Line> broughtBy(String key, UUID holder) {
        return jdbc.sql("""
                        select p.holder_id as holder, p.lot_id as lot, p.quantity
                        from supply_posting p join supply_movement m on m.id = p.movement_id
                        join supply_lot l on l.id = p.lot_id
                        where m.key = ? and p.holder_id = ? and p.quantity > 0
                        order by l.expires_on nulls last, l.number
                        """).params(key, holder).query(Line.class).list();
    }

    /** A new lot; the same source gives the same lot. */
    UUID lot(String itemCode, UUID origin, Source source, String sourceNumber, @Nullable LocalDate expiresOn) {
        UUID id = clerk.id("supply-lot", source, sourceNumber, itemCode);
        boolean known = jdbc.sql("select exists (select 1 from supply_lot where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!known) {
            jdbc.sql("insert into supply_lot (id, number, item_code, origin_id, source, source_number, expires_on)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(java.util.Arrays.asList(
                            id, clerk.number("L"), itemCode, origin, source.name(), sourceNumber, expiresOn))
                    .update();
        }
        return id;
    }

    /** From one account to another, one lot. */
    static List<Line> move(UUID from, UUID to, UUID lot, long quantity) {
        return List.of(new Line(from, lot, -quantity), new Line(to, lot, quantity));
    }

    /** The lines and their mirror image at another account. */
    static List<Line> both(List<Line> lines, UUID other) {
        List<Line> all = new ArrayList<>(lines);
        lines.forEach(line -> all.add(line.to(other)));
        return all;
    }
}
