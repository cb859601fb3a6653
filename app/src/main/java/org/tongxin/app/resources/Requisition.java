package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods of others that the district takes for a time.
 *
 * @param owner whose they are: a unit by its name
 * @param taken base units handed over; {@code null} before
 * @param settled of these, given back or paid for
 * @param closingReason why it was closed; {@code null} where that was not said
 * @param closingReasonEn the same in English where the system said it; {@code null} for the words of a person
 * @param compensationFen what was agreed in all for what was not given back
 */
public record Requisition(
        UUID id,
        String number,
        String owner,
        String basis,
        String why,
        String itemCode,
        String itemName,
        String itemNameEn,
        @Nullable Integer shelfDays,
        String unit,
        String unitEn,
        long quantity,
        @Nullable Long taken,
        UUID holderId,
        String holderName,
        String holderNameEn,
        String areaPath,
        LocalDate fromOn,
        LocalDate untilOn,
        LocalDate returnBy,
        State state,
        String decidedBy,
        Instant decidedAt,
        @Nullable Instant closedAt,
        @Nullable String closingReason,
        @Nullable String closingReasonEn,
        long settled,
        long compensationFen,
        int version)
        implements Standing {

    /** Where it stands. */
    public enum State {
        DECIDED,
        IN_USE,
        CLOSED
    }

    /** Whether the period for which it was decided covers a day. */
    public boolean usableOn(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(untilOn);
    }

    /** What is neither given back nor paid for. */
    public long outstanding() {
        Long handedOver = taken;
        return handedOver == null ? 0 : handedOver - settled;
    }
}
