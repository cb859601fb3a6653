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
 * @param planRevision the signed revision of the plans that took it in; {@code null} while none did
 * @param exercise number of the exercise in which it was learned; {@code null} in earnest
 */
public record Lesson(
        UUID id,
        String finding,
        String change,
        String owner,
        @Nullable String planItem,
        LocalDate dueDay,
        String recordedBy,
        Instant recordedAt,
        @Nullable Integer planRevision,
        @Nullable String exercise) {}
