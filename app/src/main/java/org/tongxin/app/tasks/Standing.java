package org.tongxin.app.tasks;

/** What is known of a task's figures. Nil is an answer; no answer is none, before its time and after it. */
public enum Standing {
    /** Answered, with at least one figure above 0 or with none asked. */
    GIVEN,
    /** Answered: there is none. */
    NIL,
    /** Not answered, and still in time. */
    MISSING,
    /** Not answered in time; of the place, never of a person. */
    LATE
}
