package org.tongxin.app.resources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies of one item at one place.
 *
 * @param usable base units that have not expired
 * @param expired base units that have
 * @param reserved base units that are promised and have not left
 * @param floor what should stay
 */
public record Stock(
        UUID holderId,
        HolderKind holderKind,
        String holderName,
        String holderNameEn,
        String areaPath,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long usable,
        long expired,
        long reserved,
        long floor) {

    /** What can still be promised. */
    public long free() {
        return Math.max(0, usable - reserved);
    }
}
