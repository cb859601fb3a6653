package org.tongxin.app.surveillance.web;

import org.tongxin.app.surveillance.DayCount;

/**
 * A day of a point as its reporter sees it.
 *
 * @param waiting nothing was reported and it is not due yet
 */
record CountDay(DayCount count, boolean waiting) {

    /** What the day is, as a word of the page: a value, nil, missing and not yet due are four things. */
    public String state() {
        if (count.missing()) {
            return waiting ? "waiting" : "missing";
        }
        return count.nil() ? "nil" : "value";
    }
}
