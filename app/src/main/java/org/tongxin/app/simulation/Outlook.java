package org.tongxin.app.simulation;

/** What is told for each day of a course. */
public enum Outlook {
    INFECTIONS,
    REPORTS,
    /** Beds other than intensive care that are needed, whether there are so many or not. */
    BEDS,
    /** Likewise in intensive care. */
    INTENSIVE_CARE,
    /** People beyond the beds of both kinds. */
    BEYOND_BEDS,
    TESTS,
    ISOLATED,
    QUARANTINED,
    STAFF,
    VOLUNTEERS,
    PARCELS,
    MASKS,
    DEATHS;

    /** What a plan needs to know. */
    public boolean need() {
        return this != INFECTIONS && this != REPORTS && this != DEATHS;
    }
}
