package org.tongxin.core.scan;

/**
 * The logarithm of the likelihood ratio of a cluster against none. Grows with the count and falls with what was expected
 * wherever the count is above it; that order is what the fast scan relies on.
 */
@FunctionalInterface
interface LikelihoodRatio {

    /** Defined for {@code count > expected}. */
    double of(int count, double expected);

    /** Poisson with a fixed number of cases in all; Kulldorff, Communications in Statistics 26 (1997) 1481-1496. */
    static LikelihoodRatio fixedTotal(int total) {
        return (count, expected) -> term(count, expected) + term(total - count, total - expected);
    }

    /**
     * Cases among cases and controls, with {@code expected} = cases · people inside / people; Kulldorff 1997. People inside
     * are never taken to be fewer than the cases inside, as may happen where {@code expected} is a lower bound.
     */
    static LikelihoodRatio bernoulli(int cases, int people) {
        double without = split(cases, people);
        return (count, expected) -> {
            double inside = Math.max(count, expected * people / cases);
            return split(count, inside) + split(cases - count, people - inside) - without;
        };
    }

    /** Poisson against given expectations; Neill, International Journal of Forecasting 25 (2009) 498-517. */
    static LikelihoodRatio expectationBased() {
        return (count, expected) -> count * Math.log(count / expected) - (count - expected);
    }

    private static double term(double count, double expected) {
        return count == 0 ? 0 : count * Math.log(count / expected);
    }

    private static double split(double cases, double people) {
        return term(cases, people) + term(people - cases, people);
    }
}
