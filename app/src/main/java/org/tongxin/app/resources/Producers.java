package org.tongxin.app.resources;

import java.sql.Date;
import java.time.LocalDate;
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
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** The register of production capacity: who can make what, what keeps them from it, and who clears that. Thread-safe. */
@Service
public class Producers {

    private static final String SELECT = """
            select p.id, p.name, p.name_en, p.area_path, a.name as area_name, a.name_en as area_name_en, p.item_code,
                   i.name as item_name, i.name_en as item_name_en, i.unit, i.unit_en, p.per_day,
                   least(p.per_day, coalesce((select sum(b.per_day) from supply_block b
                         where b.producer_id = p.id and b.cleared_at is null), 0))::bigint as blocked,
                   p.contact, p.checked_on, p.scenario
            from supply_producer p join area a on a.path = p.area_path join supply_item i on i.code = p.item_code
            where p.area_path >= :territory and p.area_path < :territory || '~'
            """;

    private static final String BLOCKS = """
            select b.id, b.producer_id, p.name as producer_name, p.name_en as producer_name_en, i.name as item_name,
                   i.name_en as item_name_en, i.unit, i.unit_en, b.kind, b.what, b.per_day, b.clearer, b.due_on,
                   b.cleared_by, b.cleared_at, b.how, b.version
            from supply_block b join supply_producer p on p.id = b.producer_id join supply_item i on i.code = p.item_code
            where p.area_path >= :territory and p.area_path < :territory || '~'
            """;

    private static final Keyset CLEARED = new Keyset("supply_block", "b", "@.cleared_at desc");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Organisation organisation;

    Producers(JdbcClient jdbc, Clerk clerk, Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.organisation = organisation;
    }

    /** The most blocked first, then by capacity. */
    public List<Producer> list(String territory) {
        return jdbc.sql("select * from (" + SELECT + ") s order by blocked desc, per_day desc, name")
                .param("territory", territory)
                .query(Producer.class)
                .list();
    }

    /** Open blocks, the one that would free most first. */
    public List<Block> open(String territory) {
        return jdbc.sql(BLOCKS + " and b.cleared_at is null order by b.per_day desc, b.due_on, b.id")
                .param("territory", territory)
                .query(Block.class)
                .list();
    }

    /** A page of the cleared ones, newest first. */
    public Paged<Block> cleared(String territory, @Nullable Seen after) {
        return CLEARED.read(
                jdbc,
                BLOCKS + " and b.cleared_at is not null and",
                Map.of("territory", territory),
                Block.class,
                after,
                Paged.SIZE,
                Block::id);
    }

    private Optional<Producer> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Producer.class)
                .optional();
    }

    /** A producer as registered. */
    public record Registration(
            String name,
            String nameEn,
            String areaPath,
            String itemCode,
            long perDay,
            String contact,
            boolean scenario) {}

    /** The duty officer or the street registers a producer; registered again, the figures are checked anew. */
    @Transactional
    public Outcome<Producer> register(Actor actor, Registration entry) {
        if (!registers(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (organisation.findArea(entry.areaPath()).isEmpty() || !actor.covers(entry.areaPath())) {
            return Outcome.refused("G-005", entry.areaPath());
        }
        if (entry.name().isBlank()
                || entry.nameEn().isBlank()
                || entry.contact().isBlank()) {
            return Outcome.refused("G-030", entry.name().isBlank() ? "-" : entry.name());
        }
        if (Clerk.namesAPersonsPhone(entry.contact())) {
            return Outcome.refused("G-016");
        }
        Optional<Outcome<Producer>> refused =
                new Goods(entry.itemCode(), entry.perDay(), LocalDate.MAX).refusal(jdbc, clerk.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        UUID id = clerk.id("supply-producer", entry.areaPath(), entry.name().strip(), entry.itemCode());
        jdbc.sql("insert into supply_producer (id, name, name_en, area_path, item_code, per_day, contact, checked_on,"
                        + " scenario) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set"
                        + " per_day = excluded.per_day, contact = excluded.contact, checked_on = excluded.checked_on")
                .params(
                        id,
                        entry.name().strip(),
                        entry.nameEn().strip(),
                        entry.areaPath(),
                        entry.itemCode(),
                        entry.perDay(),
                        entry.contact().strip(),
                        Date.valueOf(clerk.today()),
                        entry.scenario())
                .update();
        clerk.audit(actor, "supply.producerRegistered", id.toString(), Map.of("perDay", entry.perDay()));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    /** Whether a post keeps the register. */
    public static boolean registers(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || actor.role() == Role.STREET_WORKER;
    }

    /**
     * What keeps a producer from its capacity.
     *
     * @param perDay base units a day that would be freed
     * @param clearer the post that clears it, by name of the office
     */
    public record Obstacle(Block.Kind kind, String what, long perDay, String clearer, LocalDate dueOn) {}

    @Transactional
    public Outcome<Block> block(Actor actor, UUID producer, Obstacle obstacle) {
        if (!registers(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Producer> found = find(producer, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("G-010", producer);
        }
        if (obstacle.perDay() < 1 || obstacle.perDay() > found.get().perDay()) {
            return Outcome.refused("G-034", obstacle.perDay(), found.get().perDay());
        }
        if (obstacle.what().isBlank() || obstacle.clearer().isBlank()) {
            return Outcome.refused("G-035");
        }
        if (obstacle.dueOn().isBefore(clerk.today())) {
            return Outcome.refused("G-009", obstacle.dueOn());
        }
        UUID id = clerk.id(
                "supply-block", producer, obstacle.kind(), obstacle.what().strip(), clerk.today());
        jdbc.sql(
                        "insert into supply_block (id, producer_id, kind, what, per_day, clearer, due_on, opened_by, opened_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(
                        id,
                        producer,
                        obstacle.kind().name(),
                        obstacle.what().strip(),
                        obstacle.perDay(),
                        obstacle.clearer().strip(),
                        Date.valueOf(obstacle.dueOn()),
                        actor.login(),
                        clerk.stamp())
                .update();
        clerk.audit(
                actor,
                "supply.blockOpened",
                id.toString(),
                Map.of("kind", obstacle.kind().name()));
        return Outcome.accepted(findBlock(id, "").orElseThrow());
    }

    private Optional<Block> findBlock(UUID id, String territory) {
        return jdbc.sql(BLOCKS + " and b.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Block.class)
                .optional();
    }

    /** Says that a block is out of the way, and how. */
    @Transactional
    public Outcome<Block> clear(Actor actor, UUID id, String how, int version) {
        if (!registers(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        if (how.isBlank()) {
            return Outcome.refused("G-008");
        }
        Optional<Block> found = findBlock(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("G-010", id);
        }
        int changed = jdbc.sql("update supply_block set cleared_by = ?, cleared_at = ?, how = ?, version = version + 1"
                        + " where id = ? and version = ? and cleared_at is null")
                .params(actor.login(), clerk.stamp(), how.strip(), id, version)
                .update();
        if (changed == 0) {
            return Outcome.refused("G-029", found.get().producerName());
        }
        clerk.audit(actor, "supply.blockCleared", id.toString(), Map.of("how", how));
        return Outcome.accepted(findBlock(id, "").orElseThrow());
    }
}
