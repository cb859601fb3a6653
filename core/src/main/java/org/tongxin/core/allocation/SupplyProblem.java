package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Goods in depots, needs in communities, and the lanes between them, for one day. Immutable and safe for use by several
 * threads.
 *
 * <p>The total of a plan, which is to be least, is the sum of
 *
 * <ul>
 *   <li>transport: each unit on a lane costs {@link #unitCost},
 *   <li>shortage: each unit not delivered costs {@link #penalty} of its tier. Delivered units count for the tier of the
 *       lowest number first, whose shortage is dearest.
 * </ul>
 *
 * <p>Hard rules: a depot sends at most {@link #available} units of an item, at most {@link #capacity} in weight over all
 * items, and only over a listed lane; a community takes no more of an item than it needs; units are whole. With
 * {@link Aim#FAIREST_THEN_CHEAPEST} the least {@link Coverage} over the communities is made as great as it can be first,
 * where a community's coverage is the units of all items delivered over all units needed; one without need does not count.
 *
 * <p>Lanes are kept sorted by depot, then community, so that the order in which they were added changes nothing.
 */
public final class SupplyProblem {

    /** What comes first. */
    public enum Aim {
        /** The least total. */
        CHEAPEST,
        /** The greatest least coverage, and among such plans the least total. */
        FAIREST_THEN_CHEAPEST
    }

    /** Number of tiers of a need: urgent, ordinary, good to have. */
    public static final int TIERS = 3;

    /** Largest stock, need, weight and capacity. */
    public static final long MAX_QUANTITY = 1_000_000_000_000L;

    /** Largest price of a unit, on a lane or in shortage. */
    public static final long MAX_PRICE = 1_000_000_000_000L;

    /** Stands for a depot without a limit on weight. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    /** Largest number of pairs of a place and an item, and of lanes and items. */
    public static final int MAX_SIZE = 50_000_000;

    private final long[] weightOfItem;
    private final long[] penaltyOfTier;
    private final long[] priorityOfCommunity;
    private final long[][] available;
    private final long[] capacityOfDepot;
    private final long[][][] need;
    private final long[] needOfCommunity;
    private final int[] firstLaneOfDepot;
    private final int[] communityOfLane;
    private final long[] costOfLane;
    private final Aim aim;

    SupplyProblem(SupplyProblemBuilder parts) {
        weightOfItem = parts.weightOfItem.clone();
        penaltyOfTier = parts.penaltyOfTier.clone();
        priorityOfCommunity = parts.priorityOfCommunity.clone();
        available = parts.available();
        capacityOfDepot = parts.capacityOfDepot.clone();
        need = parts.need;
        needOfCommunity = Arrays.stream(need).mapToLong(SupplyProblem::sum).toArray();
        int[] order = parts.sortedLanes();
        communityOfLane =
                IntStream.of(order).map(lane -> parts.communityOfLane[lane]).toArray();
        costOfLane =
                IntStream.of(order).mapToLong(lane -> parts.costOfLane[lane]).toArray();
        firstLaneOfDepot = parts.firstLanes();
        aim = parts.aim;
        SupplyLimits.require(this);
    }

    /**
     * Starts a problem.
     *
     * @param depots number of depots
     * @param communities number of communities
     * @param items number of items
     * @throws IllegalArgumentException when a number is negative or the problem would be too large
     */
    public static SupplyProblemBuilder builder(int depots, int communities, int items) {
        return new SupplyProblemBuilder(depots, communities, items);
    }

    /** Number of depots. */
    public int depots() {
        return available.length;
    }

    /** Number of communities. */
    public int communities() {
        return need.length;
    }

    /** Number of items. */
    public int items() {
        return weightOfItem.length;
    }

    /** What comes first. */
    public Aim aim() {
        return aim;
    }

    /** Weight of a unit of an item. */
    public long weight(int item) {
        return weightOfItem[item];
    }

    /** Units of an item that a depot may send: its stock less the reserve, and none where the reserve is above the stock. */
    public long available(int depot, int item) {
        return available[depot][item];
    }

    /** Weight that may leave a depot, over all items, or {@link #UNLIMITED}. */
    public long capacity(int depot) {
        return capacityOfDepot[depot];
    }

    /** Units of an item that a community needs in one tier. */
    public long need(int community, int item, int tier) {
        return need[community][item][tier];
    }

    /** Units of an item that a community needs, over the tiers. */
    public long need(int community, int item) {
        return need[community][item][0] + need[community][item][1] + need[community][item][2];
    }

    /** Units that a community needs, over items and tiers. */
    public long need(int community) {
        return needOfCommunity[community];
    }

    /** Price of a unit of a tier that a community does not get: the tier's, times the community's priority. */
    public long penalty(int community, int tier) {
        return penaltyOfTier[tier] * priorityOfCommunity[community];
    }

    /** Number of lanes. */
    public int lanes() {
        return communityOfLane.length;
    }

    /** Position of a depot's first lane; the last is at {@code firstLane(depot + 1) - 1}. */
    public int firstLane(int depot) {
        return firstLaneOfDepot[depot];
    }

    /** Where a lane leads. */
    public int laneCommunity(int lane) {
        return communityOfLane[lane];
    }

    /** Cost of one unit of an item on a lane. */
    public long unitCost(int lane, int item) {
        return costOfLane[lane] * weightOfItem[item];
    }

    /** The lane between a depot and a community; negative when there is none. */
    public int findLane(int depot, int community) {
        return Arrays.binarySearch(communityOfLane, firstLane(depot), firstLane(depot + 1), community);
    }

    long laneCost(int lane) {
        return costOfLane[lane];
    }

    long tierPenalty(int tier) {
        return penaltyOfTier[tier];
    }

    long priority(int community) {
        return priorityOfCommunity[community];
    }

    private static long sum(long[][] needOfItem) {
        return Arrays.stream(needOfItem).flatMapToLong(Arrays::stream).reduce(0, Math::addExact);
    }
}
