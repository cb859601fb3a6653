package org.tongxin.app.resources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item from one source, as a plan sees it: stock of a warehouse, or what comes on a later day.
 *
 * @param origin what kind of source it is
 * @param holderId the warehouse, also the one that a transfer comes to; the offer; the producer
 * @param number the number of the transfer or offer; empty for others
 * @param contact the office of a producer; empty for others
 * @param fromDay from which day on it is there, counted from today
 * @param latitude WGS-84 degrees; {@code null} where none is known
 * @param usable base units that have not expired; of a producer what it makes each day from then on
 * @param soon of these, what expires too soon to be delivered and used
 * @param reserved of these, what is promised and not yet sent
 * @param floor what has to stay
 */
public record Shelf(
        Origin origin,
        UUID holderId,
        String holderName,
        String holderNameEn,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long usable,
        long soon,
        long reserved,
        long floor,
        String number,
        String contact,
        int fromDay) {

    /** Where goods of a plan come from. */
    public enum Origin {
        /** Lies in a warehouse now. */
        STOCK,
        /** Is offered by a unit, a donor or residents. */
        OFFER,
        /** Was approved and is to come from another district. */
        TRANSFER,
        /** Could be made. */
        PRODUCER;

        /** Whether it can be proposed to a need today; what is not there yet is advice. */
        public boolean bookable() {
            return this == STOCK || this == OFFER;
        }
    }

    /** Whether something is there on this day that was not there the day before. */
    boolean comesOn(int day) {
        return origin == Origin.PRODUCER ? day >= fromDay : day == fromDay;
    }

    /** What a plan may send: above the floor, not promised, good for long enough. */
    public long available() {
        return Math.max(0, Math.min(usable - soon, usable - reserved - floor));
    }

    /** Why a plan takes nothing more from here, as far as that lies with the source. */
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
