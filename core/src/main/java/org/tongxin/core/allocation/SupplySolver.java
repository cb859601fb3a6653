package org.tongxin.core.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The best plan of goods, exactly, wherever the capacity that items share at a depot does not bind.
 *
 * <p><b>Idea.</b> Without shared capacity each item is a flow of least cost by itself: the three tiers of a need are
 * parallel arcs, since the dearest shortage is met first, and the reserve is stock that is not there. For the fairest plan
 * all items are one flow, which the communities' floors join; {@link FairestCoverage} finds the floors. Capacity is
 * looked at afterwards: a plan that keeps it is the best with it, too. Every total is proved by {@link SupplyBound}.
 *
 * <p><b>Cost.</b> That of {@link NetworkSimplex}; a million lanes and items take seconds. <b>Where it fails.</b> Where
 * shared capacity binds there is no answer; a {@link PlanEngine} has one.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class SupplySolver {

    private static final String ENGINE = "network simplex";

    private final SupplyProblem problem;
    private final long[] floor;
    private final SupplyPrices prices;
    private final List<Shipment> shipments = new ArrayList<>();

    private SupplySolver(SupplyProblem problem, long[] floor) {
        this.problem = problem;
        this.floor = floor;
        this.prices = new SupplyPrices(new long[problem.depots()][problem.items()], new long[problem.communities()]);
    }

    /**
     * Solves a problem to the optimum.
     *
     * @return empty where the best plan without regard to shared capacity breaks it
     * @throws ArithmeticException when a number does not fit a {@code long}
     */
    public static Optional<SupplyAnswer> findBest(SupplyProblem problem) {
        SupplyAnswer answer =
                problem.aim() == SupplyProblem.Aim.CHEAPEST ? cheapest(problem) : fairestThenCheapest(problem);
        return SupplyChecker.check(problem, answer.plan()).isAllowed() ? Optional.of(answer) : Optional.empty();
    }

    private static SupplyAnswer cheapest(SupplyProblem problem) {
        SupplySolver solver = new SupplySolver(problem, new long[problem.communities()]);
        for (int item = 0; item < problem.items(); item++) {
            solver.solve(item);
        }
        return solver.answer(true);
    }

    private static SupplyAnswer fairestThenCheapest(SupplyProblem problem) {
        FairestCoverage fairest = new FairestCoverage(problem);
        SupplySolver solver = new SupplySolver(problem, FairestCoverage.floors(problem, fairest.coverage()));
        int[] items = new int[problem.items()];
        Arrays.setAll(items, item -> item);
        solver.solve(items);
        return solver.answer(fairest.isProved());
    }

    private void solve(int... items) {
        SupplyNetwork network = new SupplyNetwork(problem, items, floor, SupplyNetwork.Price.REAL);
        network.solve();
        shipments.addAll(network.shipments());
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int index = 0; index < items.length; index++) {
                prices.stock()[depot][items[index]] = network.stockPrice(depot, index);
            }
        }
        for (int community = 0; community < problem.communities(); community++) {
            prices.floor()[community] = floor[community] == 0 ? 0 : network.floorPrice(community);
        }
    }

    private SupplyAnswer answer(boolean fairestProved) {
        SupplyPlan unpriced = new SupplyPlan(shipments, 0);
        long total = SupplyChecker.check(problem, unpriced).total();
        BigInteger bound = SupplyBound.of(problem, prices, floor);
        return new SupplyAnswer(new SupplyPlan(shipments, total), bound.longValueExact(), fairestProved, ENGINE);
    }
}
