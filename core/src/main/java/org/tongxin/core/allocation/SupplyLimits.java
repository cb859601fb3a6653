package org.tongxin.core.allocation;

/** Refuses what would not fit a {@code long}: a price, a sum of needs, the total of the worst plan. */
final class SupplyLimits {

    private final SupplyProblem problem;

    private SupplyLimits(SupplyProblem problem) {
        this.problem = problem;
    }

    static void require(SupplyProblem problem) {
        SupplyLimits limits = new SupplyLimits(problem);
        limits.requireFallingPenalties();
        long price = Math.max(limits.dearestShortage(), limits.dearestTransport());
        limits.requireSumsFit(price);
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

    private long dearestShortage() {
        long dearest = 0;
        for (int community = 0; community < problem.communities(); community++) {
            dearest = Math.max(
                    dearest,
                    price(problem.tierPenalty(0), problem.priority(community), "shortage of community " + community));
        }
        return dearest;
    }

    private long dearestTransport() {
        long dearest = 0;
        for (int item = 0; item < problem.items(); item++) {
            for (int lane = 0; lane < problem.lanes(); lane++) {
                dearest = Math.max(
                        dearest, price(problem.laneCost(lane), problem.weight(item), "transport of item " + item));
            }
        }
        return dearest;
    }

    private static long price(long value, long factor, String what) {
        if (Math.multiplyHigh(value, factor) != 0 || value * factor < 0 || value * factor > SupplyProblem.MAX_PRICE) {
            throw new IllegalArgumentException("The price of a unit in the " + what + " (" + value + " times " + factor
                    + ") must not be above " + SupplyProblem.MAX_PRICE + ". Choose a larger unit of cost.");
        }
        return value * factor;
    }

    private void requireSumsFit(long price) {
        try {
            long need = 0;
            long weight = 0;
            for (int community = 0; community < problem.communities(); community++) {
                need = Math.addExact(need, problem.need(community));
            }
            for (int item = 0; item < problem.items(); item++) {
                weight = Math.max(weight, problem.weight(item));
            }
            Math.multiplyExact(need, Math.max(weight, 1));
            Math.multiplyExact(Math.addExact(need, 1), Math.multiplyExact(2, price));
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "The needs are so large that the total would not fit 64 bits (overflow), at a price of up to "
                            + price + " a unit. Choose larger units of goods or of cost.",
                    overflow);
        }
    }
}
