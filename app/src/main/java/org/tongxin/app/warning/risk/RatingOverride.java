package org.tongxin.app.warning.risk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.warning.RatingLevel;

/**
 * Another level that a person has set beside the computed one. It ends by itself.
 *
 * @param endsAt at most 72 hours after it was set
 * @param endedAt when a person ended it earlier or set another, {@code null} otherwise
 */
public record RatingOverride(
        UUID id,
        String areaPath,
        RatingLevel level,
        String reason,
        String setBy,
        Instant setAt,
        Instant endsAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        int version) {}
