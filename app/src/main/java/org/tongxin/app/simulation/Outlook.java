package org.tongxin.app.simulation;

/** What is told for each day of a course. */
public enum Outlook {
    INFECTIONS,
    REPORTS,
    BEDS,
    INTENSIVE_CARE,
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
