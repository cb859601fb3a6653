package org.tongxin.app.exercises;

/** How far an exercise is. */
public enum ExerciseState {
    PLANNED,
    RUNNING,
    /** Over; what was done is assessed. */
    ASSESSED,
    CLOSED
}
