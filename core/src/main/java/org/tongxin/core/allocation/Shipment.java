package org.tongxin.core.allocation;

import java.util.Comparator;

/**
 * Units of one item sent over one lane. Immutable and safe for use by several threads.
 *
 * @param depot from where
 * @param community to where
 * @param item what
 * @param quantity units, 1 or more in a valid plan
 */
public record Shipment(int depot, int community, int item, long quantity) {

    /** By depot, then community, then item: the order of a plan. */
    static final Comparator<Shipment> ORDER = Comparator.comparingInt(Shipment::depot)
            .thenComparingInt(Shipment::community)
            .thenComparingInt(Shipment::item);
}
