package org.tongxin.core.allocation;

import java.util.Optional;

/**
 * The best plan of one kind of goods over time, exactly.
 *
 * <p><b>Idea.</b> A time-expanded network [1, section 19.6]: each depot has a node for each period, keeping is an arc to the next
 * one, and a lane is an arc from each departure from which it arrives in time. The rest is a flow of least cost, with the tiers of a need
 * as parallel arcs. The total is proved by {@link TimedSupplyBound}, over all departures.
 *
 * <p><b>Cost.</b> That of {@link NetworkSimplex}, with lanes times departures as arcs; where nothing limits what leaves, only
 * releases count as departures, and a warehouse costs no more than without time. <b>Where it fails.</b> Several kinds of goods that
 * share a vehicle or a door, and boxes that are sent whole or not at all, are no flow.
 *
 * <p>Stateless; safe for use by several threads. Source: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993.
 */
public final class TimedSupplySolver {

    private TimedSupplySolver() {}

    /**
     * Solves a problem to the optimum.
     *
     * @return empty where no plan gives every need its floor
     * @throws ArithmeticException when a number does not fit a {@code long}
     */
    public static Optional<TimedSupplyAnswer> findBest(TimedSupplyProblem problem) {
        TimedSupplyNetwork network = new TimedSupplyNetwork(problem);
        network.solve();
        TimedSupplyPlan unpriced = new TimedSupplyPlan(network.shipments(), 0);
        long total = TimedSupplyChecker.check(problem, unpriced).total();
        TimedSupplyPlan plan = new TimedSupplyPlan(unpriced.shipments(), total);
        if (!TimedSupplyChecker.check(problem, plan).isAllowed()) {
            return Optional.empty();
        }
        long bound = TimedSupplyBound.of(problem, network.prices()).longValueExact();
        return Optional.of(new TimedSupplyAnswer(plan, bound));
    }
}
