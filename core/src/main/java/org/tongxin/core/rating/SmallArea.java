package org.tongxin.core.rating;

import org.tongxin.core.statistics.GammaDistribution;

/**
 * Draws the figures of small areas towards the area above them, so that one case in a small place is not taken for a wave.
 *
 * <p>Cases of an area are Poisson with a mean of relative risk times expected cases; the relative risk of an area is
 * gamma distributed around 1 within the area above (Clayton, Kaldor, Biometrics 43 (1987) 671-681). Given the cases it is
 * gamma again, and the statement to act on is its probability of being above {@value #RAISED}, not the raw rate.
 *
 * @param relativeRisk mean relative risk given the cases, 0 or more
 * @param probabilityRaised probability that the relative risk is above {@value #RAISED}, 0 to 1
 * @param days length of the window that was needed to expect at least one case
 * @param state whether that may be shown
 */
public record SmallArea(double relativeRisk, double probabilityRaised, int days, State state) {

    /** Relative risk that counts as raised. Suggested value. */
    public static final double RAISED = 1.5;

    /** Expected cases that the area above counts for: the prior's shape. Suggested value. */
    public static final double PRIOR_CASES = 2;

    /** Expected cases in a window below which it is made longer. */
    public static final double LEAST_EXPECTED = 1;

    /** Inhabitants below which figures are shown for the area above only: small numbers, and privacy. */
    public static final int LEAST_INHABITANTS = 1_000;

    /** What may be said of the area. */
    public enum State {
        /** A figure of its own. */
        OWN,
        /** Too few inhabitants: only the figure of the area above may be shown. */
        POOLED,
        /** Less than one case expected even in the longest window: too little data. */
        INSUFFICIENT
    }

    /**
     * One window of increasing length, of the same area.
     *
     * @param days its length
     * @param cases cases in it, 0 or more
     * @param expected cases expected from the rate of the area above, 0 or more
     */
    public record Window(int days, int cases, double expected) {}

    /**
     * From windows of increasing length: the shortest in which at least one case is expected counts.
     *
     * @param windows at least one, shortest first
     * @param inhabitants of the area
     * @throws IllegalArgumentException when there is no window or a number is negative
     */
    public static SmallArea of(Window[] windows, int inhabitants) {
        if (windows.length == 0) {
            throw new IllegalArgumentException("At least one window must be given.");
        }
        if (inhabitants < 0) {
            throw new IllegalArgumentException("The inhabitants (" + inhabitants + ") must be 0 or more.");
        }
        Window chosen = windows[windows.length - 1];
        for (int i = windows.length - 1; i >= 0; i--) {
            if (windows[i].cases() < 0 || !(windows[i].expected() >= 0)) {
                throw new IllegalArgumentException("The cases (" + windows[i].cases() + ") and expected cases ("
                        + windows[i].expected() + ") of a window must be 0 or more.");
            }
            chosen = windows[i].expected() >= LEAST_EXPECTED ? windows[i] : chosen;
        }
        State state = inhabitants < LEAST_INHABITANTS
                ? State.POOLED
                : chosen.expected() < LEAST_EXPECTED ? State.INSUFFICIENT : State.OWN;
        double shape = PRIOR_CASES + chosen.cases();
        double rate = PRIOR_CASES + chosen.expected();
        double raised = 1 - new GammaDistribution(shape, 1 / rate).cdf(RAISED);
        return new SmallArea(shape / rate, raised, chosen.days(), state);
    }
}
