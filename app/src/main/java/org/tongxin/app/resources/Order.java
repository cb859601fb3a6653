package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order under an agreement. @param arrived base units that came; {@code null} before */
public record Order(
        UUID id,
        String number,
        String agreementNumber,
        String supplierName,
        String supplierNameEn,
        UUID holderId,
        String holderName,
        String holderNameEn,
        String itemCode,
        String itemName,
        String itemNameEn,
        @Nullable Integer shelfDays,
        String unit,
        String unitEn,
        long quantity,
        long costFen,
        LocalDate dueOn,
        State state,
        @Nullable Long arrived,
        @Nullable String note,
        String orderedBy,
        Instant orderedAt,
        int version)
        implements Standing {

    /** Where it stands. */
    public enum State {
        ORDERED,
        ARRIVED,
        CANCELLED
    }
}
