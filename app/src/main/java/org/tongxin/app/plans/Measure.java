package org.tongxin.app.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public measure.
 *
 * @param decidedBody the body that decided it
 * @param basis law and article
 * @param alternatives less restrictive ways that were weighed, and why they were not enough
 * @param support items of the support list that stand
 */
public record Measure(
        UUID id,
        String kind,
        String decidedBody,
        boolean limitsMovement,
        String areaPath,
        String areaName,
        String areaNameEn,
        String content,
        String basis,
        String explanation,
        String alternatives,
        Instant startsAt,
        Instant endsAt,
        String decidedBy,
        Instant decidedAt,
        String state,
        @Nullable Instant inForceAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closeReason,
        List<String> support,
        int version) {

    /** The six supports that must stand before a measure that limits movement may start. */
    public static final List<String> SUPPORT_LIST = List.of(
            "FOOD_AND_WATER", "MEDICAL_ACCESS", "SPECIAL_GROUPS", "HELP_LINE", "PSYCHOLOGICAL_AID", "FIRE_EXITS");

    public List<String> missingSupport() {
        return limitsMovement
                ? SUPPORT_LIST.stream().filter(item -> !support.contains(item)).toList()
                : List.of();
    }
}
