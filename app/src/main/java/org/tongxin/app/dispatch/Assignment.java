package org.tongxin.app.dispatch;

import java.util.UUID;

/**
 * A person at a post on a day, and why this person.
 *
 * @param state {@code INVITED} while a volunteer has not answered, {@code CONFIRMED} otherwise
 * @param metres straight-line distance from the home community
 * @param rank 1 when nobody eligible was nearer
 * @param eligible how many were looked at for this post
 * @param nearerElsewhere nearer people who stand at another post
 */
public record Assignment(
        UUID id,
        UUID postId,
        UUID personId,
        String personName,
        boolean volunteer,
        String state,
        int metres,
        int rank,
        int eligible,
        int nearerElsewhere) {}
