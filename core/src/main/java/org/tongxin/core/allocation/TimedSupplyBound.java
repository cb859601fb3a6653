package org.tongxin.core.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A total that no plan over time can be below, from prices alone. Shares no code with the solver.
 *
 * <p><b>Idea.</b> Lagrange's relaxation [1, chapter 16], as in {@link SupplyBound}: goods have a price in each depot and
 * period, and another at its door. Each unit of need decides for itself: the cheapest of its lanes and departures with the price
 * at the door, or its penalty; what lies below a floor must be delivered. From the sum is taken what the releases are worth, and what
 * the limits are worth where the price rises by more than keeping costs from one period to the next, or from depot to door. It is a lower
 * bound whatever the prices are, and with those of an optimal flow it is the optimum. All departures count, not only those
 * that the solver looks at, but none before anything is there.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
final class TimedSupplyBound {

    private final TimedSupplyProblem problem;
    private final TimedSupplyPrices prices;

    private TimedSupplyBound(TimedSupplyProblem problem, TimedSupplyPrices prices) {
        this.problem = problem;
        this.prices = prices;
    }

    /** The least total that plans can have. Prices must be 0 or more. */
    static BigInteger of(TimedSupplyProblem problem, TimedSupplyPrices prices) {
        TimedSupplyBound bound = new TimedSupplyBound(problem, prices);
        return bound.needs().subtract(bound.depots());
    }

    private BigInteger needs() {
        long[] cheapest = cheapest();
        BigInteger sum = BigInteger.ZERO;
        for (int need = 0; need < problem.needs(); need++) {
            long floor = problem.floor(need);
            for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
                long units = problem.need(need, tier);
                long first = Math.min(floor, units);
                sum = sum.add(product(cheapest[need] == Long.MAX_VALUE ? 0 : cheapest[need], first))
                        .add(product(Math.min(problem.penalty(need, tier), cheapest[need]), units - first));
                floor -= first;
            }
        }
        return sum;
    }

    private long[] cheapest() {
        long[] cheapest = new long[problem.needs()];
        Arrays.fill(cheapest, Long.MAX_VALUE);
        for (int depot = 0; depot < problem.depots(); depot++) {
            int ready = ready(depot);
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                int need = problem.laneNeed(lane);
                int last = problem.deadline(need) - problem.transit(lane);
                for (int departure = ready; departure <= last; departure++) {
                    long cost = problem.laneCost(lane)
                            + problem.delayCost(need) * (departure + problem.transit(lane))
                            + prices.door()[depot][departure];
                    cheapest[need] = Math.min(cheapest[need], cost);
                }
            }
        }
        return cheapest;
    }

    private int ready(int depot) {
        int period = 0;
        while (period < problem.periods() && problem.release(depot, period) == 0) {
            period++;
        }
        return period;
    }

    private BigInteger depots() {
        BigInteger sum = BigInteger.ZERO;
        for (int depot = 0; depot < problem.depots(); depot++) {
            long[] stock = prices.stock()[depot];
            long there = 0;
            for (int period = 0; period < problem.periods(); period++) {
                there += problem.release(depot, period);
                long leaves = Math.min(there, problem.outbound(depot, period));
                sum = sum.add(product(stock[period], problem.release(depot, period)))
                        .add(product(Math.max(0, prices.door()[depot][period] - stock[period]), leaves));
                if (period + 1 < problem.periods()) {
                    long rise = stock[period + 1] - stock[period] - problem.holdingCost(depot);
                    sum = sum.add(product(Math.max(0, rise), Math.min(there, problem.holding(depot))));
                }
            }
        }
        return sum;
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
