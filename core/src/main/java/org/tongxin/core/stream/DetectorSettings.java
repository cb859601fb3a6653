package org.tongxin.core.stream;

/**
 * The operating point of the default detector. Immutable.
 *
 * @param alpha alarm level: an alarm is raised when the calibrated probability is below it; above 0, below 0.5
 * @param leastCases cases in the window below which nothing is an alarm, at least 1
 * @param fixedThreshold count above which a stream without enough history raises an alarm, 0 or more
 */
public record DetectorSettings(double alpha, int leastCases, double fixedThreshold) {

    /** At most two false alarms in a hundred quiet steps, with margin; two cases; five without history. Suggested values. */
    public static final DetectorSettings DEFAULT = new DetectorSettings(0.017, 2, 5);

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public DetectorSettings {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("The alarm level (" + alpha + ") must lie above 0 and below 0.5.");
        }
        if (leastCases < 1) {
            throw new IllegalArgumentException("The least cases (" + leastCases + ") must be 1 or more.");
        }
        if (!(fixedThreshold >= 0)) {
            throw new IllegalArgumentException("The fixed threshold (" + fixedThreshold + ") must be 0 or more.");
        }
    }

    public DetectorSettings withAlpha(double level) {
        return new DetectorSettings(level, leastCases, fixedThreshold);
    }

    public DetectorSettings withFixedThreshold(double count) {
        return new DetectorSettings(alpha, leastCases, count);
    }
}
