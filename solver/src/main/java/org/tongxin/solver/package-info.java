/**
 * An engine for what no flow can solve, with OR-Tools: goods that share a depot's capacity, and shifts over several days.
 * The core knows only {@link org.tongxin.core.allocation.PlanEngine}; this one is found on the class path. What a solver
 * says in floating point is counted anew in whole numbers by the core's checkers before it is believed.
 *
 * <p>What always holds: one thread, fixed seeds, and limits that count work and not time, so that the same problem gives
 * the same answer.
 */
@NullMarked
package org.tongxin.solver;

import org.jspecify.annotations.NullMarked;
