package org.tongxin.app.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order at one place.
 *
 * @param figures what was reported, by field; empty before a report
 */
public record Task(
        UUID id,
        UUID orderId,
        @Nullable UUID parentId,
        String orderNumber,
        String template,
        String title,
        String titleEn,
        String basis,
        String issuer,
        List<TaskField> fields,
        int minutes,
        TaskLevel level,
        TaskLevel goesTo,
        String areaPath,
        String areaName,
        String areaNameEn,
        TaskState state,
        Instant issuedAt,
        Instant dueAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant reportedAt,
        @Nullable Instant acceptedAt,
        @Nullable String returnReason,
        int reminders,
        @Nullable Instant escalatedAt,
        Map<String, Long> figures,
        String note,
        int version) {

    public boolean answered() {
        return state == TaskState.REPORTED || state == TaskState.ACCEPTED;
    }

    /** What is known of its figures at that time. */
    public Standing standing(Instant now) {
        if (!answered()) {
            return overdue(now) ? Standing.LATE : Standing.MISSING;
        }
        boolean nil = !figures.isEmpty() && figures.values().stream().allMatch(value -> value == 0);
        return nil ? Standing.NIL : Standing.GIVEN;
    }

    public boolean overdue(Instant now) {
        return !answered() && dueAt.isBefore(now);
    }
}
