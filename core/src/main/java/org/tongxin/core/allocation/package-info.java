/**
 * Exact allocation of people to posts, of goods to communities, and of shifts to people, with proofs and explanations.
 *
 * <p>People, one shift: {@link org.tongxin.core.allocation.PeopleProblem} →
 * {@link org.tongxin.core.allocation.PeopleSolver} → {@link org.tongxin.core.allocation.PlanChecker} →
 * {@link org.tongxin.core.allocation.PlanExplainer}; {@link org.tongxin.core.allocation.LivePlan} follows what changes. Goods, one day: {@link org.tongxin.core.allocation.SupplyProblem} →
 * {@link org.tongxin.core.allocation.SupplySolver} → {@link org.tongxin.core.allocation.SupplyChecker}. One kind of goods over days, with
 * producers and deadlines: {@link org.tongxin.core.allocation.TimedSupplyProblem} →
 * {@link org.tongxin.core.allocation.TimedSupplySolver} → {@link org.tongxin.core.allocation.TimedSupplyChecker}. Shifts over days,
 * and goods that share a depot's capacity, need a {@link org.tongxin.core.allocation.PlanEngine} from elsewhere; the model
 * and {@link org.tongxin.core.allocation.ShiftChecker} are here. The checkers share no code with the solvers, so that a
 * fault in one is seen by the other.
 *
 * <p>What always holds: people, posts, depots and all else are numbers from 0; costs and penalties are whole numbers in one unit, which the
 * caller chooses (metres walked, for example); the same problem gives the same plan on every machine.
 */
@NullMarked
package org.tongxin.core.allocation;

import org.jspecify.annotations.NullMarked;
