package org.tongxin.core.allocation;

/**
 * A plan of goods with what is known about how good it is. Immutable and safe for use by several threads.
 *
 * @param plan the best plan found
 * @param bound no plan that is as fair has a lower total
 * @param fairestProved whether no plan has a greater least coverage; true where the aim does not ask for it
 * @param engine what found it, for the record
 */
public record SupplyAnswer(SupplyPlan plan, long bound, boolean fairestProved, String engine) {

    /** Whether no plan is better. */
    public boolean isProved() {
        return fairestProved && bound == plan.total();
    }
}
