package org.tongxin.core.epidemic;

/**
 * Infections that come from outside, or that are known from before the start.
 *
 * @param day on which they are infected: 0 for the start, below 0 for the past, above 0 for later imports
 * @param community where; {@link #ANYWHERE} for people drawn from the whole district
 * @param people how many, 1 or more
 */
public record Arrival(int day, int community, int people) {

    /** Any community, in proportion to its people. */
    public static final int ANYWHERE = -1;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when nobody arrives, or the community is none
     */
    public Arrival {
        if (people < 1 || community < ANYWHERE) {
            throw new IllegalArgumentException("An arrival needs people (" + people
                    + ", 1 or more) and a community from 0 on, or -1 for anywhere (" + community + ").");
        }
    }
}
