package org.tongxin.app.plans.complaints;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint about a measure. Nothing says who complains.
 *
 * @param number the receipt number, such as {@code SS-17}
 * @param text what is complained of; {@code null} once destroyed
 * @param dueAt when the answer is due
 * @param outcome {@code null} while it is open
 * @param answer with its reasons; {@code null} while open and once destroyed
 */
public record Complaint(
        UUID id,
        String number,
        UUID measureId,
        String kind,
        String areaPath,
        String areaName,
        String areaNameEn,
        @Nullable String text,
        Instant receivedAt,
        Instant dueAt,
        @Nullable ComplaintOutcome outcome,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Instant destroyedAt,
        boolean hasContact,
        int version) {

    public boolean open() {
        return outcome == null;
    }
}
