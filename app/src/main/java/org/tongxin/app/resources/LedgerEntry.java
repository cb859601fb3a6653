package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger of a place.
 *
 * @param serial order in which it was written
 * @param change base units that came (above 0) or went
 * @param balance base units of the item at the place afterwards
 * @param other the account on the other side
 * @param reversed whether a counter-movement has mended it
 */
public record LedgerEntry(
        long serial,
        UUID movementId,
        MovementKind kind,
        Instant at,
        String who,
        String why,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        String lotNumber,
        long change,
        long balance,
        @Nullable String other,
        @Nullable String otherEn,
        boolean reversed) {}
