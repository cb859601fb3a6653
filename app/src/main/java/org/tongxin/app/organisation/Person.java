package org.tongxin.app.organisation;

import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can be sent to a post. Posted staff are named by their unit; volunteers came by themselves. The position is
 * that of the home community, never of an address.
 *
 * @param freeFrom from when on the person is free on any day, or {@code null} for all day
 * @param freeTo until when, or {@code null}
 */
public record Person(
        UUID id,
        String name,
        Kind kind,
        String homePath,
        @Nullable String skill,
        boolean trained,
        boolean insured,
        double latitude,
        double longitude,
        @Nullable LocalTime freeFrom,
        @Nullable LocalTime freeTo) {

    /** Whether the person is free at the hours of a post; a post without hours of its own takes the whole day. */
    public boolean isFreeFor(DutyPost post) {
        if (freeFrom == null || freeTo == null) {
            return true;
        }
        return post.starts() != null
                && post.ends() != null
                && !post.starts().isBefore(freeFrom)
                && !post.ends().isAfter(freeTo);
    }

    /** Posted staff may be replaced by their unit; a volunteer may decline freely. */
    public enum Kind {
        POSTED,
        VOLUNTEER
    }
}
