package org.tongxin.app.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that a list proposed and nobody has opened yet. Nobody can come in with it.
 *
 * @param firstDay {@code null} for the day on which it is opened
 * @param lastDay the post is held to its end
 * @param proposedBy login of who took the list in
 * @param proposedAt when the row was last written
 * @param keptUntil when it is destroyed, unless it is opened or withdrawn before
 */
public record ProposedAccount(
        UUID id,
        String login,
        String name,
        Role role,
        String areaPath,
        String title,
        @Nullable LocalDate firstDay,
        LocalDate lastDay,
        String proposedBy,
        Instant proposedAt,
        Instant keptUntil) {

    NewProposal.Key key() {
        return new NewProposal.Key(name, role, areaPath, title);
    }

    @Override
    public String toString() {
        return "ProposedAccount[" + id + "]";
    }
}
