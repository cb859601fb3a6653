package org.tongxin.app.resources;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies of one lot at one place.
 *
 * @param quantity base units, from 1
 * @param expiresOn the last day on which it may be handed out; {@code null} where it does not expire
 */
public record LotStock(
        UUID holderId,
        String holderName,
        String holderNameEn,
        UUID lotId,
        String lotNumber,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        Source source,
        String sourceNumber,
        @Nullable LocalDate expiresOn,
        long quantity) {

    /** Whether it must not be handed out on a day. */
    public boolean expired(LocalDate day) {
        return expiresOn != null && expiresOn.isBefore(day);
    }
}
