package org.tongxin.core.detection;

/**
 * How an EARS method is run. Immutable and safe for use by several threads.
 *
 * @param baseline number of points in the base window, at least 2
 * @param alpha nominal probability of a false alarm per point, above 0 and below 1
 * @param minSigma smallest standard deviation to be used, in the unit of the counts, 0 or more; above 0 it keeps a run
 *     of zeros from turning a single case into an alarm
 */
public record EarsSettings(int baseline, double alpha, double minSigma) {

    /** One week of daily counts, as EARS was first used (Hutwagner et al. 2003). */
    public static final int DEFAULT_BASELINE = 7;

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public EarsSettings {
        if (baseline < 2) {
            throw new IllegalArgumentException(
                    "The baseline (" + baseline + ") must hold at least 2 points: one point has no deviation.");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("The alpha (" + alpha + ") must lie above 0 and below 1.");
        }
        if (!(minSigma >= 0 && minSigma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The minSigma (" + minSigma + ") must be 0 or a finite number above.");
        }
    }

    /** Baseline 7, the method's own alpha, no minimum deviation. */
    public static EarsSettings defaultsFor(EarsMethod method) {
        return new EarsSettings(DEFAULT_BASELINE, method.defaultAlpha(), 0);
    }

    /** The same settings with another base window. */
    public EarsSettings withBaseline(int points) {
        return new EarsSettings(points, alpha, minSigma);
    }

    /** The same settings with another false-alarm probability. */
    public EarsSettings withAlpha(double probability) {
        return new EarsSettings(baseline, probability, minSigma);
    }

    /** The same settings with another smallest deviation. */
    public EarsSettings withMinSigma(double deviation) {
        return new EarsSettings(baseline, alpha, deviation);
    }
}
