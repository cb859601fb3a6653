package org.tongxin.app.simulation;

/** Where a scenario stands. */
public enum ScenarioState {
    /** Waits for the ones before it. */
    QUEUED,
    /** Is being computed. */
    RUNNING,
    /** Has its result. */
    DONE,
    /** Was stopped by a person. */
    CANCELLED,
    /** The program ended meanwhile; can be started again with the same result. */
    INTERRUPTED,
    /** Could not be computed; the log says why. */
    FAILED,
    /** Its result was of an earlier way of computing and is no longer shown; can be started again. */
    OUTDATED;

    /** Whether it can be started again. */
    public boolean restartable() {
        return this == CANCELLED || this == INTERRUPTED || this == FAILED || this == OUTDATED;
    }

    /** Whether it is waited for. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }
}
