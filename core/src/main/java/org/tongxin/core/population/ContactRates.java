package org.tongxin.core.population;

/**
 * How often people meet, for a simulation on a {@link Population}. In homes, classes and teams everybody meets every other
 * member; the same two people may meet several times a day, and a rate below 1 means that they do not meet on all days.
 *
 * @param household contacts per day with each other person of the same home
 * @param school contacts per day with each other person of the same class
 * @param work contacts per day with each other person of the same team
 * @param community contacts per day of one person with anybody, in all; which of them last and which are chance is left to
 *     the simulation
 */
public record ContactRates(double household, double school, double work, double community) {

    /** @throws IllegalArgumentException when a rate is negative or no number */
    public ContactRates {
        if (!(Math.min(Math.min(household, school), Math.min(work, community)) >= 0)) {
            throw new IllegalArgumentException("Contacts per day (" + household + ", " + school + ", " + work + ", "
                    + community + ") must be 0 or more.");
        }
    }
}
