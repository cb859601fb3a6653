package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something given and received.
 *
 * @param donor who gave it; {@code null} for who does not want to be named, whose name is kept nowhere
 * @param wish what the donor would like done with it; may be empty
 * @param quantity base units as they were written down
 * @param received base units that came from the donor, 0 where the donation was written down by mistake and mended. They are
 *     always the sum of the next five
 * @param inStock of these, what lies in warehouses, units and stores
 * @param onTheWay what is on the road within the district
 * @param handedOut what was handed out to people, wherever that was
 * @param writtenOff what was lost, spoilt or counted missing; below 0 where more was found than was missing
 * @param passedOn what went to other districts
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
        long received,
        long inStock,
        long onTheWay,
        long handedOut,
        long writtenOff,
        long passedOn,
        boolean corrected) {}
