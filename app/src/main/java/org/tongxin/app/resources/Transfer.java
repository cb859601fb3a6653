package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods to or from another district.
 *
 * @param gift whether nothing is owed for it
 * @param partner the other district
 * @param moved base units that really went or came; {@code null} before
 * @param holderId the warehouse they leave or come to
 * @param validUntil until when the pass for the road holds
 * @param note why it was refused, or why less moved
 */
public record Transfer(
        UUID id,
        String number,
        Direction direction,
        boolean gift,
        String partner,
        String itemCode,
        String itemName,
        String itemNameEn,
        @Nullable Integer shelfDays,
        String unit,
        String unitEn,
        long quantity,
        @Nullable Long moved,
        UUID holderId,
        String holderName,
        String holderNameEn,
        String areaPath,
        String why,
        TransportPriority priority,
        Instant validUntil,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        int version)
        implements Standing {

    /** Which way. */
    public enum Direction {
        OUT,
        IN
    }

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        DONE,
        LAPSED
    }
}
