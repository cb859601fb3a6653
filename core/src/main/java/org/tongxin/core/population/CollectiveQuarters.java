package org.tongxin.core.population;

/**
 * Who does not live in a family household.
 *
 * @param share of all people, 0 .. 0.9
 * @param students share of them who live in dormitories of students
 * @param inCare share of them who live in homes for the old; the others live in workers' dormitories
 */
public record CollectiveQuarters(double share, double students, double inCare) {

    /** @throws IllegalArgumentException when a share is outside its range */
    public CollectiveQuarters {
        boolean shares = share >= 0 && share <= 0.9 && students >= 0 && inCare >= 0 && students + inCare <= 1;
        if (!shares) {
            throw new IllegalArgumentException("The share in collective quarters (" + share
                    + ") must lie in 0..0.9, and those of students (" + students + ") and of people in care (" + inCare
                    + ") among them must not be negative or add up to more than 1.");
        }
    }
}
