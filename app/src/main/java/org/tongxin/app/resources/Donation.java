package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something given and received.
 *
 * @param donor who gave it; {@code null} for who does not want to be named, whose name is kept nowhere
 * @param wish what the donor would like done with it; may be empty
 * @param left base units that still lie in a warehouse or on the road
 */
public record Donation(
        UUID id,
        String number,
        @Nullable String donor,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long quantity,
        UUID holderId,
        String holderName,
        String holderNameEn,
        Instant receivedAt,
        String wish,
        long left,
        boolean corrected) {}
