package org.tongxin.app.resources;

import java.time.Instant;

/** What became of a part of what was taken. @param amountFen what was agreed for it; 0 where it was given back whole */
public record Settlement(Kind kind, long quantity, long amountFen, String note, String settledBy, Instant settledAt) {

    /** How a part ends. */
    public enum Kind {
        RETURNED,
        DAMAGED,
        USED_UP
    }
}
