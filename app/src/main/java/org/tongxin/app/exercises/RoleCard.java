package org.tongxin.app.exercises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One post in an exercise.
 *
 * @param level as of a plan item
 * @param player login of who plays it; {@code null} while nobody does and after the exercise ended
 * @param calls how many calls are put to it
 */
public record RoleCard(
        UUID id,
        UUID exerciseId,
        String level,
        String post,
        @Nullable String player,
        int calls) {}
