package org.tongxin.app.simulation.internal;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.tongxin.app.simulation.Aim;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.search.Quantity;

/** What a run comes to in each aim, in synthetic people. */
final class AimValues {

    private AimValues() {}

    static ToDoubleFunction<CourseRuns.Member> of(Aim aim) {
        return switch (aim) {
            case SEVERE_AND_DEATHS -> of(org.tongxin.core.search.Aim.SEVERE_AND_DEATHS);
            case INFECTIONS -> member -> member.run().sum(Series.INFECTED);
            case BEYOND_BEDS -> of(org.tongxin.core.search.Aim.BEYOND_BEDS);
            case PERSON_DAYS_RESTRICTED -> of(org.tongxin.core.search.Aim.RESTRICTED_DAYS);
            case STAFF_DAYS -> member -> member.outcome().of(Quantity.STAFF_DAYS);
            case VOLUNTEER_DAYS -> member -> member.outcome().of(Quantity.VOLUNTEER_DAYS);
            case TESTS -> member -> member.outcome().of(Quantity.TESTS);
            case COST -> of(org.tongxin.core.search.Aim.COST);
            case UNEQUAL_BURDEN -> of(org.tongxin.core.search.Aim.UNEQUAL_BURDEN);
        };
    }

    /** Of the core's aims, those by which the front is made. */
    static ToDoubleFunction<CourseRuns.Member> of(org.tongxin.core.search.Aim aim) {
        return member -> member.outcome().of(aim);
    }

    static DoubleStream all(CourseRuns runs, Aim aim) {
        return runs.members().stream().mapToDouble(of(aim));
    }

    static double mean(CourseRuns runs, ToDoubleFunction<CourseRuns.Member> value) {
        return runs.members().stream().mapToDouble(value).average().orElseThrow();
    }
}
