package org.tongxin.app.simulation.internal;

import java.util.Arrays;
import java.util.List;
import org.tongxin.core.search.Aim;
import org.tongxin.core.search.ParetoFront;

/** Which courses no other beats in all six aims of the core, by the means of their runs, and where that front bends. */
final class CourseFront {

    /** A front of two ends has no bend. */
    private static final int LEAST_FOR_A_KNEE = 3;

    private final List<CourseRuns> courses;
    private final ParetoFront front;

    CourseFront(List<CourseRuns> courses) {
        this.courses = courses;
        front = ParetoFront.of(courses.stream().map(CourseFront::point).toArray(double[][]::new));
    }

    private static double[] point(CourseRuns runs) {
        return Arrays.stream(Aim.values())
                .mapToDouble(aim -> AimValues.mean(runs, AimValues.of(aim)))
                .toArray();
    }

    /** Codes of the courses of the front that beat one; empty for a member of the front. */
    List<String> beatenBy(int course) {
        return front.beatenBy(course).stream()
                .map(each -> courses.get(each).course().code())
                .toList();
    }

    boolean isKnee(int course) {
        return front.members().size() >= LEAST_FOR_A_KNEE && front.knees().contains(course);
    }
}
