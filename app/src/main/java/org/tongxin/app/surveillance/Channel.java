package org.tongxin.app.surveillance;

/** The way a count came in. */
public enum Channel {
    FORM,
    CSV,
    REST,
    REPLAY
}
