package org.tongxin.core.forecast;

/**
 * A dated measure whose effect on the reproduction number is not known yet and is learned from the reports. Immutable and
 * safe for use by several threads.
 *
 * <p>The number is multiplied by exp(effect), which is reached in equal steps of the logarithm over so many days and then
 * stays; before any data the effect is normal.
 *
 * @param startDay first day on which it acts, on the same scale as the days of the reports
 * @param logEffect mean of the effect before any data: the natural logarithm of the factor, -3 to 3, below 0 where it lowers
 *     transmission
 * @param logEffectDeviation its standard deviation, 0 to 3; 0 fixes the effect
 * @param daysToFullEffect 1 or more; 1 acts in full on the first day
 */
public record Intervention(int startDay, double logEffect, double logEffectDeviation, int daysToFullEffect) {

    /**
     * Lockdown: R is multiplied by 0.4. In Wuhan the effective number fell from 3.54 to 0.28 over all periods of measures
     * (Hao et al., Nature 584 (2020) 420-424), from 3.23 to 0.45 in Liang et al. (BMC Infectious Diseases 21 (2021), doi
     * 10.1186/s12879-021-06115-6);
     * 0.4 lies at the mild end of what such studies found, since the later falls were due to further measures.
     */
    public static final double LOCKDOWN_FACTOR = 0.4;

    /** 90 % of such effects lie between a factor of 0.18 and 0.91: assumption. */
    public static final double LOCKDOWN_DEVIATION = 0.5;

    /** A week, about two generations: households go on infecting each other after the doors are shut. Assumption. */
    public static final int LOCKDOWN_DAYS = 7;

    private static final double LARGEST = 3;

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public Intervention {
        if (!(logEffect >= -LARGEST && logEffect <= LARGEST)) {
            throw new IllegalArgumentException("The logEffect (" + logEffect + ") of the intervention of day "
                    + startDay + " must lie in -3..3. Maybe a factor was given instead of its logarithm.");
        }
        Checks.within("logEffectDeviation", logEffectDeviation, 0, LARGEST);
        Checks.within("daysToFullEffect", daysToFullEffect, 1, DayDistribution.MAX_DAYS);
    }

    /** A lockdown from a day on, with the prior named above. */
    public static Intervention lockdown(int startDay) {
        return new Intervention(startDay, Math.log(LOCKDOWN_FACTOR), LOCKDOWN_DEVIATION, LOCKDOWN_DAYS);
    }

    /** The part of the effect, 0 to 1, that has come into force on a day. */
    double inForce(int day) {
        double days = (double) day - startDay + 1;
        return Math.clamp(days / daysToFullEffect, 0, 1);
    }
}
