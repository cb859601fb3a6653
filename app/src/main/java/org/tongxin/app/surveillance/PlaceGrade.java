package org.tongxin.app.surveillance;

/** What the streams of a street say together, judged with all streets of the day. */
public enum PlaceGrade {
    QUIET,
    /** Among the places named at most one in ten is expected to be nothing. */
    WATCH,
    /** Among the places named at most one in a hundred is expected to be nothing. */
    ALARM,
    /** Too few quiet days of its own to believe the combined value. */
    NOT_CALIBRATED
}
