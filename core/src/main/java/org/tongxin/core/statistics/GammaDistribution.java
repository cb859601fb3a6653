package org.tongxin.core.statistics;

/**
 * The gamma distribution. Immutable and safe for use by several threads.
 *
 * <p><b>Quantiles.</b> From a first guess (Cornish and Fisher's expansion, or the leading power for small shapes), steps of
 * fourth order along the inverse function, whose derivatives follow from those of the logarithm of the density; one or two
 * are enough. Where the guess is too far off for such a step, Newton's step on the logarithm of the tail.
 *
 * @param shape above 0
 * @param scale above 0
 */
public record GammaDistribution(double shape, double scale) {

    private static final int MOST_STEPS = 200;

    /** A fourth-order step of this share of the density's own length leaves an error of about its fifth power. */
    private static final double FINAL_STEP = 1e-3;

    private static final double SERIES_FROM_SHAPE = 10;
    private static final double SERIES_TO_PROBABILITY = 0.99;

    /** Up to this share of the density's own length the expansion is good enough to go on from. */
    private static final double EXPANSION_REACH = 0.4;

    /** @throws IllegalArgumentException when a value is not a finite number above 0 */
    public GammaDistribution {
        if (!(shape > 0 && scale > 0 && shape < Double.POSITIVE_INFINITY && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The shape (" + shape + ") and the scale (" + scale
                    + ") of a gamma distribution must be finite numbers above 0.");
        }
    }

    /** The mean. */
    public double mean() {
        return shape * scale;
    }

    /** The standard deviation. */
    public double deviation() {
        return Math.sqrt(shape) * scale;
    }

    /** P(X <= x); 0 for x below 0. */
    public double cdf(double x) {
        return x <= 0 ? 0 : IncompleteGamma.lower(shape, x / scale);
    }

    /** P(X > x); 1 for x below 0. */
    public double upperTail(double x) {
        return x <= 0 ? 1 : IncompleteGamma.upper(shape, x / scale);
    }

    /**
     * The value not exceeded with this probability; about 0 where it is below the smallest normal number.
     *
     * @throws IllegalArgumentException when the probability is not above 0 and below 1
     */
    public double quantile(double probability) {
        return scale * standardQuantile(probability, NormalDistribution.quantile(probability));
    }

    private double standardQuantile(double probability, double z) {
        double x = guess(probability, z);
        for (int step = 0; step < MOST_STEPS && x > Double.MIN_NORMAL; step++) {
            double term = GammaFunction.poissonTerm(shape, x);
            double density = term * shape / x;
            double newton = excess(probability, x, term) / density;
            double length = lengthOfDensity(x);
            double next = Math.abs(newton) < EXPANSION_REACH * length
                    ? x + expansion(newton, x)
                    : x + logarithmicStep(probability, x, density);
            if (Math.abs(newton) < FINAL_STEP * length || next == x) {
                return next;
            }
            x = next > 0 ? next : x / 8;
        }
        return x;
    }

    /** Distance over which the density changes much: the smaller of the deviation, x and the inverse of its slope. */
    private double lengthOfDensity(double x) {
        return 1 / Math.max(Math.abs((shape - 1) / x - 1), Math.max(1 / Math.sqrt(shape), 1 / x));
    }

    /**
     * The probability minus P(x), by the tail that keeps more digits; a little above the mean the series still does, and is
     * faster.
     */
    private double excess(double probability, double x, double poissonTerm) {
        boolean bySeries = x < shape || (shape > SERIES_FROM_SHAPE && probability < SERIES_TO_PROBABILITY);
        return bySeries
                ? probability - IncompleteGamma.series(shape, x, poissonTerm)
                : IncompleteGamma.upper(shape, x) - (1 - probability);
    }

    private double logarithmicStep(double probability, double x, double density) {
        if (x < shape) {
            double lower = IncompleteGamma.lower(shape, x);
            return x * Math.expm1(Math.clamp(Math.log(probability / lower) * lower / (density * x), -50, 3));
        }
        double upper = IncompleteGamma.upper(shape, x);
        return Math.log(upper / (1 - probability)) * upper / density;
    }

    /** x(p + s f) - x(p) to the fourth order in s, where f is the density at x; in shares of x, as x may be tiny. */
    private double expansion(double s, double x) {
        double share = s / x;
        double first = shape - 1 - x;
        double second = 1 - shape;
        double third = -2 * second;
        double cubic = (2 * first * first - second) / 6;
        double quartic = (7 * first * second - 6 * first * first * first - third) / 24;
        return s * (1 + share * (-first / 2 + share * (cubic + share * quartic)));
    }

    private double guess(double probability, double z) {
        double root = Math.sqrt(shape);
        double square = z * z;
        double x = shape
                + root * z
                + (square - 1) / 3
                + z * (square - 7) / (36 * root)
                - ((3 * square + 7) * square - 16) / (810 * shape)
                + z * ((9 * square + 256) * square - 433) / (38880 * shape * root);
        boolean useful = shape > 1 && square < 16 * shape && x > 0;
        return useful ? x : smallShapeGuess(probability);
    }

    private double smallShapeGuess(double probability) {
        double logarithm = (Math.log(probability) + GammaFunction.logOnePlus(shape)) / shape;
        return Math.max(Double.MIN_NORMAL, Math.min(Math.exp(logarithm), shape + 1 - Math.log1p(-probability)));
    }
}
