package org.tongxin.app.simulation.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.ScenarioResult;

/**
 * How sure it is that the first course is the best of all, by each of the two aims of the ranking.
 *
 * <p>The mean of its paired log ratio to each other course over the draws of the situation has Student's distribution around the
 * mean found (no mean being likelier than another beforehand); what lies on the wrong side is the probability that the other is
 * at least as good. The sum of these over all others, by Bonferroni, is the most by which "best of all" can be wrong. Draws
 * are independent of each other; runs from one draw are not, and count once. All of it is given the model and its assumptions.
 * Courses that do the same count as one: who shares the first place with its twin is no less sure of it.
 */
final class FirstPlace {

    private FirstPlace() {}

    /** At least so probable, 0 to 1, by aim; empty with too few draws. @param order the courses, the first first */
    static Map<Aim, Double> of(List<CourseRuns> order) {
        Map<Aim, Double> sure = new EnumMap<>(Aim.class);
        if (draws(order.getFirst()) >= ScenarioResult.LEAST_DRAWS) {
            sure.put(Aim.SEVERE_AND_DEATHS, least(order, Aim.SEVERE_AND_DEATHS));
            sure.put(Aim.INFECTIONS, least(order, Aim.INFECTIONS));
        }
        return sure;
    }

    private static long draws(CourseRuns runs) {
        return runs.members().stream()
                .mapToInt(CourseRuns.Member::draw)
                .distinct()
                .count();
    }

    private static double least(List<CourseRuns> order, Aim aim) {
        double wrong = 0;
        List<CourseRuns> distinct = CourseRuns.distinct(order);
        for (CourseRuns other : distinct.subList(1, distinct.size())) {
            wrong += 1 - PairedRuns.logRatios(order.getFirst(), other, aim).below();
        }
        return Math.max(0, 1 - wrong);
    }
}
