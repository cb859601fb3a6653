package org.tongxin.app.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody sent.
 *
 * @param title its name on the sender's machine, empty once its rows are deleted
 * @param total rows, the head left out
 * @param added rows that bring something new, of those checked so far; likewise {@code changed}, {@code same}, {@code rejected}
 * @param endedBy login of who took or cancelled it
 * @param refused code of why taking it failed last
 */
public record ImportFile(
        UUID id,
        long number,
        String kind,
        String title,
        String fingerprint,
        State state,
        String uploadedBy,
        Instant uploadedAt,
        int total,
        int added,
        int changed,
        int same,
        int rejected,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String refused,
        @Nullable String refusedFor) {

    /** How far it has come. */
    public enum State {
        STAGING,
        READY,
        APPLYING,
        APPLIED,
        CANCELLED,
        EXPIRED,
        /** The program ended, or failed, while it worked on it; nothing of it was taken. */
        STOPPED
    }

    /** Its kind without what it is a list of; its words stand in the bundles. */
    public String group() {
        int mark = kind.indexOf('-');
        return mark < 0 ? kind : kind.substring(0, mark);
    }

    /** Whether the program works on it. */
    public boolean running() {
        return state == State.STAGING || state == State.APPLYING;
    }

    /** Whether it can be taken: no row is rejected, and some row does something. */
    public boolean takeable() {
        return state == State.READY && rejected == 0 && added + changed > 0;
    }
}
