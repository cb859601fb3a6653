package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * Finds the strongest cylinder around each centre in the real world. A zone is looked at in a window only when its newest
 * places brought a case: otherwise only the expectation has grown, and the ratio fallen.
 */
final class ObservedScan {

    /** A ratio must be larger by more than this part to be stronger: rounding must not decide between equal ones. */
    private static final double EQUAL_PART = 1e-12;

    private final Zones zones;
    private final Expectations expectations;
    private final LikelihoodRatio ratio;
    private final int minCases;
    private final int[][] casesByWindowAndPlace;

    ObservedScan(
            Zones zones,
            Expectations expectations,
            LikelihoodRatio ratio,
            int minCases,
            int[][] casesByWindowAndPlace) {
        this.zones = zones;
        this.expectations = expectations;
        this.ratio = ratio;
        this.minCases = minCases;
        this.casesByWindowAndPlace = casesByWindowAndPlace;
    }

    /** {@code [centre]}. */
    BestZone[] bestByCentre() {
        BestZone[] best = new BestZone[zones.centres()];
        Arrays.setAll(best, this::best);
        return best;
    }

    private BestZone best(int centre) {
        BestZone best = BestZone.none(centre);
        for (int window = 0; window < expectations.windows(); window++) {
            best = best(best, window);
        }
        return best;
    }

    private BestZone best(BestZone before, int window) {
        BestZone best = before;
        int[] cases = casesByWindowAndPlace[window];
        double[] weights = expectations.weights(window);
        int count = 0;
        int lookedAt = 0;
        double weight = 0;
        for (int entry = zones.start(before.centre()); entry < zones.start(before.centre() + 1); entry++) {
            int member = zones.member(entry);
            count += cases[member];
            weight += weights[member];
            if (zones.isZone(entry) && count > lookedAt) {
                lookedAt = count;
                best = stronger(best, entry, window, count, expectations.expected(weight));
            }
        }
        return best;
    }

    private BestZone stronger(BestZone best, int entry, int window, int count, double expected) {
        if (count < minCases || count <= expected) {
            return best;
        }
        double statistic = ratio.of(count, expected);
        if (statistic <= best.statistic() * (1 + EQUAL_PART)) {
            return best;
        }
        return new BestZone(best.centre(), entry, window, count, expected, statistic);
    }
}
