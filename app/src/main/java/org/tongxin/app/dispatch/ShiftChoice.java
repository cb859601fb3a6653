package org.tongxin.app.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * What the duty officer decided about a person and a post before planning.
 *
 * @param fixed {@code true}: this person here; {@code false}: this person not here
 * @param decidedBy login of the officer
 */
public record ShiftChoice(
        UUID postId,
        UUID personId,
        String personName,
        boolean volunteer,
        boolean fixed,
        String decidedBy,
        Instant decidedAt) {}
