package org.tongxin.app.resources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.resources.GoodsPlan.Rule;

/** Plans of goods on a line of places, a kilometre being a ninth of a thousandth of a degree or so. */
final class GoodsCases {

    static final double KILOMETRE = 1 / 111.195;

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** @param kilometre where the place lies on the line */
    static Need need(
            String place, @Nullable Double kilometre, String item, long asked, long had, NeedPriority priority) {
        return need(place, kilometre, item, asked, had, 0, priority);
    }

    static Need need(
            String place,
            @Nullable Double kilometre,
            String item,
            long asked,
            long had,
            long declined,
            NeedPriority priority) {
        return new Need(
                id(place + item),
                "N-" + place + item,
                id(place),
                place,
                place,
                "990100001",
                kilometre == null ? null : kilometre * KILOMETRE,
                kilometre == null ? null : 0.0,
                item,
                item,
                item,
                ItemKind.PROTECTION,
                "只",
                "pcs",
                asked,
                had,
                0,
                declined,
                priority,
                Instant.EPOCH.plus(Duration.ofDays(3)),
                0,
                "志愿者没有口罩了",
                Need.State.OPEN,
                "li",
                Instant.EPOCH,
                1);
    }

    static Need masks(String place, double kilometre, long asked) {
        return need(place, kilometre, "MASK", asked, 0, NeedPriority.ORDINARY);
    }

    static Shelf shelf(String house, double kilometre, long usable, long soon, long reserved, long floor) {
        return shelf(house, kilometre, "MASK", usable, soon, reserved, floor);
    }

    static Shelf shelf(String house, double kilometre, String item, long usable, long soon, long reserved, long floor) {
        return new Shelf(
                Shelf.Origin.STOCK,
                id(house),
                house,
                house,
                kilometre * KILOMETRE,
                0.0,
                item,
                item,
                item,
                "只",
                "pcs",
                usable,
                soon,
                reserved,
                floor,
                "",
                "",
                0);
    }

    /** Masks that are there from a day on; of a producer so many each day. */
    static Shelf later(Shelf.Origin origin, String name, double kilometre, long units, int fromDay) {
        return new Shelf(
                origin,
                id(name),
                name,
                name,
                kilometre * KILOMETRE,
                0.0,
                "MASK",
                "MASK",
                "MASK",
                "只",
                "pcs",
                units,
                0,
                0,
                0,
                name,
                "",
                fromDay);
    }

    static Shelf maker(String name, double kilometre, long perDay) {
        return later(Shelf.Origin.PRODUCER, name, kilometre, perDay, ShortageTable.PRODUCER_FROM_DAY);
    }

    /** Of use up to a day, counted from today; other needs of these tests have three days. */
    static Need until(int day, Need need) {
        return new Need(
                need.id(),
                need.number(),
                need.holderId(),
                need.holderName(),
                need.holderNameEn(),
                need.areaPath(),
                need.latitude(),
                need.longitude(),
                need.itemCode(),
                need.itemName(),
                need.itemNameEn(),
                need.itemKind(),
                need.unit(),
                need.unitEn(),
                need.quantity(),
                need.received(),
                need.promised(),
                need.declined(),
                need.priority(),
                Instant.EPOCH.plus(Duration.ofDays(day)),
                need.people(),
                need.why(),
                need.state(),
                need.askedBy(),
                need.askedAt(),
                need.version());
    }

    static int lastDay(Need need) {
        return (int) Duration.between(Instant.EPOCH, need.until()).toDays();
    }

    static Shelf shelf(String house, double kilometre, long usable) {
        return shelf(house, kilometre, usable, 0, 0, 0);
    }

    static GoodsPlan plan(Rule rule, List<Need> needs, List<Shelf> shelves) {
        return plan(rule, needs, shelves, List.of());
    }

    static GoodsPlan plan(Rule rule, List<Need> needs, List<Shelf> shelves, List<Substitute> standIns) {
        return new GoodsPlanner(rule, needs, shelves, standIns, GoodsCases::lastDay)
                .plan(lines -> id("plan"))
                .orElseThrow();
    }

    /** {@code house>place 30 (2000 m)}, in the order of the plan. */
    static List<String> told(GoodsPlan plan) {
        return plan.lines().stream()
                .map(line -> line.from().holderName() + ">" + line.need().holderName() + " " + line.quantity() + " ("
                        + line.metres() + " m)")
                .toList();
    }

    /** {@code source>place 30 (day 1..2)}, in the order of the plan. */
    static List<String> dated(GoodsPlan plan) {
        return plan.lines().stream()
                .map(line -> line.from().holderName() + ">" + line.need().holderName() + " " + line.quantity()
                        + " (day " + line.firstDay() + ".." + line.lastDay() + ")")
                .toList();
    }

    private GoodsCases() {}
}
