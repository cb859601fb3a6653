package org.tongxin.app.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was learned, what is to change, who sees to it and by when.
 *
 * @param owner a post, not a name
 * @param planItem code of the plan item it changes, if it does
 */
public record Lesson(
        UUID id,
        String finding,
        String change,
        String owner,
        @Nullable String planItem,
        LocalDate dueDay,
        String recordedBy,
        Instant recordedAt) {}
