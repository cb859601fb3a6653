package org.tongxin.app.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Reason;

/** One event of the timeline. @param quantity how many things happened in it */
public record TimelineEntry(
        UUID eventId,
        Instant occurredAt,
        String kind,
        String businessKey,
        String areaPath,
        String actor,
        @Nullable UUID causedBy,
        Reason summary,
        int quantity) {}
