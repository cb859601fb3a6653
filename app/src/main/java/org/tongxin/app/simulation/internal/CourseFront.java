package org.tongxin.app.simulation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongxin.app.simulation.Course;
import org.tongxin.core.search.Aim;
import org.tongxin.core.search.ParetoFront;

/**
 * Which courses no other beats in all six aims of the core, by the means of their runs, and where that front bends.
 *
 * <p>Doing nothing new is left out of the search for bends: it has least of nearly all that measures take, so that it would be the
 * first choice under most weightings of the aims, which is no compromise. Courses that do the same are one point: beside its twin
 * none would be missed.
 */
final class CourseFront {

    /** A front of two ends has no bend. */
    private static final int LEAST_FOR_A_KNEE = 3;

    private final List<CourseRuns> order;
    private final List<CourseRuns> courses;
    private final ParetoFront front;
    private final Set<String> knees;

    /** @param order the courses, in the order in which they are asked for */
    CourseFront(List<CourseRuns> order) {
        this.order = order;
        courses = CourseRuns.distinct(order);
        front = front(courses);
        knees = knees(front.members().stream()
                .map(courses::get)
                .filter(each -> !each.course().code().equals(Course.NOTHING.code()))
                .toList());
    }

    private static Set<String> knees(List<CourseRuns> active) {
        return active.size() < LEAST_FOR_A_KNEE
                ? Set.of()
                : front(active).knees().stream()
                        .map(each -> active.get(each).course().code())
                        .collect(Collectors.toSet());
    }

    private static ParetoFront front(List<CourseRuns> courses) {
        return ParetoFront.of(courses.stream().map(CourseFront::point).toArray(double[][]::new));
    }

    private static double[] point(CourseRuns runs) {
        return Arrays.stream(Aim.values())
                .mapToDouble(aim -> AimValues.mean(runs, AimValues.of(aim)))
                .toArray();
    }

    /** Codes of the courses of the front that beat one; empty for a member of the front. */
    List<String> beatenBy(int course) {
        return front.beatenBy(point(course)).stream()
                .map(each -> courses.get(each).course().code())
                .toList();
    }

    boolean isKnee(int course) {
        return knees.contains(courses.get(point(course)).course().code());
    }

    /** The point of the front that a course is. */
    private int point(int course) {
        return IntStream.range(0, courses.size())
                .filter(each -> courses.get(each).doesAs(order.get(course)))
                .findFirst()
                .orElseThrow();
    }
}
