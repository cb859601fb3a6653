package org.tongxin.app.surveillance;

/** What an analyst has said of a signal. */
public enum SignalState {
    OPEN,
    CONFIRMED,
    FALSE_ALARM,
    DEFERRED
}
