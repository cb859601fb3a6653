package org.tongxin.app.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published list of the units of the district, and what became of it.
 *
 * @param asOf the day for which it was published
 * @param units how many of its units are in this district
 */
public record Edition(
        UUID id,
        String number,
        String title,
        LocalDate asOf,
        int units,
        State state,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        int version) {

    /** What became of it. */
    public enum State {
        /** Compared; nothing has changed yet. */
        PROPOSED,
        /** The units are as it says. */
        APPLIED,
        /** Put aside. */
        DISCARDED
    }
}
