package org.tongxin.app.platform;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event says of itself.
 *
 * @param id derived from kind and business key, see {@link Ids}
 * @param occurredAt when it happened in the district
 * @param causedBy the event that led to it; {@code null} for what people start
 * @param areaPath code path of the area it concerns
 * @param key business key, unique among events of its kind
 * @param actor login of who did it, {@code system} for a rule that ran by itself
 * @param summary one sentence with its numbers
 */
public record EventFacts(
        UUID id,
        Instant occurredAt,
        @Nullable UUID causedBy,
        String areaPath,
        String key,
        String actor,
        Reason summary) {}
