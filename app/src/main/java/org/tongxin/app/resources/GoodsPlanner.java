package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongxin.app.resources.GoodsPlan.Gap;
import org.tongxin.app.resources.GoodsPlan.Line;
import org.tongxin.app.resources.GoodsPlan.Passed;
import org.tongxin.app.resources.GoodsPlan.Place;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;
import org.tongxin.core.allocation.SupplySolver;
import org.tongxin.core.geo.GreatCircle;

/**
 * Turns open needs and shelves into a plan, item by item, each proved best. Without clock, chance or database: the same
 * needs and shelves give the same plan, in whatever order they come. For one thread and one use.
 */
final class GoodsPlanner {

    private static final int METRES_PER_KILOMETRE = 1_000;

    private final Rule rule;
    private final List<Need> needs;
    private final Map<String, List<Shelf>> shelvesOfItem;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Need, Long> planned = new LinkedHashMap<>();

    GoodsPlanner(Rule rule, List<Need> needs, List<Shelf> shelves) {
        this.rule = rule;
        this.needs = needs.stream().sorted(Comparator.comparing(Need::number)).toList();
        this.shelvesOfItem = shelves.stream()
                .sorted(Comparator.comparing(Shelf::holderId))
                .collect(Collectors.groupingBy(Shelf::itemCode, TreeMap::new, Collectors.toList()));
    }

    /**
     * The plan; empty where the checker, which shares no code with the solver, or the bound does not confirm it.
     *
     * @param name gives a plan its id
     */
    Optional<GoodsPlan> plan(Function<List<Line>, java.util.UUID> name) {
        Map<String, List<Need>> open = needs.stream()
                .filter(need -> need.remaining() > 0)
                .collect(Collectors.groupingBy(Need::itemCode, TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Need>> item : open.entrySet()) {
            if (!solve(item.getValue(), shelvesOfItem.getOrDefault(item.getKey(), List.of()))) {
                return Optional.empty();
            }
        }
        return Optional.of(new GoodsPlan(
                name.apply(lines),
                rule,
                lines,
                gaps(),
                places(),
                needs.stream().mapToLong(Need::remaining).sum(),
                lines.stream().mapToLong(Line::quantity).sum(),
                lines.stream()
                        .mapToLong(line -> line.quantity() * line.metres())
                        .sum()));
    }

    private boolean solve(List<Need> asking, List<Shelf> shelves) {
        SupplyProblem problem = problem(asking, shelves);
        Optional<SupplyAnswer> answer = SupplySolver.findBest(problem);
        if (answer.isEmpty()
                || !answer.get().isProved()
                || !SupplyChecker.check(problem, answer.get().plan()).isAllowed()) {
            return false;
        }
        for (Shipment shipment : answer.get().plan().shipments()) {
            add(asking.get(shipment.community()), shelves.get(shipment.depot()), shipment.quantity(), shelves);
        }
        return true;
    }

    /** One item: warehouses are the depots, and each need is a community of its own, since needs have priorities. */
    private SupplyProblem problem(List<Need> asking, List<Shelf> shelves) {
        SupplyProblemBuilder problem =
                SupplyProblem.builder(shelves.size(), asking.size(), 1).penalties(ShortageTable.prices(rule));
        for (int depot = 0; depot < shelves.size(); depot++) {
            problem.stock(depot, 0, shelves.get(depot).available(), 0);
        }
        for (int each = 0; each < asking.size(); each++) {
            Need need = asking.get(each);
            problem.priority(each, ShortageTable.factor(need.priority())).need(each, 0, tiers(need));
            for (int depot = 0; depot < shelves.size(); depot++) {
                problem.lane(depot, each, metres(need, shelves.get(depot)));
            }
        }
        return problem.build();
    }

    private static long[] tiers(Need need) {
        return ShortageTable.missing(need.quantity(), need.quantity() - need.remaining()).stream()
                .mapToLong(units -> units)
                .toArray();
    }

    private void add(Need need, Shelf from, long quantity, List<Shelf> shelves) {
        long metres = metres(need, from);
        List<Passed> nearer = shelves.stream()
                .filter(shelf -> metres(need, shelf) < metres)
                .sorted(Comparator.comparingLong(shelf -> metres(need, shelf)))
                .map(shelf -> new Passed(shelf, shelf.why()))
                .toList();
        lines.add(new Line(need, from, quantity, metres, !known(need, from), nearer));
        planned.merge(need, quantity, Long::sum);
    }

    private long planned(Need need) {
        return planned.getOrDefault(need, 0L);
    }

    private List<Gap> gaps() {
        return needs.stream()
                .filter(need -> need.remaining() > planned(need))
                .map(need -> new Gap(need, planned(need), need.remaining() - planned(need), why(need.itemCode())))
                .sorted(Comparator.comparingDouble(Gap::coverage)
                        .thenComparing(gap -> gap.need().number()))
                .toList();
    }

    /** As of one warehouse, with the shelves of all taken together. */
    private Why why(String itemCode) {
        List<Why> each = shelvesOfItem.getOrDefault(itemCode, List.of()).stream()
                .map(Shelf::why)
                .toList();
        return List.of(Why.TAKEN, Why.FLOOR, Why.PROMISED, Why.EXPIRING).stream()
                .filter(each::contains)
                .findFirst()
                .orElse(Why.NONE);
    }

    private List<Place> places() {
        Map<java.util.UUID, List<Need>> byPlace =
                needs.stream().collect(Collectors.groupingBy(Need::holderId, LinkedHashMap::new, Collectors.toList()));
        return byPlace.values().stream()
                .map(this::place)
                .sorted(Comparator.comparingDouble(Place::coverage)
                        .thenComparingDouble(Place::worst)
                        .thenComparing(Place::areaPath)
                        .thenComparing(Place::holderId))
                .toList();
    }

    private Place place(List<Need> asked) {
        Map<String, List<Need>> byItem =
                asked.stream().collect(Collectors.groupingBy(Need::itemCode, TreeMap::new, Collectors.toList()));
        double sum = 0;
        double worst = 2;
        Need worstNeed = asked.getFirst();
        for (List<Need> item : byItem.values()) {
            double coverage = coverage(item);
            sum += coverage;
            worstNeed = coverage < worst ? item.getFirst() : worstNeed;
            worst = Math.min(worst, coverage);
        }
        Need any = asked.getFirst();
        return new Place(
                any.holderId(),
                any.holderName(),
                any.holderNameEn(),
                any.areaPath(),
                sum / byItem.size(),
                worst,
                worstNeed.itemName(),
                worstNeed.itemNameEn(),
                asked.size());
    }

    private double coverage(List<Need> sameItem) {
        long asked = sameItem.stream().mapToLong(Need::quantity).sum();
        long missing = sameItem.stream()
                .mapToLong(need -> need.remaining() - planned(need))
                .sum();
        return 1 - (double) missing / asked;
    }

    private static boolean known(Need need, Shelf shelf) {
        return need.latitude() != null
                && need.longitude() != null
                && shelf.latitude() != null
                && shelf.longitude() != null;
    }

    private static long metres(Need need, Shelf shelf) {
        Double latitude = need.latitude();
        Double longitude = need.longitude();
        Double shelfLatitude = shelf.latitude();
        Double shelfLongitude = shelf.longitude();
        if (latitude == null || longitude == null || shelfLatitude == null || shelfLongitude == null) {
            return ShortageTable.UNKNOWN_METRES;
        }
        return Math.round(
                METRES_PER_KILOMETRE * GreatCircle.kilometres(latitude, longitude, shelfLatitude, shelfLongitude));
    }
}
