package org.tongxin.core.search;

/** What is counted in a run, over all days after the start or as said. Aims, costs and harms are made of these. */
public enum Quantity {
    /** Severe cases. */
    SEVERE,
    /** Deaths. */
    DEATHS,
    /** People beyond the beds and intensive beds there are, on the day on which they are most. */
    PEAK_BEYOND_BEDS,
    /** Person-days in closed compounds, quarantine and isolation. */
    HELD_DAYS,
    /** Person-days under measures for everybody, each by the share of contacts outside the home that is taken away. */
    LIMITED_DAYS,
    /** Days on duty of staff that the measures ask for. */
    STAFF_DAYS,
    /** Days on duty of volunteers that the measures ask for. */
    VOLUNTEER_DAYS,
    /** Tests made. */
    TESTS,
    /** Days in beds, intensive care included. */
    BED_DAYS
}
