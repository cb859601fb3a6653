package org.tongxin.app.replay;

/** Where the replay stands. */
public enum ReplayState {
    /** The district is being loaded. */
    STARTING,
    RUNNING,
    PAUSED,
    /** The script is off and a person has to decide. */
    WAITING,
    FINISHED
}
