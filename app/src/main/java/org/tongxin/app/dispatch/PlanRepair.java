package org.tongxin.app.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the plan did about a place that became empty. It names posts, never who left.
 *
 * @param post that lost somebody
 * @param filled whether as many stand there as before
 * @param effect on the whole plan, in metres and penalties
 * @param steps who goes elsewhere, told by posts
 */
public record PlanRepair(Place post, Instant repairedAt, boolean filled, long effect, List<Step> steps) {

    /** Copies the steps. */
    public PlanRepair {
        steps = List.copyOf(steps);
    }

    /** A post by its names. */
    public record Place(UUID id, String name, String nameEn) {}

    /** One person's change. @param from post before; absent for somebody who was free @param to post after, likewise */
    public record Step(@Nullable Place from, @Nullable Place to) {}
}
