package org.tongxin.app.resources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a producer from its capacity.
 *
 * @param perDay base units a day that would be freed
 * @param clearer the post that clears it
 * @param how what cleared it; {@code null} while it stands
 */
public record Block(
        UUID id,
        UUID producerId,
        String producerName,
        String producerNameEn,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        Kind kind,
        String what,
        long perDay,
        String clearer,
        LocalDate dueOn,
        @Nullable String clearedBy,
        @Nullable Instant clearedAt,
        @Nullable String how,
        int version) {

    /** What is missing. */
    public enum Kind {
        APPROVAL,
        RAW_MATERIAL,
        STAFF,
        EQUIPMENT,
        TRANSPORT
    }

    public boolean open() {
        return clearedAt == null;
    }
}
