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
 * @param alternatives milder ways that were weighed, at least one
 * @param reviewDueAt when it is stopped unless reviewed before; {@code null} before it starts
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
        List<Alternative> alternatives,
        Instant startsAt,
        Instant endsAt,
        String decidedBy,
        Instant decidedAt,
        String state,
        @Nullable Instant inForceAt,
        @Nullable Instant reviewDueAt,
        @Nullable Instant reviewedAt,
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

    /** Whether it stops by itself soon, since nobody has reviewed it. */
    public boolean awaitsReview() {
        return state.equals("IN_FORCE") && reviewDueAt != null && reviewedAt == null && reviewDueAt.isBefore(endsAt);
    }

    /** Whether it was stopped because nobody reviewed it in time. */
    public boolean stoppedUnreviewed() {
        return MeasureReviews.MISSED.equals(closeReason);
    }
}
