package org.tongxin.app.simulation;

import org.jspecify.annotations.Nullable;

/**
 * How far a scenario is.
 *
 * @param done runs done, of all courses
 * @param total runs in all
 * @param before scenarios that are run before it
 * @param soFar what the runs so far add up to; {@code null} before the first draw is through
 */
public record ScenarioProgress(
        int done, int total, int before, @Nullable ScenarioResult soFar) {}
