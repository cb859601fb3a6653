package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a warehouse should not fall below of an item, and where it stands.
 *
 * @param usable base units there that have not expired
 * @param expiring of these, how many expire soon, see {@link Reserves#EXPIRY_AHEAD_DAYS}
 * @param promised of these, what is promised and has not left
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
        long promised,
        long ordered,
        @Nullable Instant belowSince) {

    /** What is there for keeping: not expired and not promised. */
    public long kept() {
        return Math.max(0, usable - promised);
    }

    public boolean below() {
        return usable - promised < minimum;
    }

    /** What is missing to the target once the order has come, what is promised has gone and what expires soon is gone. */
    public long wanted() {
        return Math.max(0, target - lasting());
    }

    /** Whether something should be ordered: below the floor, or it would be once the expiring lots are gone. */
    public boolean calls() {
        return lasting() < minimum;
    }

    /** What is promised goes first, from what expires first. */
    private long lasting() {
        return usable - Math.max(expiring, promised) + ordered;
    }
}
