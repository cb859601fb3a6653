package org.tongxin.app.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can be sent to a post. Posted staff are named by their unit; volunteers came by themselves. The position is
 * that of the home community, never of an address.
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
        double longitude) {

    /** Posted staff may be replaced by their unit; a volunteer may decline freely. */
    public enum Kind {
        POSTED,
        VOLUNTEER
    }
}
