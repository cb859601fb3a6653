package org.tongxin.app.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a place that makes people there more vulnerable.
 *
 * @param description facts of the place; personal data are refused
 * @param ring who has it now
 * @param solvedRing who solved it, {@code null} until it is
 * @param owner login of the post that answers for it
 * @param note what was said at the last change, {@code null} for none
 */
public record RiskFactor(
        UUID id,
        String number,
        String areaPath,
        String areaName,
        String areaNameEn,
        Kind kind,
        String description,
        Affected affected,
        State state,
        Ring ring,
        @Nullable Ring solvedRing,
        String owner,
        LocalDate dueDay,
        String reportedBy,
        Instant reportedAt,
        @Nullable String note,
        String changedBy,
        Instant changedAt,
        int version) {

    /** What it is; a fixed list. */
    public enum Kind {
        UNMANAGED_COMPOUND,
        CROWDED_SITE,
        SHARED_KITCHEN_OR_BATH,
        SUPPLY_SHORTAGE,
        /** A number of people, never names. */
        ELDERLY_ALONE,
        CONSTRUCTION_SITE,
        OTHER
    }

    /** How many people it concerns, as a band: an estimate, and nobody can be told from it. */
    public enum Affected {
        UNDER_10,
        FROM_10,
        FROM_50,
        FROM_200,
        FROM_1000
    }

    /** How far it has come. */
    public enum State {
        OPEN,
        BEING_SOLVED,
        SOLVED,
        PASSED_UP
    }
}
