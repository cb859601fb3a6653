package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One kind of goods over several periods: depots where goods become available bit by bit, needs with a last period in which
 * they are of use, and lanes that take time. A depot is whatever gives: a warehouse (its stock in period 0, what is on the way
 * in the period in which it comes), a producer (its capacity in each period), a donor (from the day of the promise on).
 * Immutable and safe for use by several threads.
 *
 * <p>The total of a plan, which is to be least, is the sum of
 *
 * <ul>
 *   <li>transport: each unit on a lane costs {@link #laneCost},
 *   <li>waiting: each unit costs {@link #delayCost} of its need for each period up to its arrival,
 *   <li>keeping: each unit kept from one period to the next costs {@link #holdingCost} of its depot,
 *   <li>shortage: each unit not delivered costs {@link #penalty} of its tier, the first tier being filled first.
 * </ul>
 *
 * <p>Hard rules: a unit leaves no earlier than it is there; no more is kept from one period to the next than {@link
 * #holding} allows, what is kept beyond that is lost; no more leaves in a period than {@link #outbound}; a unit that would arrive
 * after the last period of its need is not sent, for it would be of no use; no need gets more than it asks for, nor
 * less than its {@link #floor}; units are whole.
 *
 * <p>Lanes are kept sorted by depot, then need, so that the order in which they were added changes nothing.
 */
public final class TimedSupplyProblem {

    /** Largest number of pairs of a place and a period, and of lanes and periods. */
    public static final int MAX_SIZE = 50_000_000;

    private final int periods;
    private final long[][] release;
    private final long[][] outbound;
    private final long[] holding;
    private final long[] holdingCost;
    private final long[][] units;
    private final long[] penaltyOfTier;
    private final long[] priority;
    private final long[] delayCost;
    private final long[] floor;
    private final int[] deadline;
    private final int[] firstLaneOfDepot;
    private final int[] needOfLane;
    private final int[] transitOfLane;
    private final long[] costOfLane;

    TimedSupplyProblem(TimedSupplyProblemBuilder parts) {
        periods = parts.periods;
        release = copy(parts.release);
        outbound = copy(parts.outbound);
        holding = parts.holding.clone();
        holdingCost = parts.holdingCost.clone();
        units = copy(parts.units);
        penaltyOfTier = parts.penaltyOfTier.clone();
        priority = parts.priority.clone();
        delayCost = parts.delayCost.clone();
        floor = parts.floor.clone();
        deadline = parts.deadline.clone();
        int[] order = parts.sortedLanes();
        needOfLane = IntStream.of(order).map(lane -> parts.needOfLane[lane]).toArray();
        transitOfLane =
                IntStream.of(order).map(lane -> parts.transitOfLane[lane]).toArray();
        costOfLane =
                IntStream.of(order).mapToLong(lane -> parts.costOfLane[lane]).toArray();
        firstLaneOfDepot = parts.firstLanes();
        TimedSupplyLimits.require(this);
    }

    /**
     * Starts a problem.
     *
     * @param depots number of depots
     * @param needs number of needs
     * @param periods number of periods, 1 or more; period 0 is now
     * @throws IllegalArgumentException when a number is outside its range or the problem would be too large
     */
    public static TimedSupplyProblemBuilder builder(int depots, int needs, int periods) {
        return new TimedSupplyProblemBuilder(depots, needs, periods);
    }

    /** Number of depots. */
    public int depots() {
        return release.length;
    }

    /** Number of needs. */
    public int needs() {
        return units.length;
    }

    /** Number of periods. */
    public int periods() {
        return periods;
    }

    /** Units that become available in a depot in a period. */
    public long release(int depot, int period) {
        return release[depot][period];
    }

    /** Units that may leave a depot in a period, or {@link SupplyProblem#UNLIMITED}. */
    public long outbound(int depot, int period) {
        return outbound[depot][period];
    }

    /** Whether a depot has a limit on what leaves it in any period. */
    public boolean isLimited(int depot) {
        return Arrays.stream(outbound[depot]).anyMatch(most -> most != SupplyProblem.UNLIMITED);
    }

    /** Units that a depot can keep from one period to the next, or {@link SupplyProblem#UNLIMITED}. */
    public long holding(int depot) {
        return holding[depot];
    }

    /** What keeping a unit to the next period costs. */
    public long holdingCost(int depot) {
        return holdingCost[depot];
    }

    /** Units that a need asks for in one tier. */
    public long need(int need, int tier) {
        return units[need][tier];
    }

    /** Units that a need asks for, over the tiers. */
    public long need(int need) {
        return Arrays.stream(units[need]).sum();
    }

    /** Units that a need is to get in any case. */
    public long floor(int need) {
        return floor[need];
    }

    /** The last period in which what arrives for a need is of use. */
    public int deadline(int need) {
        return deadline[need];
    }

    /** Price of a unit of a tier that a need does not get: the tier's, times the priority of the need. */
    public long penalty(int need, int tier) {
        return penaltyOfTier[tier] * priority[need];
    }

    /** What each period of waiting costs for a unit of a need, counted from period 0. */
    public long delayCost(int need) {
        return delayCost[need];
    }

    /** Number of lanes. */
    public int lanes() {
        return needOfLane.length;
    }

    /** Position of a depot's first lane; the last is at {@code firstLane(depot + 1) - 1}. */
    public int firstLane(int depot) {
        return firstLaneOfDepot[depot];
    }

    /** Where a lane leads. */
    public int laneNeed(int lane) {
        return needOfLane[lane];
    }

    /** How many periods after it left a unit arrives: 0 for the same period. */
    public int transit(int lane) {
        return transitOfLane[lane];
    }

    /** Cost of one unit on a lane. */
    public long laneCost(int lane) {
        return costOfLane[lane];
    }

    /** The lane between a depot and a need; negative when there is none. */
    public int findLane(int depot, int need) {
        return Arrays.binarySearch(needOfLane, firstLane(depot), firstLane(depot + 1), need);
    }

    long tierPenalty(int tier) {
        return penaltyOfTier[tier];
    }

    long priority(int need) {
        return priority[need];
    }

    private static long[][] copy(long[][] rows) {
        return Arrays.stream(rows).map(long[]::clone).toArray(long[][]::new);
    }
}
