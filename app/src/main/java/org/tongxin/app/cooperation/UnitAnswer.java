package org.tongxin.app.cooperation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says to a request now.
 *
 * @param words what it agrees to or asks; may be empty where it declines, which needs no reason
 * @param givenBy login at the unit's desk
 * @param reply what the district said to a question, {@code null} until it did
 */
public record UnitAnswer(
        Kind kind,
        String words,
        String givenBy,
        Instant givenAt,
        @Nullable String reply,
        @Nullable String repliedBy,
        @Nullable Instant repliedAt) {

    /** What kind of answer it is. */
    public enum Kind {
        AGREES,
        PARTLY,
        ASKS,
        DECLINES;

        /** Whether something was promised. */
        public boolean isPromise() {
            return this == AGREES || this == PARTLY;
        }
    }
}
