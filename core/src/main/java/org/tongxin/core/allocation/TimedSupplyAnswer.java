package org.tongxin.core.allocation;

/**
 * A plan of goods over time with what is known about how good it is. Immutable and safe for use by several threads.
 *
 * @param plan the best plan found
 * @param bound no plan has a lower total
 */
public record TimedSupplyAnswer(TimedSupplyPlan plan, long bound) {

    /** Whether no plan is better. */
    public boolean isProved() {
        return bound == plan.total();
    }
}
