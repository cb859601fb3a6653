package org.tongxin.app.plans;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed activation: matters, response level, expected end (Emergency Response Law, article 72).
 *
 * @param responseLevel 1, the highest, to 4
 */
public record PlanActivation(
        UUID id,
        ResponseMode mode,
        String playbookVersion,
        String areaPath,
        @Nullable UUID adviceId,
        String reason,
        int responseLevel,
        String matters,
        Instant activatedAt,
        String activatedBy,
        Instant expectedEnd,
        @Nullable Instant stoodDownAt,
        @Nullable String stoodDownBy,
        @Nullable String standDownReason,
        UUID eventId,
        int version) {}
