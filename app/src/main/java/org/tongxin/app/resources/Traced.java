package org.tongxin.app.resources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of something from one source reached one place.
 *
 * @param donor who gave it; {@code null} where nobody is named
 * @param quantity base units that came to the place and did not go on from there: what lies there and what was handed out
 * @param handedOut of these, what was handed out there to people; what was handed out by mistake and mended does not count
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
        long handedOut,
        Instant lastAt) {

    /** What reached people or those who ask for them: of a warehouse only what it handed out itself. */
    public long reached() {
        return holderKind.receives() ? quantity : handedOut;
    }
}
