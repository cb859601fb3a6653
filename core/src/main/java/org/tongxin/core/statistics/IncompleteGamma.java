package org.tongxin.core.statistics;

/**
 * The regularised incomplete gamma function: the distribution function of the gamma distribution, and of the Poisson
 * distribution seen from the other side.
 *
 * <p><b>Idea.</b> Below x = a + 1 the power series of the lower part, above it the continued fraction of the upper part;
 * both times the Poisson term x^a e^-x / gamma(a + 1). Where the upper part is wanted and a is below 1 the leading 1 is
 * taken out of the series before it can swallow the rest.
 *
 * <p><b>Cost.</b> About 6 sqrt(a) + 30 terms near x = a. <b>Where it fails.</b> Nowhere in range, but slow above a = 1e10.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class IncompleteGamma {

    private static final double PRECISION = 1e-17;
    private static final double TINY = 1e-300;

    private IncompleteGamma() {}

    /**
     * The lower part P(a, x), from 0 to 1.
     *
     * @throws IllegalArgumentException when a is not above 0 or x is below 0
     */
    public static double lower(double a, double x) {
        check(a, x);
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
    }

    /**
     * The upper part Q(a, x) = 1 - P(a, x).
     *
     * @throws IllegalArgumentException when a is not above 0 or x is below 0
     */
    public static double upper(double a, double x) {
        check(a, x);
        if (x >= a + 1) {
            return fraction(a, x);
        }
        return a < 1 ? upperOfSmallShape(a, x) : 1 - series(a, x);
    }

    private static void check(double a, double x) {
        if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The shape (" + a + ") must be a finite number above 0.");
        }
        if (!(x >= 0)) {
            throw new IllegalArgumentException("The argument (" + x + ") of the incomplete gamma must not be below 0.");
        }
    }

    /** P(a, x) by its power series, which converges everywhere but slowly far above x = a; two terms for each division. */
    static double series(double a, double x) {
        return series(a, x, GammaFunction.poissonTerm(a, x));
    }

    /** The same with the Poisson term of a and x at hand. */
    static double series(double a, double x, double poissonTerm) {
        double term = 1;
        double sum = 1;
        double denominator = a;
        while (term > sum * PRECISION) {
            double next = denominator + 1;
            denominator = next + 1;
            double ratio = x / (next * denominator);
            sum += term * (ratio * denominator);
            term *= ratio * x;
            sum += term;
        }
        return Math.min(1, poissonTerm * sum);
    }

    /** 1 - x^a / gamma(a + 1) (1 + a sum (-x)^n / (n! (a + n))), with both parts small when a is. */
    private static double upperOfSmallShape(double a, double x) {
        if (x == 0) {
            return 1;
        }
        double power = 1;
        double sum = 0;
        for (int n = 1; Math.abs(power) > PRECISION; n++) {
            power *= -x / n;
            sum += power / (a + n);
        }
        double exponent = a * Math.log(x) - GammaFunction.logOnePlus(a);
        return -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
    }

    /** Lentz's evaluation of the continued fraction (Numerical methods: Lentz 1976; Thompson, Barnett 1986). */
    private static double fraction(double a, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double bottom = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / bottom;
        double value = d;
        double change = 0;
        for (int step = 1; Math.abs(change - 1) > 1e-16; step++) {
            double top = step * (a - step);
            bottom += 2;
            d = 1 / away(top * d + bottom);
            c = away(bottom + top / c);
            change = d * c;
            value *= change;
        }
        return Math.min(1, GammaFunction.poissonTerm(a, x) * a * value);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
