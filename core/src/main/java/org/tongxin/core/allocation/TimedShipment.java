package org.tongxin.core.allocation;

import java.util.Comparator;

/**
 * Units sent over one lane in one period. Immutable and safe for use by several threads.
 *
 * @param depot from where
 * @param need to which need
 * @param departure in which period they leave
 * @param quantity units, 1 or more in a valid plan
 */
public record TimedShipment(int depot, int need, int departure, long quantity) {

    /** By depot, then need, then departure: the order of a plan. */
    static final Comparator<TimedShipment> ORDER = Comparator.comparingInt(TimedShipment::depot)
            .thenComparingInt(TimedShipment::need)
            .thenComparingInt(TimedShipment::departure);
}
