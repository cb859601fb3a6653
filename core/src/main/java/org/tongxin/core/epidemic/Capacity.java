package org.tongxin.core.epidemic;

/**
 * What the district has each day. What is used up feeds back: tests and tracing wait for the next day, cases stay at home,
 * severe cases without a bed die more often, and measures that need staff hold only as far as the staff reach.
 *
 * @param testsPerDay 0 or more
 * @param casesTracedPerDay cases whose contacts can be asked after, 0 or more
 * @param beds for severe cases, 0 or more
 * @param intensiveBeds for critical cases, 0 or more; critical cases in a plain bed count as without one
 * @param isolationPlaces for cases, 0 or more
 * @param quarantinePlaces for contacts, 0 or more
 * @param staff people of the street and community who can be on duty a day, 0 or more
 * @param volunteers who can be on duty a day, 0 or more
 */
public record Capacity(
        int testsPerDay,
        int casesTracedPerDay,
        int beds,
        int intensiveBeds,
        int isolationPlaces,
        int quarantinePlaces,
        int staff,
        int volunteers) {

    /** Stands for as much as is asked for. */
    public static final int ENOUGH = Integer.MAX_VALUE;

    /** Enough of everything. */
    public static final Capacity UNLIMITED =
            new Capacity(ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH, ENOUGH);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number is below 0
     */
    public Capacity {
        require("tests a day", testsPerDay);
        require("cases traced a day", casesTracedPerDay);
        require("beds", beds);
        require("intensive beds", intensiveBeds);
        require("isolation places", isolationPlaces);
        require("quarantine places", quarantinePlaces);
        require("staff", staff);
        require("volunteers", volunteers);
    }

    private static void require(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("The capacity in " + name + " (" + value + ") must be 0 or more.");
        }
    }
}
