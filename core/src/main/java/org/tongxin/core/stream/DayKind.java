package org.tongxin.core.stream;

/** What a day is to those who would come to be counted. */
public enum DayKind {
    /** Monday to Friday, no holiday. */
    WORKDAY,
    /** Saturday or Sunday, no holiday and no make-up workday. */
    WEEKEND,
    /** A statutory holiday, the weekend days beside it included. */
    HOLIDAY,
    /** A Saturday or Sunday that is worked to make up for a holiday (调休). */
    MAKE_UP
}
