package org.tongxin.app.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A street under close watch.
 *
 * @param suggested whether the index had suggested it when it was opened
 * @param owner login of the post that answers for it
 * @param endsAt when it ends unless it is renewed
 * @param outcome {@code null} while it is open
 */
public record Supervision(
        UUID id,
        String number,
        String areaPath,
        String areaName,
        String areaNameEn,
        String why,
        boolean suggested,
        String owner,
        String openedBy,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant renewedAt,
        String state,
        @Nullable Outcome outcome,
        @Nullable String outcomeNote,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        int version) {

    /** How a close watch ended. */
    public enum Outcome {
        RESOLVED,
        HANDED_TO_WARNING,
        NOT_CONFIRMED,
        /** Its time ran out and nobody renewed it. */
        LAPSED
    }

    public boolean open() {
        return state.equals("OPEN");
    }
}
