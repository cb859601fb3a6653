package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * A disease: its periods, how it spreads from a person, and how it runs by age.
 *
 * <p>An infected person is exposed for {@code latent} days, then infectious. Whoever gets symptoms gets them {@code
 * toSymptoms} days later, and either recovers after {@code mildRecovery} days from then, or becomes severe after {@code
 * toSevere} days; then recovers after {@code severeRecovery} days, or becomes critical after {@code toCritical} days; then
 * recovers after {@code criticalRecovery} or dies after {@code toDeath} days. Without symptoms a person recovers {@code
 * asymptomaticRecovery} days after becoming infectious. Infectious until recovered or dead.
 *
 * <p>The arrays hold one number for each {@link AgeDecade} and are copied. The shares are of all infected people of the band and
 * nest: a person who dies was critical, severe and symptomatic. Immutable; safe for use by several threads.
 *
 * @param name for people
 * @param source of the values, or the word assumption
 * @param susceptibility relative risk of infection on equal contact, by age band, 0 or more, not all 0
 * @param symptomatic share with symptoms, by age band
 * @param severe share in need of a hospital bed, by age band, at most {@code symptomatic}
 * @param critical share in need of intensive care, by age band, at most {@code severe}
 * @param fatal share that dies when cared for, by age band, at most {@code critical}
 */
public record Disease(
        String name,
        String source,
        Period latent,
        Period toSymptoms,
        Period asymptomaticRecovery,
        Period mildRecovery,
        Period toSevere,
        Period severeRecovery,
        Period toCritical,
        Period criticalRecovery,
        Period toDeath,
        Infectiousness infectiousness,
        double[] susceptibility,
        double[] symptomatic,
        double[] severe,
        double[] critical,
        double[] fatal) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when an array has the wrong length, a share lies outside 0..1, the shares do not nest,
     *     or the latent period can be shorter than a day
     */
    public Disease {
        if (latent.probabilities()[0] > 0) {
            throw new IllegalArgumentException("The latent period (" + latent + ") of " + name
                    + " must last a day at least: whoever is infected today infects tomorrow at the earliest.");
        }
        susceptibility = positive(susceptibility.clone());
        symptomatic = symptomatic.clone();
        severe = severe.clone();
        critical = critical.clone();
        fatal = fatal.clone();
        double[] all = new double[AgeDecade.COUNT];
        Arrays.fill(all, 1);
        requireWithin("symptomatic", symptomatic, all);
        requireWithin("severe", severe, symptomatic);
        requireWithin("critical", critical, severe);
        requireWithin("fatal", fatal, critical);
    }

    private static double[] positive(double[] susceptibility) {
        boolean fine = susceptibility.length == AgeDecade.COUNT
                && Arrays.stream(susceptibility).allMatch(value -> value >= 0 && value < Double.POSITIVE_INFINITY)
                && Arrays.stream(susceptibility).anyMatch(value -> value > 0);
        if (!fine) {
            throw new IllegalArgumentException("The susceptibility needs " + AgeDecade.COUNT
                    + " numbers from 0 on, not all 0, but is " + Arrays.toString(susceptibility) + ".");
        }
        return susceptibility;
    }

    private static void requireWithin(String name, double[] share, double[] limit) {
        if (share.length != AgeDecade.COUNT) {
            throw new IllegalArgumentException(
                    "The share " + name + " needs " + AgeDecade.COUNT + " numbers, but has " + share.length + ".");
        }
        for (int band = 0; band < AgeDecade.COUNT; band++) {
            if (!(share[band] >= 0 && share[band] <= limit[band])) {
                throw new IllegalArgumentException("The share " + name + " (" + share[band] + ") of age band " + band
                        + " must lie in 0.." + limit[band] + ", since the stages of a disease nest.");
            }
        }
    }

    /** A disease of two periods and nothing else: everybody alike, nobody with symptoms. */
    public static Disease simple(String name, Period latent, Period infectious) {
        double[] one = new double[AgeDecade.COUNT];
        Arrays.fill(one, 1);
        double[] none = new double[AgeDecade.COUNT];
        Period never = Period.fixed(1);
        return new Disease(
                name,
                "as stated",
                latent,
                never,
                infectious,
                never,
                never,
                never,
                never,
                never,
                never,
                Infectiousness.EQUAL,
                one,
                none,
                none,
                none,
                none);
    }

    /** By age band; a copy. */
    @Override
    public double[] susceptibility() {
        return susceptibility.clone();
    }

    /** By age band; a copy. */
    @Override
    public double[] symptomatic() {
        return symptomatic.clone();
    }

    /** By age band; a copy. */
    @Override
    public double[] severe() {
        return severe.clone();
    }

    /** By age band; a copy. */
    @Override
    public double[] critical() {
        return critical.clone();
    }

    /** By age band; a copy. */
    @Override
    public double[] fatal() {
        return fatal.clone();
    }
}
