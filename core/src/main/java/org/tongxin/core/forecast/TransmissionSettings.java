package org.tongxin.core.forecast;

import java.util.Objects;

/**
 * What is assumed about transmission before any report is seen. Immutable and safe for use by several threads.
 *
 * <p>The logarithm of R is a damped random walk: each day it goes back a little towards the logarithm of the median and
 * takes a normal step. With a step of spread times the root of 1 - persistence² the spread stays the same without data.
 *
 * @param generationInterval days from an infection to those it causes; 0 on day 0
 * @param medianReproduction what R is drawn towards, 0.05 to 20
 * @param reproductionSpread standard deviation of log R before any data, 0 to 2
 * @param persistence share of the distance of log R from its median that is left after a day, 0 to 1; 1 is a plain random walk
 * @param dailyStep standard deviation of the step of log R from one day to the next, 0 to 1
 * @param offspringSize dispersion k of the number infected by one person: the variance is R + R² / k; above 0, infinite for
 *     Poisson
 * @param medianImports median of the mean number of infections a day that come from outside, before any data, 1e-6 to 1e6
 * @param importsSpread standard deviation of its logarithm, 0 to 4; 0 fixes it
 */
public record TransmissionSettings(
        DayDistribution generationInterval,
        double medianReproduction,
        double reproductionSpread,
        double persistence,
        double dailyStep,
        double offspringSize,
        double medianImports,
        double importsSpread) {

    /**
     * Days from infection to the first positive test: mean 2.65, 98 % within 6.4 (Jiang et al., Zhonghua Yu Fang Yi Xue Za
     * Zhi 57 (2023) 659-666; 467 Omicron infections in China, 2022). Taken here as the latent period as well.
     */
    static final DayDistribution LATENT_OMICRON = DayDistribution.gamma(2.65, 1.45, 1, 12);

    /**
     * Infectious days until isolation, mean 2.5, deviation 1.5: assumption. With the latent period above the generation
     * interval has the mean 3.9 days; 5.2 at the start and 2.2 at the end of an outbreak under control in Hangzhou (Xin et
     * al., International Journal of Infectious Diseases 126 (2023) 132-135), 3.0 in a meta-analysis of realised intervals
     * (Xu et al., BMC Medicine 21 (2023), doi 10.1186/s12916-023-03070-8).
     */
    private static final DayDistribution INFECTIOUS_OMICRON = DayDistribution.gamma(2.5, 1.5, 1, 12);

    /** Latent period of 2020: mean 2.9 days (Hao et al., Nature 584 (2020) 420-424); deviation 2: assumption. */
    static final DayDistribution LATENT_2020 = DayDistribution.gamma(2.9, 2.0, 1, 14);

    /**
     * Infectious days of 2020: 2.3 before and 2.9 after onset (Hao et al. 2020), deviation that of two exponential stages.
     */
    private static final DayDistribution INFECTIOUS_2020 = DayDistribution.gamma(5.2, 3.7, 1, 25);

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public TransmissionSettings {
        Objects.requireNonNull(generationInterval);
        if (generationInterval.weight(0) > 0) {
            throw new IllegalArgumentException("The generationInterval has the weight " + generationInterval.weight(0)
                    + " on day 0, which must be 0: nobody infects on the day of the own infection.");
        }
        Checks.within("medianReproduction", medianReproduction, 0.05, 20);
        Checks.within("reproductionSpread", reproductionSpread, 0, 2);
        Checks.within("persistence", persistence, 0, 1);
        Checks.within("dailyStep", dailyStep, 0, 1);
        Checks.within("medianImports", medianImports, 1e-6, 1e6);
        Checks.within("importsSpread", importsSpread, 0, 4);
        if (!(offspringSize > 0)) {
            throw new IllegalArgumentException("The offspringSize (" + offspringSize + ") must lie above 0.");
        }
    }

    /**
     * Omicron BA.2 in a Chinese city with targeted measures.
     *
     * <p>Median R 1.5: 1.34 (0.94 to 2.19) in the first chains in Hong Kong; dispersion 0.33 (0.17 to 0.62) in the same chains
     * (Guo et al., Journal of Travel Medicine 29 (2022) taac049). Assumptions: for nine in ten districts R lies between 0.66
     * and 3.4; half of a deviation of log R is left after 23 days, and its spread stays the same; 0.1 infections a day come
     * from outside, for nine in ten districts 0.01 to 1.2.
     */
    public static TransmissionSettings omicron2022() {
        return new TransmissionSettings(
                DayDistribution.generationInterval(LATENT_OMICRON, INFECTIOUS_OMICRON),
                1.5,
                0.5,
                0.97,
                0.12,
                0.33,
                0.1,
                1.5);
    }

    /**
     * The first variant in a Chinese city in January 2020.
     *
     * <p>Dispersion 0.43: Adam et al., Nature Medicine 26 (2020) 1714-1719, Hong Kong. Assumptions: all others as for Omicron.
     */
    public static TransmissionSettings first2020() {
        return new TransmissionSettings(
                DayDistribution.generationInterval(LATENT_2020, INFECTIOUS_2020), 1.5, 0.5, 0.97, 0.12, 0.43, 0.1, 1.5);
    }
}
