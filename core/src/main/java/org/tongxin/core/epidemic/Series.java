package org.tongxin.core.epidemic;

/** What a run tells for each day. A flow counts what happens on a day, a stock what there is in its evening. */
public enum Series {
    /** Flow: people infected, arrivals included. */
    INFECTED,
    /** Stock: people infected up to the day. */
    EVER_INFECTED,
    /** Stock: people not infected so far. */
    SUSCEPTIBLE,
    /** Stock: people infected and not yet infectious. */
    EXPOSED,
    /** Stock: people infectious. */
    INFECTIOUS,
    /** Stock: people recovered or dead. */
    REMOVED,
    /** Flow: first symptoms. */
    ONSETS,
    /** Flow: cases confirmed. */
    REPORTED,
    /** Flow: tests made. */
    TESTS,
    /** Stock: people waiting for a test. */
    TESTS_WAITING,
    /** Flow: cases whose contacts were asked after. */
    CASES_TRACED,
    /** Flow: contacts found. */
    CONTACTS_FOUND,
    /** Stock: people isolated as cases. */
    ISOLATED,
    /** Stock: people in quarantine as contacts. */
    QUARANTINED,
    /** Stock: people in closed compounds. */
    LOCKED,
    /**
     * Stock: people restricted by measures for everybody, each by the share of contacts outside the home that is taken away; of
     * checked ways, as if all contacts but those with neighbours led through them.
     */
    LIMITED,
    /** Stock: patients in beds other than intensive care. */
    IN_BEDS,
    /** Stock: patients in intensive care. */
    IN_INTENSIVE_CARE,
    /** Stock: people who need a bed other than intensive care, whether they have one or not. */
    NEEDING_BEDS,
    /** Stock: people who need intensive care, whether they have it or not. */
    NEEDING_INTENSIVE_CARE,
    /** Stock: people by whom the need exceeds the beds there are, and likewise in intensive care; both together. */
    BEYOND_BEDS,
    /** Flow: severe or critical cases for whom there was no bed. */
    WITHOUT_BED,
    /** Flow: severe cases, with or without a bed. */
    SEVERE,
    /** Flow: deaths. */
    DIED,
    /** Stock: staff that the measures ask for. */
    STAFF,
    /** Stock: volunteers that the measures ask for. */
    VOLUNTEERS,
    /** Flow: food parcels for people held. */
    PARCELS,
    /** Flow: masks for people on duty. */
    MASKS
}
