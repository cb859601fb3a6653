package org.tongxin.app.resources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item in one warehouse, as a plan sees it.
 *
 * @param latitude WGS-84 degrees; {@code null} where none is known
 * @param usable base units that have not expired
 * @param soon of these, what expires too soon to be delivered and used
 * @param reserved of these, what is promised and not yet sent
 * @param floor what has to stay
 */
public record Shelf(
        UUID holderId,
        String holderName,
        String holderNameEn,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String itemCode,
        long usable,
        long soon,
        long reserved,
        long floor) {

    /** What a plan may send: above the floor, not promised, good for long enough. */
    public long available() {
        return Math.max(0, Math.min(usable - soon, usable - reserved - floor));
    }

    /** Why a plan takes nothing more from here. */
    GoodsPlan.Why why() {
        if (available() > 0) {
            return GoodsPlan.Why.TAKEN;
        }
        if (usable == 0) {
            return GoodsPlan.Why.NONE;
        }
        if (usable == soon) {
            return GoodsPlan.Why.EXPIRING;
        }
        return usable <= reserved ? GoodsPlan.Why.PROMISED : GoodsPlan.Why.FLOOR;
    }
}
