package org.tongxin.app.delegation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the list.
 *
 * @param validFrom when it was signed; {@code null} until then
 * @param validUntil when it ends by itself
 * @param endedAt when it ended earlier, by decision or because the next one was signed; {@code null} for neither
 */
public record DelegationList(
        UUID id,
        String number,
        String basis,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String signedBy,
        @Nullable Instant validFrom,
        Instant validUntil,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason,
        int version,
        List<DelegationRow> rows) {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        SIGNED,
        DROPPED
    }

    public DelegationList {
        rows = List.copyOf(rows);
    }

    /** Whether it counts at that time. */
    public boolean isInForce(Instant now) {
        return state == State.SIGNED && endedAt == null && validUntil.isAfter(now);
    }
}
