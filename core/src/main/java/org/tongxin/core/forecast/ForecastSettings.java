package org.tongxin.core.forecast;

import java.util.Objects;

/**
 * All that a {@link DistrictFilter} assumes. Immutable and safe for use by several threads.
 *
 * @param transmission see there
 * @param reporting see there
 * @param particles number of particles, 10 to 1,000,000; cost and memory grow with it
 * @param discount how much of what is known about fixed parameters is kept at each resampling, above 0.5 and at most 1: the
 *     discount factor of Liu and West [3 in the package documentation]; 1 moves them not at all
 */
public record ForecastSettings(
        TransmissionSettings transmission, ReportingSettings reporting, int particles, double discount) {

    /** Enough for medians within a few per cent from seed to seed. */
    public static final int DEFAULT_PARTICLES = 2000;

    /** Within the 0.95 to 0.99 that Liu and West advise. */
    public static final double DEFAULT_DISCOUNT = 0.98;

    private static final double SMALLEST_DISCOUNT = 0.5;

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public ForecastSettings {
        Objects.requireNonNull(transmission);
        Objects.requireNonNull(reporting);
        Checks.within("particles", particles, 10, 1_000_000);
        if (!(discount > SMALLEST_DISCOUNT && discount <= 1)) {
            throw new IllegalArgumentException("The discount (" + discount + ") must lie above 0.5 and at most at 1.");
        }
    }

    /** Omicron BA.2 in a Chinese city with rounds of tests of everybody. */
    public static ForecastSettings omicron2022() {
        return of(TransmissionSettings.omicron2022(), ReportingSettings.omicron2022());
    }

    /** The first variant, confirmed patients, early 2020. */
    public static ForecastSettings first2020() {
        return of(TransmissionSettings.first2020(), ReportingSettings.first2020());
    }

    /** With the default number of particles and discount. */
    public static ForecastSettings of(TransmissionSettings transmission, ReportingSettings reporting) {
        return new ForecastSettings(transmission, reporting, DEFAULT_PARTICLES, DEFAULT_DISCOUNT);
    }

    /** The same settings with another number of particles. */
    public ForecastSettings withParticles(int number) {
        return new ForecastSettings(transmission, reporting, number, discount);
    }

    /** Days of infections that must be kept: a power of two, at least 32. */
    int history() {
        int longest = Math.max(
                transmission.generationInterval().days(), reporting.delay().days());
        return Math.max(32, Integer.highestOneBit(longest) << 1);
    }
}
