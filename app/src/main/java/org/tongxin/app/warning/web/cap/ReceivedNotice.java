package org.tongxin.app.warning.web.cap;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice of another body, as it was read.
 *
 * @param kind {@code Alert}, {@code Update}, {@code Cancel}, {@code Ack} or {@code Error}
 * @param replacedBy a later notice that updates or cancels this one
 */
public record ReceivedNotice(
        UUID id,
        String sender,
        String identifier,
        Instant sent,
        String status,
        String kind,
        String scope,
        String event,
        String headline,
        String area,
        String severity,
        String instruction,
        @Nullable Instant expires,
        @Nullable UUID replacedBy,
        Instant receivedAt,
        String receivedBy) {

    /** Whether it asks for something at this time: real, not replaced, not over. */
    public boolean isOpen(Instant now) {
        return status.equals("Actual")
                && replacedBy == null
                && (kind.equals("Alert") || kind.equals("Update"))
                && (expires == null || expires.isAfter(now));
    }
}
