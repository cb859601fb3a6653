package org.tongxin.app.tasks;

/** The ring that answers a task. */
public enum TaskLevel {
    DISTRICT,
    STREET,
    COMMUNITY
}
