package org.tongxin.core.allocation;

import java.util.List;

/**
 * Which depot sends what to which need, and when. Nothing is checked here: that is {@link TimedSupplyChecker}'s work. Immutable
 * and safe for use by several threads.
 *
 * @param shipments in the order of depot, need, departure
 * @param total what the plan claims to cost, as {@link TimedSupplyProblem} defines it
 */
public record TimedSupplyPlan(List<TimedShipment> shipments, long total) {

    /** Copies the shipments and puts them in order. */
    public TimedSupplyPlan {
        shipments = shipments.stream().sorted(TimedShipment.ORDER).toList();
    }
}
