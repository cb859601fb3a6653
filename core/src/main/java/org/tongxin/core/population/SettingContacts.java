package org.tongxin.core.population;

import java.util.List;

/**
 * Contacts of a synthetic population in one setting beside the published ones.
 *
 * @param contactsPerMember contacts per day with each co-member; for the community contacts per person and day
 * @param mean contacts per person and day
 * @param target the same by the published matrix and the ages of this population
 * @param targetAtPyramid the same by the published matrix and the pyramid of ages before it was raked to the census
 * @param byAge contacts per person and day, by age group of {@value ContactMatrices#GROUP_YEARS} years
 * @param targetByAge the same by the published matrix
 * @param ageDeviation mean over all people of how far the two lists above lie apart, divided by the target
 * @param ageCorrelation of the two lists, weighted by people; 1 where both are flat
 * @param matrixCorrelation of all contacts by age of person and contact with the published ones, weighted by people
 */
public record SettingContacts(
        Setting setting,
        double contactsPerMember,
        double mean,
        double target,
        double targetAtPyramid,
        List<Double> byAge,
        List<Double> targetByAge,
        double ageDeviation,
        double ageCorrelation,
        double matrixCorrelation) {

    /** Immutable lists. */
    public SettingContacts {
        byAge = List.copyOf(byAge);
        targetByAge = List.copyOf(targetByAge);
    }
}
