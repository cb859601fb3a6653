package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.tongxin.app.simulation.Aim;
import org.tongxin.app.simulation.ScenarioResult.Difference;

/**
 * Two courses compared run by run under the same luck.
 *
 * @param values one for each run
 * @param draws the draw of the situation of each run, in the same order
 */
record PairedRuns(List<Double> values, List<Integer> draws) {

    /** First less second, in synthetic people. */
    static PairedRuns differences(CourseRuns one, CourseRuns other, Aim aim) {
        return of(one, other, aim, (first, second) -> first - second);
    }

    /** Logarithms of first by second, one added to both: large outbreaks do not drown the others. */
    static PairedRuns logRatios(CourseRuns one, CourseRuns other, Aim aim) {
        return of(one, other, aim, (first, second) -> Math.log1p(first) - Math.log1p(second));
    }

    /**
     * The mean of the first by the mean of the second, and its 95 % interval by what each run departs from that ratio. From 0 to
     * infinity, around 1, where the second has none.
     */
    static Difference ratioOfMeans(CourseRuns one, CourseRuns other, Aim aim) {
        double by = AimValues.mean(other, AimValues.of(aim));
        if (by == 0) {
            return new Difference(1, 0, Double.POSITIVE_INFINITY);
        }
        double ratio = AimValues.mean(one, AimValues.of(aim)) / by;
        Difference found = of(one, other, aim, (first, second) -> ratio + (first - ratio * second) / by)
                .interval();
        return new Difference(ratio, Math.max(0, found.low95()), found.high95());
    }

    private static PairedRuns of(CourseRuns one, CourseRuns other, Aim aim, DoubleBinaryOperator comparison) {
        ToDoubleFunction<CourseRuns.Member> value = AimValues.of(aim);
        List<Double> values = new ArrayList<>();
        List<Integer> draws = new ArrayList<>();
        for (int i = 0; i < one.members().size(); i++) {
            CourseRuns.Member member = one.members().get(i);
            values.add(comparison.applyAsDouble(
                    value.applyAsDouble(member),
                    value.applyAsDouble(other.members().get(i))));
            draws.add(member.draw());
        }
        return new PairedRuns(values, draws);
    }

    /** Mean and 95 % interval. */
    Difference interval() {
        return PairedInterval.of(values, draws);
    }

    /** Geometric mean of the ratios and its 95 % interval, of {@link #logRatios}. */
    Difference ratio() {
        Difference log = interval();
        return new Difference(Math.exp(log.mean()), Math.exp(log.low95()), Math.exp(log.high95()));
    }

    /** How sure it is that the mean lies below 0. */
    double below() {
        return PairedInterval.below(values, draws);
    }
}
