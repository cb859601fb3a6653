package org.tongxin.core.statistics;

/**
 * The standard normal distribution: quantiles, tails and density.
 *
 * <p><b>Quantiles.</b> Three rational approximations, one each for the centre, the shoulders and the far tails, with a
 * relative accuracy of about one part in 10^16; no iteration is needed after them. Source: Wichura, Algorithm AS 241: the
 * percentage points of the normal distribution, Applied Statistics 37 (1988) 477-484, routine PPND16; its constants
 * below are from there.
 *
 * <p><b>Tails.</b> The tail beyond x >= 0 is the density times Mills' ratio M(x). The product (x + 4) M(x) is smooth and
 * lies between 1 and 5.02 on the whole half-line; as a function of t = (x - 4) / (x + 4) it is a Chebyshev series of 27
 * terms, whose coefficients we computed with 60 digits. Relative error below 1e-14 down to tails of 1e-300.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class NormalDistribution {

    /** Below: polynomial coefficients, {@code [power]}, of numerator and denominator for each of the three ranges. */
    private static final double[] CENTRE_TOP = {
        3.3871328727963665,
        133.14166789178438,
        1971.5909503065513,
        13731.69376550946,
        45921.95393154987,
        67265.7709270087,
        33430.57558358813,
        2509.0809287301227
    };

    private static final double[] CENTRE_BOTTOM = {
        1.0,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] MIDDLE_TOP = {
        1.4234371107496835,
        4.630337846156546,
        5.769497221460691,
        3.6478483247632045,
        1.2704582524523684,
        0.2417807251774506,
        0.022723844989269184,
        0.0007745450142783414
    };
    private static final double[] MIDDLE_BOTTOM = {
        1.0,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };
    private static final double[] TAIL_TOP = {
        6.657904643501103,
        5.463784911164114,
        1.7848265399172913,
        0.29656057182850487,
        0.026532189526576124,
        0.0012426609473880784,
        2.7115555687434876e-5,
        2.0103343992922881e-7
    };
    private static final double[] TAIL_BOTTOM = {
        1.0,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-5,
        1.421511758316446e-7,
        2.0442631033899397e-15
    };

    private static final double CENTRE_HALF_WIDTH = 0.425;
    private static final double CENTRE_OFFSET = 0.180625;
    private static final double MIDDLE_OFFSET = 1.6;
    private static final double TAIL_START = 5;

    /** Chebyshev coefficients, {@code [degree]}, of (x + 4) M(x) in t = (x - 4) / (x + 4); see the class comment. */
    private static final double[] SCALED_MILLS = {
        2.4325604285150404,
        -1.8842545745794834,
        0.5569566490963817,
        -0.12161597214420457,
        0.017360708143727772,
        -0.0008036212007299657,
        -0.0002520349348054353,
        4.7383719270581175e-05,
        2.5325891365988257e-06,
        -1.5404069839913e-06,
        -8.474960630061696e-09,
        5.185338601094672e-08,
        -2.8281293276602497e-10,
        -1.9486566378891076e-09,
        -2.491945496827567e-11,
        7.957248719448846e-11,
        4.618414179155219e-12,
        -3.290856124224385e-12,
        -4.36538404380973e-13,
        1.2300711839232774e-13,
        3.241417358208678e-14,
        -3.0532395587325707e-15,
        -2.018374027570739e-15,
        -7.170195501422864e-17,
        1.016955239803834e-16,
        1.7562442280532292e-17,
        -3.358068244028183e-18
    };

    private static final double MILLS_CENTRE = 4;
    private static final double ROOT_TWO_PI = 2.5066282746310007;

    /** Above this the tail is less than the smallest positive number. */
    private static final double VANISHING = 39;

    /** Steps of this size, exact in binary, keep the square in the density's exponent exact. */
    private static final double EXACT_STEPS_PER_UNIT = 16;

    private NormalDistribution() {}

    /** The probability that a standard normal variable is at most {@code x}; NaN for NaN. */
    public static double cdf(double x) {
        return upperTail(-x);
    }

    /** The probability that a standard normal variable is above {@code x}; NaN for NaN. */
    public static double upperTail(double x) {
        if (x < 0) {
            return 1 - upperTail(-x);
        }
        if (x > VANISHING) {
            return 0;
        }
        double variable = (x - MILLS_CENTRE) / (x + MILLS_CENTRE);
        return density(x) * chebyshev(SCALED_MILLS, variable) / (x + MILLS_CENTRE);
    }

    /** The density at {@code x}. The exponent is split so that a large x does not blur it. */
    public static double density(double x) {
        double near = Math.rint(x * EXACT_STEPS_PER_UNIT) / EXACT_STEPS_PER_UNIT;
        return Math.exp(-near * near / 2) * Math.exp(-(x - near) * (x + near) / 2) / ROOT_TWO_PI;
    }

    /** The value that a standard normal variable does not exceed with this probability; see {@link #upperQuantile}. */
    public static double quantile(double probability) {
        return -upperQuantile(probability);
    }

    /**
     * The value above which a standard normal variable lies with this probability.
     *
     * @throws IllegalArgumentException when the probability is not above 0 and below 1
     */
    public static double upperQuantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("The probability (" + probability + ") must lie above 0 and below 1.");
        }
        double fromCentre = 0.5 - probability;
        if (Math.abs(fromCentre) <= CENTRE_HALF_WIDTH) {
            double variable = CENTRE_OFFSET - fromCentre * fromCentre;
            return fromCentre * ratio(CENTRE_TOP, CENTRE_BOTTOM, variable);
        }
        double depth = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
        double distance = depth <= TAIL_START
                ? ratio(MIDDLE_TOP, MIDDLE_BOTTOM, depth - MIDDLE_OFFSET)
                : ratio(TAIL_TOP, TAIL_BOTTOM, depth - TAIL_START);
        return Math.copySign(distance, fromCentre);
    }

    private static double ratio(double[] top, double[] bottom, double variable) {
        return polynomial(top, variable) / polynomial(bottom, variable);
    }

    private static double polynomial(double[] coefficientOfPower, double variable) {
        double value = 0;
        for (int power = coefficientOfPower.length - 1; power >= 0; power--) {
            value = value * variable + coefficientOfPower[power];
        }
        return value;
    }

    /** Clenshaw's recurrence. */
    private static double chebyshev(double[] coefficientOfDegree, double variable) {
        double above = 0;
        double current = 0;
        for (int degree = coefficientOfDegree.length - 1; degree > 0; degree--) {
            double below = 2 * variable * current - above + coefficientOfDegree[degree];
            above = current;
            current = below;
        }
        return variable * current - above + coefficientOfDegree[0];
    }
}
