package org.tongxin.app.resources;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Spelling;

/** The catalogue: items, their units, and what can stand in for what. Thread-safe. */
@Service
public class Catalogue {

    private static final String CODE = "[A-Z0-9][A-Z0-9-]{1,23}";
    private static final int LARGEST_FACTOR = 1_000_000;

    private final JdbcClient jdbc;
    private final Clerk clerk;

    Catalogue(JdbcClient jdbc, Clerk clerk) {
        this.jdbc = jdbc;
        this.clerk = clerk;
    }

    public List<Item> items() {
        return jdbc.sql("select * from supply_item order by kind, code")
                .query(Item.class)
                .list();
    }

    public Optional<Item> find(String code) {
        return jdbc.sql("select * from supply_item where code = ?")
                .param(code)
                .query(Item.class)
                .optional();
    }

    /** Larger units of one item, the smallest first. */
    public List<ItemUnit> units(String code) {
        return jdbc.sql("select * from supply_unit where item_code = ? order by factor, name")
                .param(code)
                .query(ItemUnit.class)
                .list();
    }

    /** All that can stand in for something. */
    List<Substitute> standIns() {
        return jdbc.sql("select * from supply_substitute order by for_code, item_code")
                .query(Substitute.class)
                .list();
    }

    /** What can stand in for an item. */
    public List<Substitute> standIns(String code) {
        return jdbc.sql("select * from supply_substitute where for_code = ? order by item_code")
                .param(code)
                .query(Substitute.class)
                .list();
    }

    /**
     * A quantity as typed, in base units: digits, full-width ones and thousands separators too.
     *
     * @param unit name of a unit of the item in either language; empty for the base unit
     */
    public Outcome<Long> quantity(String code, String typed, String unit) {
        Optional<Item> item = find(code);
        if (item.isEmpty()) {
            return Outcome.refused("G-001", code);
        }
        Optional<Long> count = Quantities.read(typed);
        if (count.isEmpty()) {
            return Outcome.refused("G-002", typed.isBlank() ? "-" : typed.strip());
        }
        Optional<Long> factor = factor(item.get(), unit);
        return factor.map(size -> scaled(count.get(), size))
                .orElseGet(() -> Outcome.refused("G-004", item.get().name(), unit));
    }

    private static Outcome<Long> scaled(long count, long factor) {
        boolean fits = count <= Clerk.MOST / factor;
        return fits ? Outcome.accepted(count * factor) : Outcome.refused("G-003", count, Clerk.MOST / factor);
    }

    private Optional<Long> factor(Item item, String unit) {
        if (unit.isBlank() || unit.equals(item.unit()) || unit.equalsIgnoreCase(item.unitEn())) {
            return Optional.of(1L);
        }
        return units(item.code()).stream()
                .filter(each -> each.name().equals(unit) || each.nameEn().equalsIgnoreCase(unit))
                .map(ItemUnit::factor)
                .findFirst();
    }

    /** The duty officer adds an item; what is there stays as it is. */
    @Transactional
    public Outcome<Item> add(Actor actor, Item item) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (!item.code().matches(CODE)
                || item.name().isBlank()
                || item.nameEn().isBlank()
                || item.unit().isBlank()
                || item.unitEn().isBlank()) {
            return Outcome.refused("G-030", item.code());
        }
        Integer days = item.shelfDays();
        if (days != null && days < 1) {
            return Outcome.refused("G-002", days);
        }
        jdbc.sql("insert into supply_item (code, name, name_en, kind, unit, unit_en, shelf_days, scenario, spelling)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing")
                .params(Arrays.asList(
                        item.code(),
                        item.name().strip(),
                        item.nameEn().strip(),
                        item.kind().name(),
                        item.unit().strip(),
                        item.unitEn().strip(),
                        item.shelfDays(),
                        item.scenario(),
                        Spelling.of(item.name().strip())))
                .update();
        clerk.audit(actor, "supply.itemAdded", item.code(), Map.of("name", item.name()));
        return Outcome.accepted(find(item.code()).orElseThrow());
    }

    /** The duty officer adds a larger unit. */
    @Transactional
    public Outcome<ItemUnit> addUnit(Actor actor, ItemUnit unit) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (find(unit.itemCode()).isEmpty()) {
            return Outcome.refused("G-001", unit.itemCode());
        }
        if (unit.factor() < 2
                || unit.factor() > LARGEST_FACTOR
                || unit.name().isBlank()
                || unit.nameEn().isBlank()) {
            return Outcome.refused("G-031", unit.factor(), LARGEST_FACTOR);
        }
        jdbc.sql(
                        "insert into supply_unit (item_code, name, name_en, factor) values (?, ?, ?, ?) on conflict do nothing")
                .params(unit.itemCode(), unit.name().strip(), unit.nameEn().strip(), unit.factor())
                .update();
        clerk.audit(actor, "supply.unitAdded", unit.itemCode(), Map.of("unit", unit.name(), "factor", unit.factor()));
        return Outcome.accepted(unit);
    }

    /** The duty officer says that one item can stand in for another. */
    @Transactional
    public Outcome<Substitute> addSubstitute(Actor actor, Substitute substitute) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (find(substitute.itemCode()).isEmpty() || find(substitute.forCode()).isEmpty()) {
            return Outcome.refused("G-001", substitute.itemCode() + ", " + substitute.forCode());
        }
        if (substitute.standsFor() < 1 || substitute.itemCode().equals(substitute.forCode())) {
            return Outcome.refused("G-002", substitute.standsFor());
        }
        jdbc.sql("insert into supply_substitute (item_code, for_code, stands_for) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(substitute.itemCode(), substitute.forCode(), substitute.standsFor())
                .update();
        clerk.audit(actor, "supply.substituteAdded", substitute.itemCode(), Map.of("for", substitute.forCode()));
        return Outcome.accepted(substitute);
    }
}
