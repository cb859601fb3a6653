package org.tongxin.app.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the units of the district and an edition.
 *
 * @param area the unit; {@code null} for one that is added
 * @param code of the edition; of a unit that ends its present one
 * @param name in the edition; of a unit that ends its present one
 * @param former its present name; empty for one that is added
 * @param goesOn of a unit that ends: the code that goes on with it, or empty for none; {@code null} while nobody has said.
 *     Where the edition adds that code, it is the same unit with a new code; else what stands there goes over to another unit
 */
public record EditionChange(
        UUID id,
        Kind kind,
        @Nullable UUID area,
        String code,
        String name,
        String nameEn,
        String former,
        @Nullable String goesOn) {

    /** What differs. */
    public enum Kind {
        /** The edition has a code that the district does not have. */
        ADDED,
        /** The same code, another name. */
        RENAMED,
        /** The edition lacks a code that the district has. */
        ENDED
    }

    /** The code of the unit above. */
    public String parent() {
        return code.substring(0, Math.max(6, code.length() - 3));
    }
}
