package org.tongxin.app.resources;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a need could be answered from.
 *
 * @param fromId the warehouse, or {@code null}
 * @param offerId the offer, or {@code null}
 * @param itemCode the item asked for, or one that can stand in
 * @param standsFor how many base units asked for one base unit of it stands for; 1 for the item itself
 * @param free base units that can still be promised
 * @param kilometres as the crow flies; {@code null} where a position is unknown
 */
public record Candidate(
        @Nullable UUID fromId,
        @Nullable UUID offerId,
        String name,
        String nameEn,
        String itemCode,
        String itemName,
        String itemNameEn,
        int standsFor,
        long free,
        @Nullable Double kilometres) {}
