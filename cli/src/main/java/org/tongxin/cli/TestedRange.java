package org.tongxin.cli;

import java.util.Optional;
import org.tongxin.core.detection.CountSeries;
import org.tongxin.core.detection.CusumMethod;
import org.tongxin.core.detection.DetectionMethod;
import org.tongxin.core.detection.LikelihoodRatio;

/**
 * Positions in a series to be tested.
 *
 * @param first from 0
 * @param end exclusive
 */
record TestedRange(int first, int end) {

    /**
     * The range asked for; without one, all points with enough history. A method that learns once from all points before
     * the range then tests the last year, or the last half of a short series.
     */
    static TestedRange of(SeriesFile.Unit unit, DetectionMethod method, Optional<IndexRange> asked) {
        return asked.map(range -> inside(unit, range)).orElseGet(() -> allWithHistory(unit.series(), method));
    }

    private static TestedRange inside(SeriesFile.Unit unit, IndexRange range) {
        int lastIndex = unit.firstIndex() + unit.series().length() - 1;
        if (range.first() < unit.firstIndex() || range.last() > lastIndex) {
            throw new BadInput("--control: the range (" + range.first() + ":" + range.last() + ") does not lie in "
                    + unit.firstIndex() + ":" + lastIndex + ", the points of unit " + unit.name() + ".");
        }
        return new TestedRange(range.first() - unit.firstIndex(), range.last() - unit.firstIndex() + 1);
    }

    private static TestedRange allWithHistory(CountSeries series, DetectionMethod method) {
        boolean learnsOnce = method instanceof CusumMethod || method instanceof LikelihoodRatio;
        int first = learnsOnce ? series.length() - Math.min(series.pointsPerYear(), series.length() / 2) : 0;
        while (first < series.length() - 1 && method.refusal(series, first).isPresent()) {
            first++;
        }
        return new TestedRange(first, series.length());
    }
}
