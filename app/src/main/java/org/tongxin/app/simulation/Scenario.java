package org.tongxin.app.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of courses from one situation.
 *
 * @param warning the warning it answers; {@code null} for none
 * @param seed equal seeds share their luck in all courses
 * @param result {@code null} until it is done
 * @param trouble why it failed, for the log's reader; {@code null} else
 */
public record Scenario(
        UUID id,
        String number,
        String areaPath,
        String name,
        @Nullable UUID warning,
        Situation situation,
        List<Course> courses,
        int members,
        int days,
        double scale,
        boolean later,
        Capacities capacities,
        Costs costs,
        long seed,
        ScenarioState state,
        @Nullable ScenarioResult result,
        @Nullable String trouble,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable UUID causedBy,
        int version) {

    public Scenario {
        courses = List.copyOf(courses);
    }
}
