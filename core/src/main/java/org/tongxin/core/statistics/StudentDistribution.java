package org.tongxin.core.statistics;

/** Student's t distribution. Stateless; safe for use by several threads. */
public final class StudentDistribution {

    private StudentDistribution() {}

    /**
     * The probability that a t variable lies at least as far from 0 as {@code t}.
     *
     * @param degreesOfFreedom above 0, not necessarily whole
     * @return from 0 to 1; NaN when t is NaN
     * @throws IllegalArgumentException when the degrees of freedom are not above 0
     */
    public static double twoSided(double t, double degreesOfFreedom) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("The degrees of freedom (" + degreesOfFreedom + ") must lie above 0.");
        }
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        double square = t * t;
        if (square == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double sum = degreesOfFreedom + square;
        return IncompleteBeta.of(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, square / sum);
    }
}
