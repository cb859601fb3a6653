package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Collects the parts of a {@link TimedSupplyProblem}; for one thread only. What is not said is 0, a priority 1, a deadline the last
 * period, and what may be kept or leave unlimited.
 */
public final class TimedSupplyProblemBuilder {

    final int periods;
    final long[][] release;
    final long[][] outbound;
    final long[] holding;
    final long[] holdingCost;
    final long[][] units;
    final long[] penaltyOfTier = new long[SupplyProblem.TIERS];
    final long[] priority;
    final long[] delayCost;
    final long[] floor;
    final int[] deadline;
    int[] needOfLane = new int[64];
    int[] transitOfLane = new int[64];
    long[] costOfLane = new long[64];

    private int[] depotOfLane = new int[64];
    private int lanes;

    TimedSupplyProblemBuilder(int depots, int needs, int periods) {
        Ranges.require(periods, 1, TimedSupplyProblem.MAX_SIZE, "number of periods");
        Ranges.require(depots, 0, TimedSupplyProblem.MAX_SIZE / periods, "number of depots");
        Ranges.require(needs, 0, TimedSupplyProblem.MAX_SIZE / periods, "number of needs");
        this.periods = periods;
        release = new long[depots][periods];
        outbound = new long[depots][periods];
        Arrays.stream(outbound).forEach(row -> Arrays.fill(row, SupplyProblem.UNLIMITED));
        holding = filled(depots, SupplyProblem.UNLIMITED);
        holdingCost = new long[depots];
        units = new long[needs][SupplyProblem.TIERS];
        priority = filled(needs, 1);
        delayCost = new long[needs];
        floor = new long[needs];
        deadline = new int[needs];
        Arrays.fill(deadline, periods - 1);
    }

    /** Price of an undelivered unit of each tier, before the priority; it must not rise from tier to tier. */
    public TimedSupplyProblemBuilder penalties(long... prices) {
        Ranges.requireLength(prices.length, SupplyProblem.TIERS, "list of tier penalties");
        for (int tier = 0; tier < prices.length; tier++) {
            penaltyOfTier[tier] = Ranges.require(prices[tier], 0, SupplyProblem.MAX_PRICE, "penalty of tier " + tier);
        }
        return this;
    }

    /** Units that become available in a depot in a period; said again, the later word counts. */
    public TimedSupplyProblemBuilder release(int depot, int period, long quantity) {
        release[requireDepot(depot)][requirePeriod(period)] =
                quantity(quantity, "release of depot " + depot + " in period " + period);
        return this;
    }

    /** Units that may leave a depot in a period. */
    public TimedSupplyProblemBuilder outbound(int depot, int period, long most) {
        outbound[requireDepot(depot)][requirePeriod(period)] =
                quantity(most, "outbound limit of depot " + depot + " in period " + period);
        return this;
    }

    /** Units that a depot can keep from one period to the next, {@link SupplyProblem#UNLIMITED} included, and what each costs. */
    public TimedSupplyProblemBuilder holding(int depot, long most, long unitCost) {
        holding[requireDepot(depot)] =
                most == SupplyProblem.UNLIMITED ? most : quantity(most, "holding limit of depot " + depot);
        holdingCost[depot] = price(unitCost, "holding cost of depot " + depot);
        return this;
    }

    /** Units that a need asks for, by tier. */
    public TimedSupplyProblemBuilder need(int need, long... byTier) {
        requireNeed(need);
        Ranges.requireLength(byTier.length, SupplyProblem.TIERS, "list of tiers of need " + need);
        for (int tier = 0; tier < byTier.length; tier++) {
            units[need][tier] = quantity(byTier[tier], "tier " + tier + " of need " + need);
        }
        return this;
    }

    /** The last period in which what arrives for a need is of use. */
    public TimedSupplyProblemBuilder deadline(int need, int last) {
        deadline[requireNeed(need)] = requirePeriod(last);
        return this;
    }

    /** Units that a need is to get in any case, at most what it asks for. */
    public TimedSupplyProblemBuilder floor(int need, long least) {
        floor[requireNeed(need)] = quantity(least, "floor of need " + need);
        return this;
    }

    /** By how much the shortage of a need counts. */
    public TimedSupplyProblemBuilder priority(int need, long factor) {
        priority[requireNeed(need)] = price(factor, "priority of need " + need);
        return this;
    }

    /** What each period of waiting costs for a unit of a need. */
    public TimedSupplyProblemBuilder delay(int need, long unitCost) {
        delayCost[requireNeed(need)] = price(unitCost, "delay cost of need " + need);
        return this;
    }

    /** Allows transport from a depot to a need, which takes so many periods, at a cost for each unit. */
    public TimedSupplyProblemBuilder lane(int depot, int need, int transit, long unitCost) {
        requireDepot(depot);
        requireNeed(need);
        String where = " of the lane from depot " + depot + " to need " + need;
        Ranges.require(transit, 0, TimedSupplyProblem.MAX_SIZE, "transit" + where);
        price(unitCost, "cost" + where);
        grow();
        depotOfLane[lanes] = depot;
        needOfLane[lanes] = need;
        transitOfLane[lanes] = transit;
        costOfLane[lanes] = unitCost;
        lanes++;
        return this;
    }

    /**
     * The problem as collected so far.
     *
     * @throws IllegalArgumentException when a lane is listed twice, the penalties rise from tier to tier, a floor is above its
     *     need, or the total might not fit a {@code long}
     */
    public TimedSupplyProblem build() {
        Ranges.require(lanes, 0, TimedSupplyProblem.MAX_SIZE / periods, "number of lanes");
        return new TimedSupplyProblem(this);
    }

    int[] sortedLanes() {
        int[] order = IntStream.range(0, lanes)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(lane -> depotOfLane[lane])
                        .thenComparingInt(lane -> needOfLane[lane]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int position = 1; position < lanes; position++) {
            requireDifferent(order[position - 1], order[position]);
        }
        return order;
    }

    int[] firstLanes() {
        int[] first = new int[release.length + 1];
        for (int lane = 0; lane < lanes; lane++) {
            first[depotOfLane[lane] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    private void requireDifferent(int one, int other) {
        if (depotOfLane[one] == depotOfLane[other] && needOfLane[one] == needOfLane[other]) {
            throw new IllegalArgumentException("The lane from depot " + depotOfLane[one] + " to need " + needOfLane[one]
                    + " is listed twice, with costs " + costOfLane[one] + " and " + costOfLane[other] + ". Keep one.");
        }
    }

    private int requireDepot(int depot) {
        return Ranges.requireIndex(depot, release.length, "depot");
    }

    private int requireNeed(int need) {
        return Ranges.requireIndex(need, units.length, "need");
    }

    private int requirePeriod(int period) {
        return Ranges.requireIndex(period, periods, "period");
    }

    private static long quantity(long value, String name) {
        return Ranges.require(value, 0, SupplyProblem.MAX_QUANTITY, name);
    }

    private static long price(long value, String name) {
        return Ranges.require(value, 0, SupplyProblem.MAX_PRICE, name);
    }

    private static long[] filled(int length, long value) {
        long[] all = new long[length];
        Arrays.fill(all, value);
        return all;
    }

    private void grow() {
        if (lanes == costOfLane.length) {
            depotOfLane = Arrays.copyOf(depotOfLane, 2 * lanes);
            needOfLane = Arrays.copyOf(needOfLane, 2 * lanes);
            transitOfLane = Arrays.copyOf(transitOfLane, 2 * lanes);
            costOfLane = Arrays.copyOf(costOfLane, 2 * lanes);
        }
    }
}
