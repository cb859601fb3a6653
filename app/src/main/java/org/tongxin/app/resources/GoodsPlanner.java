package org.tongxin.app.resources;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongxin.app.resources.GoodsPlan.Gap;
import org.tongxin.app.resources.GoodsPlan.Line;
import org.tongxin.app.resources.GoodsPlan.Passed;
import org.tongxin.app.resources.GoodsPlan.Place;
import org.tongxin.app.resources.GoodsPlan.Rule;
import org.tongxin.app.resources.GoodsPlan.Why;
import org.tongxin.core.allocation.TimedShipment;
import org.tongxin.core.allocation.TimedSupplyAnswer;
import org.tongxin.core.allocation.TimedSupplyChecker;
import org.tongxin.core.allocation.TimedSupplyProblem;
import org.tongxin.core.allocation.TimedSupplyProblemBuilder;
import org.tongxin.core.allocation.TimedSupplySolver;
import org.tongxin.core.geo.GreatCircle;

/**
 * Turns open needs and what is or will be there into a plan over days, item by item, each proved best; then what is left over of
 * stand-ins goes to what is still missing, stand-in by stand-in, each proved best in its turn. Without clock, chance or database:
 * the same needs and sources give the same plan, in whatever order they come. For one thread and one use.
 *
 * <p>What leaves on a day arrives on the same day, as within a district; an assumption. Nothing limits what a source sends in a day but
 * what is there.
 */
final class GoodsPlanner {

    private static final int METRES_PER_KILOMETRE = 1_000;

    private final Rule rule;
    private final List<Need> needs;
    private final Map<String, List<Need>> needsOfItem;
    private final Map<String, List<Shelf>> shelvesOfItem;
    private final List<Substitute> standIns;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Need, Long> planned = new LinkedHashMap<>();
    private final Map<Shelf, long[]> taken = new LinkedHashMap<>();
    private final ToIntFunction<Need> lastDay;
    private final int days;

    /**
     * @param standIns what may stand in for what; only what a stand-in's own needs leave over goes that way
     * @param lastDay the last day on which what arrives is of use to a need, counted from today; below 0 where it is past
     */
    GoodsPlanner(
            Rule rule, List<Need> needs, List<Shelf> shelves, List<Substitute> standIns, ToIntFunction<Need> lastDay) {
        this.rule = rule;
        this.lastDay = need -> Math.min(ShortageTable.HORIZON_DAYS - 1, lastDay.applyAsInt(need));
        this.days = 1 + needs.stream().mapToInt(this.lastDay).reduce(0, Math::max);
        this.needs = needs.stream()
                .filter(need -> need.welcome() > 0)
                .sorted(Comparator.comparing(Need::number))
                .toList();
        this.needsOfItem = this.needs.stream()
                .filter(need -> need.wanted() > 0)
                .collect(Collectors.groupingBy(Need::itemCode, TreeMap::new, Collectors.toList()));
        this.shelvesOfItem = shelves.stream()
                .sorted(Comparator.comparing(Shelf::holderId)
                        .thenComparing(Shelf::origin)
                        .thenComparing(Shelf::number))
                .collect(Collectors.groupingBy(Shelf::itemCode, TreeMap::new, Collectors.toList()));
        this.standIns = standIns.stream()
                .sorted(Comparator.comparing(Substitute::forCode).thenComparing(Substitute::itemCode))
                .toList();
    }

    /**
     * The plan; empty where the checker, which shares no code with the solver, or the bound does not confirm it.
     *
     * @param name gives a plan its id
     */
    Optional<GoodsPlan> plan(Function<List<Line>, java.util.UUID> name) {
        for (String item : needsOfItem.keySet()) {
            if (!solve(new Substitute(item, item, 1))) {
                return Optional.empty();
            }
        }
        for (Substitute standIn : standIns) {
            if (needsOfItem.containsKey(standIn.forCode()) && !solve(standIn)) {
                return Optional.empty();
            }
        }
        return Optional.of(new GoodsPlan(
                name.apply(lines),
                rule,
                lines,
                gaps(),
                places(),
                far(),
                needs.stream().mapToLong(Need::wanted).sum(),
                lines.stream().mapToLong(Line::answers).sum(),
                lines.stream()
                        .mapToLong(line -> line.quantity() * line.metres())
                        .sum()));
    }

    /** Gives out what is there of an item to those who ask for it, or for what it stands in for, in units of what is sent. */
    private boolean solve(Substitute sent) {
        List<Need> asking = needsOfItem.getOrDefault(sent.forCode(), List.of()).stream()
                .filter(need -> missing(need) >= sent.standsFor())
                .toList();
        List<Shelf> shelves = shelvesOfItem.getOrDefault(sent.itemCode(), List.of());
        if (asking.isEmpty()) {
            return true;
        }
        FairShares shares = FairShares.of(
                asking.stream().map(need -> claim(need, sent.standsFor())).toList(), parts(asking, shelves));
        TimedSupplyProblem problem = problem(asking, shelves, shares);
        Optional<TimedSupplyAnswer> answer = TimedSupplySolver.findBest(problem);
        if (answer.isEmpty()
                || !answer.get().isProved()
                || !TimedSupplyChecker.check(problem, answer.get().plan()).isAllowed()) {
            return false;
        }
        Map<List<Integer>, List<TimedShipment>> byLane = answer.get().plan().shipments().stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.depot(), each.need()), LinkedHashMap::new, Collectors.toList()));
        byLane.values()
                .forEach(lane -> add(
                        asking.get(lane.getFirst().need()),
                        shelves.get(lane.getFirst().depot()),
                        sent.standsFor(),
                        lane));
        return true;
    }

    /** What comes on each day from each source, and whom it still helps. */
    private List<FairShares.Part> parts(List<Need> asking, List<Shelf> shelves) {
        List<FairShares.Part> parts = new ArrayList<>();
        for (Shelf shelf : shelves) {
            for (int day = 0; day < days; day++) {
                int comes = day;
                if (left(shelf, day) > 0) {
                    BitSet helped = new BitSet();
                    IntStream.range(0, asking.size())
                            .filter(each ->
                                    comes <= lastDay.applyAsInt(asking.get(each)) && !isFar(asking.get(each), shelf))
                            .forEach(helped::set);
                    parts.add(new FairShares.Part(left(shelf, day), helped));
                }
            }
        }
        return parts;
    }

    /** In units of what is sent, whole ones only, so that nobody gets more than was asked for. */
    private FairShares.Claim claim(Need need, int standsFor) {
        long units = missing(need) / standsFor;
        long had = (need.welcome() - missing(need)) / standsFor;
        return new FairShares.Claim(had + units, had, ShortageTable.factor(need.priority()));
    }

    private long missing(Need need) {
        return need.wanted() - planned(need);
    }

    private long left(Shelf shelf, int day) {
        long comes = shelf.comesOn(day) ? shelf.available() : 0;
        return comes - taken(shelf)[day];
    }

    private long[] taken(Shelf shelf) {
        return taken.computeIfAbsent(shelf, any -> new long[days]);
    }

    private static boolean isFar(Need need, Shelf shelf) {
        return metres(need, shelf) > ShortageTable.LONGEST_WAY_METRES;
    }

    /** One item: sources are the depots, each with what comes on each day, and each need is one, with its last day. */
    private TimedSupplyProblem problem(List<Need> asking, List<Shelf> shelves, FairShares shares) {
        TimedSupplyProblemBuilder problem =
                TimedSupplyProblem.builder(shelves.size(), asking.size(), days).penalties(ShortageTable.prices(rule));
        for (int depot = 0; depot < shelves.size(); depot++) {
            for (int day = 0; day < days; day++) {
                problem.release(depot, day, left(shelves.get(depot), day));
            }
        }
        for (int each = 0; each < asking.size(); each++) {
            Need need = asking.get(each);
            long factor = ShortageTable.factor(need.priority());
            problem.priority(each, factor)
                    .delay(each, factor * ShortageTable.WAIT_METRES)
                    .need(each, shares.ranks(each))
                    .floor(each, rule == Rule.TIERS ? shares.base(each) : 0);
            addLanes(problem, each, need, shelves);
        }
        return problem.build();
    }

    private void addLanes(TimedSupplyProblemBuilder problem, int each, Need need, List<Shelf> shelves) {
        if (lastDay.applyAsInt(need) < 0) {
            return;
        }
        problem.deadline(each, lastDay.applyAsInt(need));
        for (int depot = 0; depot < shelves.size(); depot++) {
            if (!isFar(need, shelves.get(depot))) {
                problem.lane(depot, each, 0, metres(need, shelves.get(depot)));
            }
        }
    }

    private void add(Need need, Shelf from, int standsFor, List<TimedShipment> lane) {
        long metres = metres(need, from);
        long quantity = lane.stream().mapToLong(TimedShipment::quantity).sum();
        int first = lane.getFirst().departure();
        List<Passed> nearer = shelvesOfItem.getOrDefault(from.itemCode(), List.of()).stream()
                .filter(shelf -> metres(need, shelf) < metres)
                .sorted(Comparator.comparingLong(shelf -> metres(need, shelf)))
                .map(shelf -> new Passed(shelf, why(need, shelf, first)))
                .toList();
        lines.add(new Line(
                need,
                from,
                standsFor,
                quantity,
                metres,
                !known(need, from),
                nearer,
                first,
                lane.getLast().departure()));
        planned.merge(need, quantity * standsFor, Long::sum);
        lane.forEach(each -> taken(from)[each.departure()] += each.quantity());
    }

    private long planned(Need need) {
        return planned.getOrDefault(need, 0L);
    }

    private List<Gap> gaps() {
        return needs.stream()
                .filter(need -> missing(need) > 0)
                .map(need -> new Gap(need, planned(need), missing(need), why(need)))
                .sorted(Comparator.comparingDouble(Gap::coverage)
                        .thenComparing(gap -> gap.need().number()))
                .toList();
    }

    /** Why nothing more comes from a source to a need for which something else goes on a day. */
    private Why why(Need need, Shelf shelf, int otherwise) {
        if (isFar(need, shelf)) {
            return Why.FAR;
        }
        if (shelf.available() > 0 && shelf.fromDay() > lastDay.applyAsInt(need)) {
            return Why.LATE;
        }
        return shelf.available() > 0 && shelf.fromDay() > otherwise ? Why.LATER : shelf.why();
    }

    /** As of one source, with those of all taken together. */
    private Why why(Need need) {
        List<Why> each = shelvesOfItem.getOrDefault(need.itemCode(), List.of()).stream()
                .map(shelf -> why(need, shelf, days))
                .toList();
        return List.of(Why.TAKEN, Why.FLOOR, Why.PROMISED, Why.EXPIRING, Why.LATE, Why.FAR).stream()
                .filter(each::contains)
                .findFirst()
                .orElse(Why.NONE);
    }

    /** Sources that could give something and are too far from somebody who asks for it. */
    private List<Shelf> far() {
        return needsOfItem.entrySet().stream()
                .flatMap(asked -> shelvesOfItem.getOrDefault(asked.getKey(), List.of()).stream()
                        .filter(shelf -> shelf.available() > 0)
                        .filter(shelf -> asked.getValue().stream().anyMatch(need -> isFar(need, shelf))))
                .toList();
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
        long asked = sameItem.stream().mapToLong(Need::welcome).sum();
        long missing = sameItem.stream().mapToLong(this::missing).sum();
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
