package org.tongxin.app.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in the list.
 *
 * @param best code of the first course; {@code null} until it is done
 * @param adopted code of the course adopted last; {@code null} for none
 */
public record ScenarioLine(
        UUID id,
        String number,
        String name,
        ScenarioState state,
        int members,
        int days,
        int courses,
        String createdBy,
        Instant createdAt,
        @Nullable String best,
        @Nullable String adopted) {}
