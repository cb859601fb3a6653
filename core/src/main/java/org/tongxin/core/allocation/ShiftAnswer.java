package org.tongxin.core.allocation;

/**
 * A plan of shifts with what is known about how good it is. Immutable and safe for use by several threads.
 *
 * @param plan the best plan found
 * @param bound no plan has a lower total
 * @param engine what found it, for the record
 */
public record ShiftAnswer(ShiftPlan plan, long bound, String engine) {

    /** Whether no plan is better. */
    public boolean isProved() {
        return bound == plan.total();
    }
}
