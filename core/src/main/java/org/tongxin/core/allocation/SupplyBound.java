package org.tongxin.core.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A total that no plan can be below, from prices alone. Shares no code with the solver.
 *
 * <p><b>Idea.</b> Lagrange's relaxation [1, chapter 16]: let depots send any quantity, but at a price for the stock; let
 * communities go below their floor, but for a fee. Then each unit of need decides for itself: the cheapest of its lanes
 * with the price of the stock there, less the floor's price, or its penalty. The sum of these, less what the stock that is there is worth, plus
 * what the floors are worth, is a lower bound whatever the prices are. With the prices of an optimal flow it is the optimum.
 *
 * <p>With all costs and penalties at zero a bound above zero means that no plan keeps the floors at all.
 *
 * <p>Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
final class SupplyBound {

    private final SupplyProblem problem;
    private final SupplyPrices prices;
    private final long[] floor;
    private final boolean withCosts;

    private SupplyBound(SupplyProblem problem, SupplyPrices prices, long[] floor, boolean withCosts) {
        this.problem = problem;
        this.prices = prices;
        this.floor = floor;
        this.withCosts = withCosts;
    }

    /** The least total that plans with these floors can have. */
    static BigInteger of(SupplyProblem problem, SupplyPrices prices, long[] floor) {
        return new SupplyBound(problem, prices, floor, true).sum();
    }

    /** Whether the prices prove that no plan gives every community its floor. */
    static boolean refutes(SupplyProblem problem, SupplyPrices prices, long[] floor) {
        return new SupplyBound(problem, prices, floor, false).sum().signum() > 0;
    }

    /** Units of an item that may leave a depot at all: less than available where its capacity is too small for them alone. */
    static long limit(SupplyProblem problem, int depot, int item) {
        long available = problem.available(depot, item);
        return problem.weight(item) == 0
                ? available
                : Math.min(available, problem.capacity(depot) / problem.weight(item));
    }

    private BigInteger sum() {
        BigInteger sum = BigInteger.ZERO;
        for (int item = 0; item < problem.items(); item++) {
            long[] cheapest = cheapest(item);
            for (int community = 0; community < problem.communities(); community++) {
                sum = sum.add(needs(community, item, cheapest[community]));
            }
            for (int depot = 0; depot < problem.depots(); depot++) {
                sum = sum.subtract(product(prices.stock()[depot][item], limit(problem, depot, item)));
            }
        }
        for (int community = 0; community < problem.communities(); community++) {
            sum = sum.add(product(prices.floor()[community], floor[community]));
        }
        return sum;
    }

    private long[] cheapest(int item) {
        long[] cheapest = new long[problem.communities()];
        Arrays.fill(cheapest, Long.MAX_VALUE);
        for (int depot = 0; depot < problem.depots(); depot++) {
            int end = limit(problem, depot, item) == 0 ? 0 : problem.firstLane(depot + 1);
            for (int lane = problem.firstLane(depot); lane < end; lane++) {
                long cost = withCosts ? problem.unitCost(lane, item) : 0;
                int community = problem.laneCommunity(lane);
                cheapest[community] = Math.min(cheapest[community], cost + prices.stock()[depot][item]);
            }
        }
        return cheapest;
    }

    private BigInteger needs(int community, int item, long cheapest) {
        BigInteger sum = BigInteger.ZERO;
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long penalty = withCosts ? problem.penalty(community, tier) : 0;
            long delivered = cheapest == Long.MAX_VALUE ? penalty : cheapest - prices.floor()[community];
            sum = sum.add(product(Math.min(penalty, delivered), problem.need(community, item, tier)));
        }
        return sum;
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
