package org.tongxin.app.dispatch.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to everyone near.
 *
 * @param what what is needed, in a few words, without anything personal
 * @param radiusMetres straight-line, from the place of the call to the home community
 * @param reached how many near, free and prepared people could see it when it was opened
 * @param taken how many come
 * @param endedAt when it ended, by itself or by hand
 */
public record UrgentCall(
        UUID id,
        String number,
        String areaPath,
        @Nullable UUID postId,
        String placeName,
        String placeNameEn,
        String kind,
        boolean dangerous,
        String what,
        @Nullable String skill,
        int wanted,
        int radiusMetres,
        int reached,
        int taken,
        String openedBy,
        Instant openedAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    /** Nobody more is needed. */
    public boolean full() {
        return taken >= wanted;
    }

    public boolean ended(Instant now) {
        return endedAt != null || !now.isBefore(endsAt);
    }

    /** Below ten a number would tell of single people who kept silent. */
    public boolean fewReached() {
        return reached > 0 && reached < 10;
    }
}
