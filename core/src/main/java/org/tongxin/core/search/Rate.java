package org.tongxin.core.search;

/**
 * A named number of the world with its source.
 *
 * @param name what it is
 * @param value 0 or more
 * @param unit such as {@code yuan per test}
 * @param source where it is from, or the word {@value #ASSUMPTION}
 */
public record Rate(String name, double value, String unit, String source) {

    /** Source of a number that nobody has measured. */
    public static final String ASSUMPTION = "assumption";

    /** By which factor a number that nobody has measured may be off, either way: a planner's span, an assumption too. */
    public static final double ASSUMED_WITHIN = 2;

    /**
     * Checks the range and that there is a source.
     *
     * @throws IllegalArgumentException when the value is negative or not finite, or the source is blank
     */
    public Rate {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The rate “" + name + "” (" + value + ") must be 0 or more.");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException(
                    "The rate “" + name + "” has no source; write “" + ASSUMPTION + "” when that is what it is.");
        }
    }

    /** A number that nobody has measured. */
    public static Rate assumed(String name, double value, String unit) {
        return new Rate(name, value, unit, ASSUMPTION);
    }

    /** As small as it may be: itself, unless it is assumed. */
    public double low() {
        return isAssumption() ? value / ASSUMED_WITHIN : value;
    }

    /** As large as it may be, likewise. */
    public double high() {
        return isAssumption() ? value * ASSUMED_WITHIN : value;
    }

    /** Whether it is marked as an assumption. */
    public boolean isAssumption() {
        return source.startsWith(ASSUMPTION);
    }
}
