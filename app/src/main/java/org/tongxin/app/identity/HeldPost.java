package org.tongxin.app.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of posts: one holder of a post, or a vacant post with who held it last.
 *
 * @param appointment id of the appointment
 * @param open whether it is held now or will be; else the post is vacant and its last holder is named
 * @param closed whether the holder's account is closed
 * @param scripted whether a script of the demonstration holds it
 * @param waiting whether a second person has yet to confirm the holder, see {@link SecondPerson}
 * @param openedBy account that opened this as temporary help; {@code null} for a post
 */
public record HeldPost(
        UUID appointment,
        UUID account,
        String login,
        String name,
        Role role,
        String areaPath,
        String title,
        Instant since,
        Instant until,
        boolean open,
        boolean closed,
        boolean scripted,
        boolean waiting,
        @Nullable UUID openedBy) {

    /** Whether it ends by itself after days, not months. */
    public boolean help() {
        return openedBy != null;
    }
}
