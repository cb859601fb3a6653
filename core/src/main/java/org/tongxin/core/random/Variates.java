package org.tongxin.core.random;

/**
 * Normal, gamma, Poisson and negative binomial variables, drawn from a {@link SequentialRandom}.
 *
 * <p><b>Idea.</b> Normal by the polar method [1]; gamma by squeezing a cubed normal [2], with one power of a uniform for
 * shapes below 1; Poisson by {@link KeyedRandom#poisson} from the next 64 bits; negative binomial as a Poisson whose mean
 * is gamma. All are exact but for the rounding of double precision.
 *
 * <p><b>Cost.</b> Some tens of nanoseconds each, whatever the parameters. <b>Where it fails.</b> How many numbers of the run
 * a draw uses up depends on the numbers themselves: where two worlds are to share their chance, give each step a run of its
 * own. A gamma of a shape below about 0.001 is so often so near to 0 that it is given as 0.
 *
 * <p>Stateless; as safe for use by several threads as the run given, which belongs to one.
 *
 * <p>Sources: [1] Marsaglia, Bray: A convenient method for generating normal variables, SIAM Review 6 (1964) 260-264. [2]
 * Marsaglia, Tsang: A simple method for generating gamma variables, ACM Transactions on Mathematical Software 26 (2000)
 * 363-372: the constants.
 */
public final class Variates {

    private Variates() {}

    /** A normal variable with mean 0 and deviation 1. */
    public static double normal(SequentialRandom random) {
        while (true) {
            double x = 2 * random.uniform() - 1;
            double y = 2 * random.uniform() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }

    /**
     * A gamma variable with scale 1, whose mean and variance are its shape.
     *
     * @param shape 0 or a finite number above; 0 gives 0
     * @throws IllegalArgumentException when the shape is negative, infinite or NaN
     */
    public static double gamma(SequentialRandom random, double shape) {
        if (!(shape >= 0 && shape < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The shape (" + shape + ") must be 0 or a finite number above.");
        }
        if (shape == 0) {
            return 0;
        }
        return shape >= 1
                ? gammaFromOne(random, shape)
                : gammaFromOne(random, shape + 1) * Math.pow(1 - random.uniform(), 1 / shape);
    }

    private static double gammaFromOne(SequentialRandom random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = normal(random);
            double root = 1 + c * normal;
            double cube = root * root * root;
            double square = normal * normal;
            double uniform = 1 - random.uniform();
            if (root > 0
                    && (uniform < 1 - 0.0331 * square * square
                            || Math.log(uniform) < square / 2 + d * (1 - cube + Math.log(cube)))) {
                return d * cube;
            }
        }
    }

    /**
     * A Poisson variable.
     *
     * @param mean 0 .. {@link KeyedRandom#MAX_POISSON_MEAN}
     * @throws IllegalArgumentException when the mean is outside its range or NaN
     */
    public static int poisson(SequentialRandom random, double mean) {
        return new KeyedRandom(random.bits()).poisson(mean);
    }

    /**
     * A negative binomial variable of this mean and of the variance mean + mean² / size.
     *
     * <p>Where the gamma gives a mean beyond {@link KeyedRandom#MAX_POISSON_MEAN}, it is cut there.
     *
     * @param mean 0 .. {@link KeyedRandom#MAX_POISSON_MEAN}
     * @param size above 0; infinite means Poisson
     * @throws IllegalArgumentException when a parameter is outside its range or NaN
     */
    public static int negativeBinomial(SequentialRandom random, double mean, double size) {
        if (!(size > 0)) {
            throw new IllegalArgumentException("The size (" + size + ") must lie above 0.");
        }
        if (!(mean >= 0 && mean <= KeyedRandom.MAX_POISSON_MEAN)) {
            throw new IllegalArgumentException(
                    "The mean (" + mean + ") must lie in 0.." + KeyedRandom.MAX_POISSON_MEAN + ".");
        }
        if (size == Double.POSITIVE_INFINITY) {
            return poisson(random, mean);
        }
        return poisson(random, Math.min(KeyedRandom.MAX_POISSON_MEAN, mean * (gamma(random, size) / size)));
    }
}
