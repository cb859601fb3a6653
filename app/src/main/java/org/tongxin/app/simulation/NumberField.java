package org.tongxin.app.simulation;

/**
 * A whole number that somebody gives, and the range in which it must lie.
 *
 * @param name as in the form
 * @param least the smallest it may be
 * @param most the largest
 */
public record NumberField(String name, int value, int least, int most) {

    /** Whether it lies in its range. */
    public boolean fits() {
        return value >= least && value <= most;
    }
}
