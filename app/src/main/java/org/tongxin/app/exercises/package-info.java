/**
 * Exercises on the prepared plans: role cards, calls at their minute, assessment, lessons. Announces nothing and listens to nothing.
 *
 * <p>What always holds: an exercise reads the plans and writes to itself alone, lessons excepted, which are kept with those of
 * real responses and name the exercise; it sends no notice and gives no order; marks belong to posts and plan items, never to
 * who played; who played is forgotten when it ends; it cannot be closed while something was not met and neither a lesson
 * nor a reason against one is written.
 */
@ApplicationModule(
        displayName = "Exercises",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation", "plans", "review", "tasks"})
@NullMarked
package org.tongxin.app.exercises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
