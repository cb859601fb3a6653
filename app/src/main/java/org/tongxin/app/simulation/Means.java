package org.tongxin.app.simulation;

/** What the district can run out of. */
public enum Means {
    BEDS,
    INTENSIVE_BEDS,
    ISOLATION_PLACES,
    QUARANTINE_PLACES,
    TESTS,
    STAFF,
    VOLUNTEERS
}
