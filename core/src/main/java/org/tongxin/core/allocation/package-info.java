/**
 * Exact allocation of people to posts for one shift: the plan with the least total of costs, penalties of empty places and
 * moves, its proof, and its explanation. The order of work is {@link org.tongxin.core.allocation.PeopleProblem} →
 * {@link org.tongxin.core.allocation.PeopleSolver} → {@link org.tongxin.core.allocation.PlanChecker} →
 * {@link org.tongxin.core.allocation.PlanExplainer}. The checker shares no code with the solver, so that a fault in one
 * is seen by the other.
 *
 * <p>What always holds: people and posts are numbers from 0; costs and penalties are whole numbers in one unit, which the
 * caller chooses (metres walked, for example); the same problem gives the same plan on every machine.
 */
package org.tongxin.core.allocation;
