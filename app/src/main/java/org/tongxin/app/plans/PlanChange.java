package org.tongxin.app.plans;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one item of a prepared plan.
 *
 * @param book {@link PlanLibrary#COMMON}, {@link PlanLibrary#EXIT} or the name of a response mode
 * @param item code of the item
 * @param before the item in force, or before the revision; {@code null} where it is added
 * @param after the item as it is to be; {@code null} where it is removed
 * @param lesson the lesson behind it, if there is one
 * @param revision the signed revision that took it in; {@code null} while it is proposed
 */
public record PlanChange(
        UUID id,
        String book,
        String item,
        Kind kind,
        @Nullable PlanItem before,
        @Nullable PlanItem after,
        String why,
        @Nullable UUID lesson,
        String proposedBy,
        Instant proposedAt,
        @Nullable Integer revision,
        int version) {

    /** What becomes of the item. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** The item as a reader knows it: as it is, or as it is to be where it is new. */
    public PlanItem shown() {
        PlanItem shown = before == null ? after : before;
        if (shown == null) {
            throw new IllegalStateException("The change " + id + " must have an item before or after.");
        }
        return shown;
    }
}
