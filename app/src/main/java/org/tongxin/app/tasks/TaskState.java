package org.tongxin.app.tasks;

/** Where a task stands. */
public enum TaskState {
    ISSUED,
    ACKNOWLEDGED,
    REPORTED,
    /** Sent back to be completed. */
    RETURNED,
    ACCEPTED,
    /** No longer asked for: what it hung on has ended. */
    WITHDRAWN
}
