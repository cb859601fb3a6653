package org.tongxin.core.statistics;

/**
 * The regularised incomplete beta function I(a, b), by its continued fraction, evaluated from the side where it converges
 * fast: about sqrt(max(a, b)) steps. Both p and q = 1 - p are arguments, so that neither is blurred when it is small.
 *
 * <p>Stateless; safe for use by several threads. Source: [1] DiDonato, Morris: Algorithm 708: significant digit computation
 * of the incomplete beta function ratios, ACM Transactions on Mathematical Software 18 (1992) 360-373.
 */
public final class IncompleteBeta {

    private static final double TINY = 1e-300;
    private static final int MOST_STEPS = 1_000_000;

    private IncompleteBeta() {}

    /**
     * The probability that a beta variable with parameters a and b is at most p.
     *
     * @param a above 0
     * @param b above 0
     * @param p from 0 to 1
     * @param q 1 - p
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static double of(double a, double b, double p, double q) {
        if (!(a > 0 && b > 0 && p >= 0 && q >= 0 && Math.abs(p + q - 1) < 1e-12)) {
            throw new IllegalArgumentException("The incomplete beta takes a (" + a + ") and b (" + b
                    + ") above 0, and p (" + p + ") and q (" + q + ") from 0 with the sum 1.");
        }
        if (p == 0 || q == 0) {
            return p == 0 ? 0 : 1;
        }
        boolean direct = p * (a + b + 2) < a + 1;
        return direct ? lower(a, b, p, q) : 1 - lower(b, a, q, p);
    }

    private static double lower(double a, double b, double p, double q) {
        double front = GammaFunction.binomialTerm(a, b, p, q) * (a / (a + b) * b);
        return Math.min(1, front * fraction(a, b, p, q));
    }

    /** Lentz's evaluation of the continued fraction of [1]. */
    private static double fraction(double a, double b, double p, double q) {
        double distance = a * q - b * p;
        double c = 1 / TINY;
        double d = 1 / away(a / (a + 1) * (distance + 1));
        double value = d;
        double change = 0;
        for (int step = 1; Math.abs(change - 1) > 1e-16 && step < MOST_STEPS; step++) {
            double below = a + 2.0 * step - 1;
            double common = step * (b - step) * p / below;
            double top = (a + step - 1) * (a + b + step - 1) / below * common * p;
            double bottom = step + common + (a + step) / (below + 2) * (distance + 1 + step * (1 + q));
            d = 1 / away(bottom + top * d);
            c = away(bottom + top / c);
            change = d * c;
            value *= change;
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
