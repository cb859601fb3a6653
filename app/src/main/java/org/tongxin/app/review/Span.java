package org.tongxin.app.review;

import java.time.Instant;

/** A span of time, both ends in it. */
record Span(Instant from, Instant to) {

    /** Every moment that the database knows. */
    static final Span ALWAYS = new Span(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
}
