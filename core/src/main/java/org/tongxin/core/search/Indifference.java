package org.tongxin.core.search;

/**
 * The smallest difference of the criterion that would change the decision: a share of what doing nothing leads to, as a pilot
 * with runs of its own finds it, and not less than a number.
 *
 * @param share of the criterion under doing nothing, 0 or more
 * @param least in units of the criterion, above 0
 */
public record Indifference(double share, double least) {

    /** Suggested value: a hundredth of what doing nothing leads to, and one unit at least. */
    public static final Indifference SUGGESTED = new Indifference(0.01, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is left
     */
    public Indifference {
        if (!(share >= 0 && share < 1 && least > 0 && least < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The indifference needs a share (" + share
                    + ") of 0 or more and below 1, and a least difference (" + least + ") above 0.");
        }
    }

    /** A difference that the caller names. */
    public static Indifference of(double difference) {
        return new Indifference(0, difference);
    }

    double under(double nothing) {
        return Math.max(least, share * nothing);
    }
}
