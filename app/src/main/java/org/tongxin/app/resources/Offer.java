package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something offered and not yet given.
 *
 * @param unitId the unit whose stock in the ledger it is; {@code null} for what is not in the ledger yet
 * @param name who offers; {@code null} for who does not want to be named
 * @param areaPath where it lies
 * @param taken base units proposed, accepted, on the road or received
 */
public record Offer(
        UUID id,
        String number,
        Giver giver,
        @Nullable UUID unitId,
        @Nullable String name,
        String areaPath,
        String areaName,
        String areaNameEn,
        @Nullable Double latitude,
        @Nullable Double longitude,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        long quantity,
        long taken,
        @Nullable LocalDate expiresOn,
        Instant until,
        State state,
        int version)
        implements Standing {

    /** Who offers. */
    public enum Giver {
        UNIT,
        DONOR,
        RESIDENTS
    }

    /** Whether it still stands. */
    public enum State {
        OPEN,
        WITHDRAWN,
        LAPSED
    }

    /** The same without the name of who offers. */
    Offer unnamed() {
        return new Offer(
                id,
                number,
                giver,
                unitId,
                null,
                areaPath,
                areaName,
                areaNameEn,
                latitude,
                longitude,
                itemCode,
                itemName,
                itemNameEn,
                unit,
                unitEn,
                quantity,
                taken,
                expiresOn,
                until,
                state,
                version);
    }

    public long left() {
        return Math.max(0, quantity - taken);
    }
}
