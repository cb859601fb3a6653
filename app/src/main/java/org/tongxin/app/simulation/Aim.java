package org.tongxin.app.simulation;

/**
 * What courses are compared by, each to be small, over the whole length of the run. Never summed to one number. Infections and
 * tests stand beside the six aims of {@link org.tongxin.core.search.Aim}, of which the two kinds of people on duty are one.
 */
public enum Aim {
    /** Severe cases and deaths. The first aim of the ranking. */
    SEVERE_AND_DEATHS,
    INFECTIONS,
    /** People beyond the beds and intensive beds there are, on the day of the run on which they are most. */
    BEYOND_BEDS,
    /** Person-days isolated, quarantined, in closed compounds, or limited by measures for everybody. */
    PERSON_DAYS_RESTRICTED,
    STAFF_DAYS,
    VOLUNTEER_DAYS,
    TESTS,
    /** In yuan, by {@link Costs}. */
    COST,
    /** Restricted days per person in the communities that bear most and hold a fifth of people, less the mean of all. */
    UNEQUAL_BURDEN
}
