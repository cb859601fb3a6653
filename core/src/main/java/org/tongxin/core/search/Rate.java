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

    /** Whether it is marked as an assumption. */
    public boolean isAssumption() {
        return source.startsWith(ASSUMPTION);
    }
}
