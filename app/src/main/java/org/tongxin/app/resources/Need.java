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
 * @param declined base units that were proposed and not wanted since the need was last changed
 * @param until when it is of no use any more
 * @param people for how many it is meant; 0 where that is not known
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
        long declined,
        NeedPriority priority,
        Instant until,
        int people,
        String why,
        State state,
        String askedBy,
        Instant askedAt,
        int version)
        implements Standing {

    /** Stands for whoever wished for something instead of what they declined: nobody. */
    static final String ASKED_BY_PLACE = "receiving-place";

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

    /** What the place would take in all: what it asked for less what it declined since, but all that is there or promised. */
    public long welcome() {
        return Math.max(received + promised, quantity - declined);
    }

    /** What nothing has been found for yet and the place would take. */
    public long wanted() {
        return welcome() - received - promised;
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
