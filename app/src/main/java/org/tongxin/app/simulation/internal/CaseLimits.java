package org.tongxin.app.simulation.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.simulation.CaseCount;
import org.tongxin.app.simulation.CourseRule;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioWords;

/** Why a measure cannot start or stop by cases as it says. */
final class CaseLimits {

    private CaseLimits() {}

    /** Empty where it can. @param scale synthetic people for each resident: fewer cases than one of them cannot be told */
    static Optional<Outcome<Scenario>> refusal(CourseRule rule, double scale) {
        CaseCount start = rule.startAt();
        CaseCount stop = rule.stopAt();
        Optional<Outcome<Scenario>> unfit =
                refusal(rule, true, start, scale).or(() -> refusal(rule, false, stop, scale));
        if (unfit.isPresent() || start == null || stop == null || !stop.reaches(start)) {
            return unfit;
        }
        return Optional.of(
                Outcome.refused("M-021", measure(rule), stop.cases(), stop.within(), start.cases(), start.within()));
    }

    private static Optional<Outcome<Scenario>> refusal(
            CourseRule rule, boolean start, @Nullable CaseCount count, double scale) {
        if (count == null) {
            return Optional.empty();
        }
        int least = start ? 1 : 0;
        String which = ScenarioWords.byCases(start);
        if (!count.fits(least)) {
            return Optional.of(Outcome.refused(
                    "M-020",
                    measure(rule),
                    which,
                    count.cases(),
                    count.within(),
                    least,
                    CaseCount.MOST_CASES,
                    CaseCount.MOST_DAYS));
        }
        int fewest = (int) Math.ceil(1 / scale);
        return count.cases() > 0 && count.cases() < fewest
                ? Optional.of(Outcome.refused("M-022", measure(rule), which, count.cases(), fewest))
                : Optional.empty();
    }

    private static String measure(CourseRule rule) {
        return "MEASURE_" + rule.kind();
    }
}
