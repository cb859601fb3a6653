package org.tongxin.app.simulation;

/** What courses are compared by, each to be small, over the whole length of the run. Never summed to one number. */
public enum Aim {
    /** Severe cases and deaths. The first aim of the ranking. */
    SEVERE_AND_DEATHS,
    INFECTIONS,
    /** Cases that need a bed and find none. */
    WITHOUT_BED,
    /** Person-days isolated, quarantined, in closed compounds, or limited by measures for everybody. */
    PERSON_DAYS_RESTRICTED,
    STAFF_DAYS,
    VOLUNTEER_DAYS,
    TESTS,
    /** Restricted days per person of the fifth of communities that bear most, over the mean of all; 1 is equal. */
    UNEQUAL_BURDEN
}
