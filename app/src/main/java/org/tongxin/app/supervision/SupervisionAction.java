package org.tongxin.app.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do under a close watch.
 *
 * @param areaPath the area of the lowest ring that can do it
 * @param passedFrom area of the ring that passed it up, {@code null} where none did
 */
public record SupervisionAction(
        UUID id,
        UUID supervisionId,
        String areaPath,
        String areaName,
        String areaNameEn,
        String what,
        String state,
        @Nullable String passedFrom,
        @Nullable String passReason,
        @Nullable String doneBy,
        @Nullable Instant doneAt,
        int version) {

    public boolean open() {
        return state.equals("OPEN");
    }

    public Ring ring() {
        return Ring.of(areaPath);
    }
}
