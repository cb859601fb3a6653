package org.tongxin.core.forecast;

import java.util.Objects;

/**
 * What is assumed about how infections become reports. Immutable and safe for use by several threads.
 *
 * <p>The reports of a day are negative binomial around the infections of the days before, each weighted by the delay, times
 * the ascertainment. Series of a few weeks cannot tell ascertainment from size as long as few are immune: its prior is only
 * carried along.
 *
 * @param delay days from infection to report
 * @param leastAscertainment smallest share of infections that is ever reported, above 0
 * @param mostAscertainment largest share, at most 1; between the two evenly distributed before any data
 * @param medianSize median of the size of the negative binomial before any data: the variance of a count with the mean m is
 *     m + m² / size; 0.1 to 1e6
 * @param sizeSpread standard deviation of the logarithm of the size, 0 to 3; 0 fixes it
 * @param straysPerDay mean number of reports a day without an infection here, 1e-6 to 1e3
 * @param unexplainedShare share of days whose count says nothing, such as a bulk delivery or a slip of the pen, 0 to 0.5: one
 *     such day does not overturn what was learned. Forecasts draw no such days
 */
public record ReportingSettings(
        DayDistribution delay,
        double leastAscertainment,
        double mostAscertainment,
        double medianSize,
        double sizeSpread,
        double straysPerDay,
        double unexplainedShare) {

    /**
     * Days from being detectable to the notice when everybody is tested every two or three days: 0 to 2 days of waiting, then
     * one for laboratory and notice. Assumption.
     */
    private static final DayDistribution ROUND_OF_TESTS = DayDistribution.of(0, 1, 1, 1);

    /** Onset in days after infection, 2020: mean 5.2 = 2.9 + 2.3 (Hao et al. 2020); deviation 2.8: assumption. */
    private static final DayDistribution INCUBATION_2020 = DayDistribution.gamma(5.2, 2.8, 1, 16);

    /**
     * Days from onset to confirmation, 0 to 27, of 2,788 cases of January and February 2020 in 21 provinces: counted from
     * the case lists of {@code wuhan2020/wuhan2020@caa5692} (MIT), mean 5.2.
     */
    private static final DayDistribution ONSET_TO_CONFIRMATION_2020 = DayDistribution.of(
            314, 246, 310, 295, 252, 224, 211, 186, 159, 162, 121, 83, 56, 47, 39, 20, 19, 12, 7, 4, 4, 8, 1, 3, 1, 1,
            2, 1);

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public ReportingSettings {
        Objects.requireNonNull(delay);
        Checks.within("mostAscertainment", mostAscertainment, 0.001, 1);
        Checks.within("leastAscertainment", leastAscertainment, 0.001, mostAscertainment);
        Checks.within("medianSize", medianSize, 0.1, 1e6);
        Checks.within("sizeSpread", sizeSpread, 0, 3);
        Checks.within("straysPerDay", straysPerDay, 1e-6, 1e3);
        Checks.within("unexplainedShare", unexplainedShare, 0, 0.5);
    }

    /**
     * Rounds of tests of everybody, Omicron: the delay is the time until detectable (Jiang et al. 2023) and the wait for the
     * next round. Assumptions: 50 to 90 % of infections are found; size of median 4 (a deviation of half the mean: laboratory
     * results come in batches), for nine in ten districts between 1.8 and 9; one day in two hundred says nothing.
     */
    public static ReportingSettings omicron2022() {
        return new ReportingSettings(
                TransmissionSettings.LATENT_OMICRON.plus(ROUND_OF_TESTS), 0.5, 0.9, 4, 0.5, 0.02, 0.005);
    }

    /**
     * Confirmed patients of early 2020: incubation and then the counted delay to confirmation. Assumptions: 20 to 60 % are
     * found (Hao et al. 2020: 13 % in Wuhan, at most 47 %; more where fewer were ill); the noise as above.
     */
    public static ReportingSettings first2020() {
        return new ReportingSettings(INCUBATION_2020.plus(ONSET_TO_CONFIRMATION_2020), 0.2, 0.6, 4, 0.5, 0.02, 0.005);
    }
}
