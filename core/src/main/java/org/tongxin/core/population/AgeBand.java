package org.tongxin.core.population;

/**
 * Share of the people from an age on, up to the next band.
 *
 * @param fromAge years
 * @param share 0 .. 1
 */
public record AgeBand(int fromAge, double share) {

    /** @throws IllegalArgumentException when age or share are outside their range */
    public AgeBand {
        if (fromAge < 0 || fromAge > Population.MAX_AGE || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The age band from " + fromAge + " with share " + share
                    + " must begin in 0.." + Population.MAX_AGE + " and have a share in 0..1.");
        }
    }
}
