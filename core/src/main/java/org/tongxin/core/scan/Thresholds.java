package org.tongxin.core.scan;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * For steps of the statistic: the smallest count in each grade and window with which a zone can reach it. Kept as what must
 * be added to a packed count to set the highest bit of a lane exactly where the threshold is reached. A step is computed
 * when it is first asked for. Safe for use by several threads; whoever comes second computes the same.
 */
final class Thresholds {

    private static final double STEP = 0.5;

    /** Above the highest step its thresholds serve on: lower ones cost time, not exactness. */
    private static final int STEPS = 200;

    /** A threshold must not be missed by rounding in the ratio. */
    private static final double ROUNDING = 1e-9;

    private final GradedZones zones;
    private final Expectations expectations;
    private final LikelihoodRatio ratio;
    private final int minCases;
    private final long mostCases;
    private final Lanes lanes;
    private final AtomicReferenceArray<long[][]> distanceByStep = new AtomicReferenceArray<>(STEPS);

    Thresholds(
            GradedZones zones,
            Expectations expectations,
            LikelihoodRatio ratio,
            int minCases,
            long mostCases,
            Lanes lanes) {
        this.zones = zones;
        this.expectations = expectations;
        this.ratio = ratio;
        this.minCases = minCases;
        this.mostCases = mostCases;
        this.lanes = lanes;
    }

    /** The distances {@code [word][grade]} for the highest step that is not above this statistic. */
    long[][] distancesUpTo(double statistic) {
        int step = (int) Math.min(STEPS - 1, statistic / STEP);
        long[][] known = distanceByStep.get(step);
        if (known == null) {
            known = compute(step * STEP - ROUNDING);
            distanceByStep.set(step, known);
        }
        return known;
    }

    private long[][] compute(double statistic) {
        long[][] distances = new long[lanes.words()][zones.grades() + 1];
        for (int window = 0; window < lanes.windows(); window++) {
            double expectedInAll = expectations.expected(expectations.totalWeight(window));
            long threshold = minCases;
            for (int grade = 0; grade < zones.grades(); grade++) {
                double expected = zones.leastMeasure(grade) * expectedInAll;
                threshold = expectedInAll == 0 ? lanes.limit() : threshold(threshold, expected, statistic);
                distances[lanes.wordOf(window)][grade] |= (lanes.limit() - threshold) << lanes.shiftOf(window);
            }
        }
        return distances;
    }

    /** The smallest count from {@code from} on that reaches the statistic; the ratio grows with the count. */
    private long threshold(long from, double expected, double statistic) {
        long low = from;
        long stride = 1;
        while (!reaches(low + stride - 1, expected, statistic)) {
            low += stride;
            stride *= 2;
        }
        long high = low + stride - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reaches(middle, expected, statistic)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low > mostCases ? lanes.limit() : low;
    }

    private boolean reaches(long count, double expected, double statistic) {
        return count > mostCases || expected == 0 || (count > expected && ratio.of((int) count, expected) >= statistic);
    }
}
