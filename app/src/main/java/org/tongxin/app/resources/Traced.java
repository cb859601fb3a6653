package org.tongxin.app.resources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of something from one source reached one place.
 *
 * @param donor who gave it; {@code null} where nobody is named
 * @param quantity base units that came to the place and did not go on from there
 */
public record Traced(
        Source source,
        String sourceNumber,
        @Nullable String donor,
        String lotNumber,
        String itemCode,
        String itemName,
        String itemNameEn,
        String unit,
        String unitEn,
        String holderName,
        String holderNameEn,
        HolderKind holderKind,
        long quantity,
        Instant lastAt) {}
