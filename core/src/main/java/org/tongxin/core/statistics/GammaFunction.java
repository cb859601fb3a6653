package org.tongxin.core.statistics;

/**
 * The logarithm of the gamma function, and the densities that are built from it.
 *
 * <p><b>Idea.</b> Near 1 and 2, where the logarithm vanishes, the Taylor series about 2 keeps every digit; arguments up to
 * 10 are brought there by recurrence; above, Stirling's series. Densities of many counts do not subtract such logarithms:
 * they are written with Stirling's error (what Stirling's formula leaves out) and the deviance x log(x/m) - (x - m), both
 * small where the density is large (Loader: Fast and accurate computation of binomial probabilities, 2000).
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class GammaFunction {

    private static final double EULER = 0.5772156649015329;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double TWO_PI = 2 * Math.PI;
    private static final double SERIES_END = 2.5;
    private static final double STIRLING_START = 10;
    private static final int MOST_TERMS = 100;

    /** (zeta(k) - 1) / k for k = 2, 3, ...: coefficients of log gamma (2 + e) with alternating sign. */
    private static final double[] ZETA_TERMS = {
        0.3224670334241132,
        0.0673523010531981,
        0.020580808427784546,
        0.007385551028673986,
        0.0028905103307415234,
        0.001192753911703261,
        0.0005096695247430425,
        0.00022315475845357939,
        9.945751278180853e-05,
        4.492623673813314e-05,
        2.050721277567069e-05,
        9.439488275268397e-06,
        4.374866789907488e-06,
        2.039215753801366e-06,
        9.55141213040742e-07,
        4.492469198764566e-07,
        2.1207184805554665e-07,
        1.0043224823968099e-07,
        4.7698101693639804e-08,
        2.2711094608943164e-08,
        1.0838659214896955e-08,
        5.183475041970047e-09,
        2.4836745438024785e-09,
        1.1921401405860912e-09,
        5.731367241678862e-10,
        2.7595228851242334e-10,
        1.330476437424449e-10,
        6.4229645638381e-11,
        3.1044247747322276e-11
    };

    /** Stirling's series: B(2k) / (2k (2k - 1)) for k = 1, 2, ... */
    private static final double[] STIRLING_TERMS = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /** Stirling's error of the whole numbers below {@link #STIRLING_START}. */
    private static final double[] ERROR_OF_WHOLE = errorsOfWholeNumbers();

    private GammaFunction() {}

    /**
     * The natural logarithm of the gamma function.
     *
     * @param x above 0
     * @throws IllegalArgumentException when x is not above 0
     */
    public static double log(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("The argument (" + x + ") of log gamma must lie above 0.");
        }
        if (x >= STIRLING_START) {
            return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
        }
        return x > SERIES_END ? fromAbove(x) : fromBelow(x);
    }

    /** digamma(x + count) - digamma(x); for small whole counts by the terms between, which keeps the digits. */
    static double digammaIncrease(double x, double count) {
        if (count > MOST_TERMS || count != Math.rint(count)) {
            return digamma(x + count) - digamma(x);
        }
        double sum = 0;
        for (int term = 0; term < count; term++) {
            sum += 1 / (x + term);
        }
        return sum;
    }

    /** The derivative of {@link #log} at x > 0. */
    static double digamma(double x) {
        double raised = x;
        double below = 0;
        while (raised < STIRLING_START) {
            below += 1 / raised;
            raised += 1;
        }
        double square = 1 / (raised * raised);
        double tail = 0;
        for (int term = STIRLING_TERMS.length - 1; term >= 0; term--) {
            tail = tail * square + (2 * term + 1) * STIRLING_TERMS[term];
        }
        return Math.log(raised) - 0.5 / raised - square * tail - below;
    }

    /** log gamma(1 + x) for x > -1, exact in relative terms near 0 too. */
    static double logOnePlus(double x) {
        return Math.abs(x) <= 0.5 ? aboutTwo(x) - Math.log1p(x) : log(1 + x);
    }

    private static double fromAbove(double x) {
        double product = 1;
        double reduced = x;
        while (reduced > SERIES_END) {
            reduced -= 1;
            product *= reduced;
        }
        return aboutTwo(reduced - 2) + Math.log(product);
    }

    private static double fromBelow(double x) {
        if (x >= 1.5) {
            return aboutTwo(x - 2);
        }
        return x >= 0.5 ? aboutTwo(x - 1) - Math.log1p(x - 1) : aboutTwo(x) - Math.log1p(x) - Math.log(x);
    }

    /** log gamma(2 + offset), |offset| up to 0.5. */
    private static double aboutTwo(double offset) {
        double sum = 0;
        for (int term = ZETA_TERMS.length - 1; term >= 0; term--) {
            sum = ZETA_TERMS[term] - offset * sum;
        }
        return offset * (1 - EULER) + offset * offset * sum;
    }

    /** log gamma(x + 1) - (x + 1/2) log x + x - log(2 pi) / 2 for x > 0. */
    static double stirlingError(double x) {
        if (x >= STIRLING_START) {
            return stirlingSeries(x);
        }
        int whole = (int) x;
        return whole == x ? ERROR_OF_WHOLE[whole] : stirlingErrorByRecurrence(x);
    }

    private static double stirlingErrorByRecurrence(double x) {
        if (x < 0.5) {
            return logOnePlus(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
        }
        double error = 0;
        double raised = x;
        while (raised < STIRLING_START) {
            error += (raised + 0.5) * Math.log1p(1 / raised) - 1;
            raised += 1;
        }
        return error + stirlingSeries(raised);
    }

    private static double stirlingSeries(double x) {
        double inverseSquare = 1 / (x * x);
        double sum = 0;
        for (int term = STIRLING_TERMS.length - 1; term >= 0; term--) {
            sum = sum * inverseSquare + STIRLING_TERMS[term];
        }
        return sum / x;
    }

    private static double[] errorsOfWholeNumbers() {
        double[] errors = new double[(int) STIRLING_START];
        for (int whole = 1; whole < errors.length; whole++) {
            errors[whole] = stirlingErrorByRecurrence(whole);
        }
        return errors;
    }

    /**
     * x log(x / mean) - (x - mean), without cancellation.
     *
     * @param difference x - mean, given apart because the caller may know it more exactly
     */
    static double deviance(double x, double mean, double difference) {
        if (x == 0) {
            return mean;
        }
        if (Math.abs(difference) > 0.1 * (x + mean)) {
            return x * Math.log(x / mean) - difference;
        }
        double ratio = difference / (x + mean);
        return difference * ratio + 2 * x * oddPowers(ratio);
    }

    /** r^3/3 + r^5/5 + ... for |r| up to 0.1. */
    private static double oddPowers(double ratio) {
        double square = ratio * ratio;
        double power = ratio * square;
        double sum = 0;
        for (int odd = 3; Math.abs(power) > Math.abs(sum) * 1e-18 && power != 0; odd += 2) {
            sum += power / odd;
            power *= square;
        }
        return sum;
    }

    /** m^x e^-m / gamma(x + 1) for x >= 0, m >= 0: the Poisson probability, also between the whole numbers. */
    static double poissonTerm(double x, double mean) {
        if (x == 0) {
            return Math.exp(-mean);
        }
        if (mean == 0) {
            return 0;
        }
        return Math.exp(-stirlingError(x) - deviance(x, mean, x - mean)) / Math.sqrt(TWO_PI * x);
    }

    /** gamma(a + b + 1) / (gamma(a + 1) gamma(b + 1)) p^a q^b for a, b > 0 and p + q = 1. */
    static double binomialTerm(double a, double b, double p, double q) {
        double sum = a + b;
        double difference = a * q - b * p;
        double exponent = stirlingError(sum)
                - stirlingError(a)
                - stirlingError(b)
                - deviance(a, sum * p, difference)
                - deviance(b, sum * q, -difference);
        return Math.exp(exponent) * Math.sqrt(sum / (TWO_PI * a) / b);
    }
}
