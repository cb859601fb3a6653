package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse should not fall below of an item, and where it stands.
 *
 * @param usable base units there that have not expired
 * @param expiring of these, how many expire soon, see {@link Reserves#EXPIRY_AHEAD_DAYS}
 * @param ordered base units on order
 * @param belowSince when it fell below; {@code null} while it has not been noticed or is above
 */
public record Floor(
        UUID holderId,
        String holderName,
        String holderNameEn,
        String areaPath,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long minimum,
        long target,
        long usable,
        long expiring,
        long ordered,
        @Nullable Instant belowSince) {

    public boolean below() {
        return usable < minimum;
    }

    /** What is missing to the target once the order has come and what expires soon is gone. */
    public long wanted() {
        return Math.max(0, target - (usable - expiring) - ordered);
    }

    /** Whether something should be ordered: below the floor, or it would be once the expiring lots are gone. */
    public boolean calls() {
        return usable - expiring + ordered < minimum;
    }
}
