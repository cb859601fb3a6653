package org.tongxin.app.simulation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to have foreseen.
 *
 * @param warning the warning it answers, if any
 * @param courses what is compared; doing nothing is added where it is missing
 * @param members runs of each course
 * @param days length of a run
 * @param scale synthetic people for each resident
 * @param later whether each course is also run two days later
 */
public record NewScenario(
        String name,
        @Nullable UUID warning,
        List<Course> courses,
        int members,
        int days,
        double scale,
        boolean later,
        Capacities capacities,
        Costs costs) {

    /** Fewest runs of a course: two from each of two draws. */
    public static final int LEAST_MEMBERS = 4;

    /** Most runs of a course. */
    public static final int MOST_MEMBERS = 400;

    /** Shortest run in days. */
    public static final int LEAST_DAYS = 14;

    /** Longest run in days. */
    public static final int MOST_DAYS = 60;

    /** Most courses in one comparison, doing nothing included. */
    public static final int MOST_COURSES = 8;

    /** Longest name in characters. */
    public static final int LONGEST_NAME = 100;

    private static final int PER_CENT = 100;

    public NewScenario {
        courses = List.copyOf(courses);
    }

    /** Runs, days, and synthetic people per cent of the residents. */
    public List<NumberField> fields() {
        return List.of(
                new NumberField("members", members, LEAST_MEMBERS, MOST_MEMBERS),
                new NumberField("days", days, LEAST_DAYS, MOST_DAYS),
                new NumberField("scale", (int) Math.ceil(scale * PER_CENT), 1, PER_CENT));
    }
}
