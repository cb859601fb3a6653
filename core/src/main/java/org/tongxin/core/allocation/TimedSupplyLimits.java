package org.tongxin.core.allocation;

import java.math.BigInteger;

/** Refuses what contradicts itself or would not fit a {@code long}: a price, or the total of the worst plan. */
final class TimedSupplyLimits {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE / 4);

    private final TimedSupplyProblem problem;

    private TimedSupplyLimits(TimedSupplyProblem problem) {
        this.problem = problem;
    }

    static void require(TimedSupplyProblem problem) {
        TimedSupplyLimits limits = new TimedSupplyLimits(problem);
        limits.requireFallingPenalties();
        limits.requireFloorsBelowNeeds();
        limits.requireTotalFits();
    }

    /** No unit can cost more than this: not in shortage, and not on any way at any time. */
    static BigInteger dearest(TimedSupplyProblem problem) {
        BigInteger periods = BigInteger.valueOf(problem.periods());
        BigInteger lane = BigInteger.ZERO;
        for (int each = 0; each < problem.lanes(); each++) {
            lane = lane.max(BigInteger.valueOf(problem.laneCost(each)));
        }
        BigInteger kept = BigInteger.ZERO;
        for (int depot = 0; depot < problem.depots(); depot++) {
            kept = kept.max(BigInteger.valueOf(problem.holdingCost(depot)));
        }
        BigInteger delay = BigInteger.ZERO;
        BigInteger missing = BigInteger.ONE;
        for (int need = 0; need < problem.needs(); need++) {
            delay = delay.max(BigInteger.valueOf(problem.delayCost(need)));
            missing = missing.max(
                    BigInteger.valueOf(problem.tierPenalty(0)).multiply(BigInteger.valueOf(problem.priority(need))));
        }
        return missing.max(lane.add(kept.add(delay).multiply(periods)));
    }

    private void requireFallingPenalties() {
        for (int tier = 1; tier < SupplyProblem.TIERS; tier++) {
            if (problem.tierPenalty(tier) > problem.tierPenalty(tier - 1)) {
                throw new IllegalArgumentException("The penalty (" + problem.tierPenalty(tier) + ") of tier " + tier
                        + " must not be above that of tier " + (tier - 1) + ", which is "
                        + problem.tierPenalty(tier - 1) + ": the most urgent units come first.");
            }
        }
    }

    private void requireFloorsBelowNeeds() {
        for (int need = 0; need < problem.needs(); need++) {
            if (problem.floor(need) > problem.need(need)) {
                throw new IllegalArgumentException("The floor (" + problem.floor(need) + ") of need " + need
                        + " must not be above what it asks for, which is " + problem.need(need) + ".");
            }
        }
    }

    /** Every unit at its dearest, and the premium of a floor, which is the dearest price times the number of nodes. */
    private void requireTotalFits() {
        BigInteger asked = BigInteger.ONE;
        for (int need = 0; need < problem.needs(); need++) {
            asked = asked.add(BigInteger.valueOf(problem.need(need)));
        }
        BigInteger released = BigInteger.ZERO;
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int period = 0; period < problem.periods(); period++) {
                released = released.add(BigInteger.valueOf(problem.release(depot, period)));
            }
        }
        BigInteger nodes = BigInteger.valueOf(2L * problem.depots() * problem.periods() + problem.needs() + 2L);
        BigInteger dearest = dearest(problem);
        boolean fits = asked.multiply(dearest).compareTo(MOST) <= 0
                && nodes.multiply(dearest).compareTo(MOST) <= 0
                && released.compareTo(MOST) <= 0;
        if (!fits) {
            throw new IllegalArgumentException("The needs or prices are so large that the total would not fit 64 bits"
                    + " (overflow), at a price of up to " + dearest
                    + " a unit. Choose larger units of goods or of cost.");
        }
    }
}
