package org.tongxin.core.detection;

/**
 * Quantiles of the standard normal distribution.
 *
 * <p>Three rational approximations, one each for the centre, the shoulders and the far tails, with a relative accuracy
 * of about one part in 10^16; no iteration is needed after them. Source: Wichura, Algorithm AS 241: the percentage
 * points of the normal distribution, Applied Statistics 37 (1988) 477-484, routine PPND16; all constants below are
 * from there. Stateless; safe for use by several threads.
 */
final class NormalDistribution {

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

    private NormalDistribution() {}

    /**
     * The value above which a standard normal variable lies with this probability.
     *
     * @throws IllegalArgumentException when the probability is not above 0 and below 1
     */
    static double upperQuantile(double probability) {
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
}
