package org.tongxin.core.allocation;

import java.util.List;

/**
 * Which depot sends what to whom. Nothing is checked here: that is {@link SupplyChecker}'s work. Immutable and safe for use
 * by several threads.
 *
 * @param shipments in the order of depot, community, item
 * @param total transport and shortage that the plan claims, as {@link SupplyProblem} defines them
 */
public record SupplyPlan(List<Shipment> shipments, long total) {

    /** Copies the shipments and puts them in order. */
    public SupplyPlan {
        shipments = shipments.stream().sorted(Shipment.ORDER).toList();
    }
}
