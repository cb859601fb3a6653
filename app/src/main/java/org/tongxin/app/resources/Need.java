package org.tongxin.app.resources;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something asked for by a place.
 *
 * @param quantity base units asked for
 * @param received base units that arrived
 * @param promised base units proposed, accepted or on the road
 * @param until when it is of no use any more
 * @param people for how many it is meant; 0 where that is not known
 * @param source who found it out: somebody asked, a forecast, an import
 */
public record Need(
        UUID id,
        String number,
        UUID holderId,
        String holderName,
        String holderNameEn,
        String areaPath,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String itemCode,
        String itemName,
        String itemNameEn,
        ItemKind itemKind,
        String unit,
        String unitEn,
        long quantity,
        long received,
        long promised,
        NeedPriority priority,
        Instant until,
        int people,
        From source,
        String why,
        State state,
        String askedBy,
        Instant askedAt,
        int version) {

    /** How it came up. */
    public enum From {
        REQUESTED,
        FORECAST,
        IMPORTED
    }

    /** What came of it. */
    public enum State {
        OPEN,
        MET,
        WITHDRAWN,
        LAPSED
    }

    /** What nothing has been found for yet. */
    public long remaining() {
        return Math.max(0, quantity - received - promised);
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
