package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.statistics.GammaDistribution;

/**
 * How infectiousness differs between people and over time.
 *
 * @param dispersion shape of the gamma distribution of people's infectiousness, whose mean is 1: the smaller, the fewer
 *     people infect the most. Infinite: everybody alike. The distribution is cut into {@value #CLASSES} classes of equal
 *     probability, each with its mean
 * @param earlyDays first days of the infectious period, during which infectiousness is {@code earlyFactor} times that of
 *     later; 0 for none
 * @param earlyFactor 1 or more
 * @param asymptomaticFactor infectiousness of people who never have symptoms, relative to others, 0 .. 1
 */
public record Infectiousness(double dispersion, int earlyDays, double earlyFactor, double asymptomaticFactor) {

    /** Classes of equal probability into which people's infectiousness is cut. */
    public static final int CLASSES = 32;

    /** Everybody alike, all the time. */
    public static final Infectiousness EQUAL = new Infectiousness(Double.POSITIVE_INFINITY, 0, 1, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is outside its range
     */
    public Infectiousness {
        if (!(dispersion > 0)) {
            throw new IllegalArgumentException("The dispersion (" + dispersion + ") must be above 0.");
        }
        if (earlyDays < 0 || !(earlyFactor >= 1 && earlyFactor <= 100)) {
            throw new IllegalArgumentException("The early days (" + earlyDays + ") must be 0 or more and their factor ("
                    + earlyFactor + ") lie in 1..100.");
        }
        if (!(asymptomaticFactor >= 0 && asymptomaticFactor <= 1)) {
            throw new IllegalArgumentException(
                    "The factor of people without symptoms (" + asymptomaticFactor + ") must lie in 0..1.");
        }
    }

    /**
     * Infectiousness of each class relative to the mean, from the lowest to the highest: the mean of a gamma variable within
     * the class, which is a difference of the distribution with a shape larger by 1.
     */
    public double[] classes() {
        double[] mean = new double[CLASSES];
        if (Double.isInfinite(dispersion)) {
            Arrays.fill(mean, 1);
            return mean;
        }
        GammaDistribution people = new GammaDistribution(dispersion, 1 / dispersion);
        GammaDistribution weighted = new GammaDistribution(dispersion + 1, 1 / dispersion);
        double below = 0;
        for (int i = 0; i < CLASSES; i++) {
            double upTo = i == CLASSES - 1 ? 1 : weighted.cdf(people.quantile((i + 1.0) / CLASSES));
            mean[i] = (upTo - below) * CLASSES;
            below = upTo;
        }
        return mean;
    }
}
