package org.tongxin.core.allocation;

/**
 * Solves what no flow can: goods that share a depot's capacity, and shifts over several days. The core has no such engine;
 * one may stand on the class path and is found by {@link java.util.ServiceLoader}. The same problem gives the same answer.
 */
public interface PlanEngine {

    /** Solves a supply problem, shared capacity and all. */
    SupplyAnswer solve(SupplyProblem problem);

    /** Solves a shift problem. */
    ShiftAnswer solve(ShiftProblem problem);
}
