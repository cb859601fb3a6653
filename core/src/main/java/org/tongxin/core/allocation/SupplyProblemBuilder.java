package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Collects the parts of a {@link SupplyProblem}; for one thread only. What is not said is 0, and capacity unlimited. */
public final class SupplyProblemBuilder {

    final long[] weightOfItem;
    final long[] penaltyOfTier = new long[SupplyProblem.TIERS];
    final long[] priorityOfCommunity;
    final long[] capacityOfDepot;
    final long[][][] need;
    int[] communityOfLane = new int[64];
    long[] costOfLane = new long[64];
    SupplyProblem.Aim aim = SupplyProblem.Aim.CHEAPEST;

    private final long[][] stock;
    private final long[][] reserve;
    private int[] depotOfLane = new int[64];
    private int lanes;

    SupplyProblemBuilder(int depots, int communities, int items) {
        requireSize(depots, items, "depots");
        requireSize(communities, items, "communities");
        weightOfItem = new long[items];
        Arrays.fill(weightOfItem, 1);
        priorityOfCommunity = new long[communities];
        Arrays.fill(priorityOfCommunity, 1);
        capacityOfDepot = new long[depots];
        Arrays.fill(capacityOfDepot, SupplyProblem.UNLIMITED);
        need = new long[communities][items][SupplyProblem.TIERS];
        stock = new long[depots][items];
        reserve = new long[depots][items];
    }

    /** Says what comes first. */
    public SupplyProblemBuilder aim(SupplyProblem.Aim first) {
        aim = first;
        return this;
    }

    /** Weight of a unit of an item, 0 or more. */
    public SupplyProblemBuilder weight(int item, long weight) {
        weightOfItem[Ranges.requireIndex(item, weightOfItem.length, "item")] =
                Ranges.require(weight, 0, SupplyProblem.MAX_QUANTITY, "unitWeight of item " + item);
        return this;
    }

    /** Price of an undelivered unit of each tier, before the priority; it must not rise from tier to tier. */
    public SupplyProblemBuilder penalties(long... prices) {
        Ranges.requireLength(prices.length, SupplyProblem.TIERS, "list of tier penalties");
        for (int tier = 0; tier < prices.length; tier++) {
            penaltyOfTier[tier] = Ranges.require(prices[tier], 0, SupplyProblem.MAX_PRICE, "penalty of tier " + tier);
        }
        return this;
    }

    /** By how much a community's shortage counts, 0 or more. */
    public SupplyProblemBuilder priority(int community, long priority) {
        priorityOfCommunity[requireCommunity(community)] =
                Ranges.require(priority, 0, SupplyProblem.MAX_PRICE, "priority of community " + community);
        return this;
    }

    /** What a depot holds of an item, and what of it must stay there; nothing may leave where that is more. */
    public SupplyProblemBuilder stock(int depot, int item, long units, long kept) {
        requireDepot(depot);
        Ranges.requireIndex(item, weightOfItem.length, "item");
        String where = " of item " + item + " in depot " + depot;
        stock[depot][item] = Ranges.require(units, 0, SupplyProblem.MAX_QUANTITY, "stock" + where);
        reserve[depot][item] = Ranges.require(kept, 0, SupplyProblem.MAX_QUANTITY, "reserve" + where);
        return this;
    }

    /** Weight that may leave a depot, 0 or more, or {@link SupplyProblem#UNLIMITED}. */
    public SupplyProblemBuilder capacity(int depot, long weight) {
        requireDepot(depot);
        if (weight != SupplyProblem.UNLIMITED) {
            Ranges.require(weight, 0, Long.MAX_VALUE / 4, "capacity of depot " + depot);
        }
        capacityOfDepot[depot] = weight;
        return this;
    }

    /** Units of an item that a community needs, by tier. */
    public SupplyProblemBuilder need(int community, int item, long... units) {
        requireCommunity(community);
        Ranges.requireIndex(item, weightOfItem.length, "item");
        Ranges.requireLength(units.length, SupplyProblem.TIERS, "need of community " + community);
        for (int tier = 0; tier < units.length; tier++) {
            need[community][item][tier] = Ranges.require(
                    units[tier],
                    0,
                    SupplyProblem.MAX_QUANTITY,
                    "need of community " + community + " for item " + item + " in tier " + tier);
        }
        return this;
    }

    /** Allows transport from a depot to a community, at a cost for each unit of weight. */
    public SupplyProblemBuilder lane(int depot, int community, long costPerWeight) {
        requireDepot(depot);
        requireCommunity(community);
        Ranges.require(
                costPerWeight,
                0,
                SupplyProblem.MAX_PRICE,
                "cost of the lane from depot " + depot + " to community " + community);
        grow();
        depotOfLane[lanes] = depot;
        communityOfLane[lanes] = community;
        costOfLane[lanes] = costPerWeight;
        lanes++;
        return this;
    }

    /**
     * The problem as collected so far.
     *
     * @throws IllegalArgumentException when a lane is listed twice, the penalties rise from tier to tier, or the total
     *     might not fit a {@code long}
     */
    public SupplyProblem build() {
        return new SupplyProblem(this);
    }

    long[][] available() {
        long[][] units = new long[stock.length][];
        for (int depot = 0; depot < stock.length; depot++) {
            int from = depot;
            units[depot] = IntStream.range(0, weightOfItem.length)
                    .mapToLong(item -> Math.max(0, stock[from][item] - reserve[from][item]))
                    .toArray();
        }
        return units;
    }

    int[] sortedLanes() {
        int[] order = IntStream.range(0, lanes)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(lane -> depotOfLane[lane])
                        .thenComparingInt(lane -> communityOfLane[lane]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int position = 1; position < lanes; position++) {
            requireDifferent(order[position - 1], order[position]);
        }
        return order;
    }

    int[] firstLanes() {
        int[] first = new int[stock.length + 1];
        for (int lane = 0; lane < lanes; lane++) {
            first[depotOfLane[lane] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private void requireDifferent(int one, int other) {
        if (depotOfLane[one] == depotOfLane[other] && communityOfLane[one] == communityOfLane[other]) {
            throw new IllegalArgumentException("The lane from depot " + depotOfLane[one] + " to community "
                    + communityOfLane[one] + " is listed twice, with costs " + costOfLane[one] + " and "
                    + costOfLane[other] + ". Keep one.");
        }
    }

    private void requireDepot(int depot) {
        Ranges.requireIndex(depot, stock.length, "depot");
    }

    private int requireCommunity(int community) {
        return Ranges.requireIndex(community, need.length, "community");
    }

    private static void requireSize(int places, int items, String name) {
        Ranges.require(places, 0, SupplyProblem.MAX_SIZE, "number of " + name);
        Ranges.require(items, 0, SupplyProblem.MAX_SIZE, "number of items");
        Ranges.require((long) places * items, 0, SupplyProblem.MAX_SIZE, "number of " + name + " times items");
    }

    private void grow() {
        if (lanes == costOfLane.length) {
            depotOfLane = Arrays.copyOf(depotOfLane, 2 * lanes);
            communityOfLane = Arrays.copyOf(communityOfLane, 2 * lanes);
            costOfLane = Arrays.copyOf(costOfLane, 2 * lanes);
        }
    }
}
