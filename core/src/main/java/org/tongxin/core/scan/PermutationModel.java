package org.tongxin.core.scan;

import java.util.Arrays;

/** Expected in a zone and window: cases of the zone over all days · cases of all places in the window / cases. */
final class PermutationModel extends ScanModel {

    PermutationModel(CaseCounts cases) {
        super(cases);
    }

    @Override
    double[] sizes() {
        return totals(cases());
    }

    @Override
    void check(Windows windows) {
        if (windows.purelySpatial()) {
            throw new IllegalArgumentException("The space-time permutation model compares days with each other and"
                    + " cannot be purely spatial. Give a longest window, or use the Poisson or Bernoulli model.");
        }
    }

    @Override
    Expectations expectations(Windows windows) {
        int[][] inWindow = windows.cumulative(cases());
        double[] ofPlace = totals(cases());
        double[][] weights = new double[windows.count()][ofPlace.length];
        for (int window = 0; window < weights.length; window++) {
            double ofWindow = Arrays.stream(inWindow[window]).asLongStream().sum();
            for (int place = 0; place < ofPlace.length; place++) {
                weights[window][place] = ofPlace[place] * ofWindow;
            }
        }
        return new Expectations(weights, 1, cases().total());
    }

    @Override
    LikelihoodRatio ratio() {
        return LikelihoodRatio.fixedTotal(cases().total());
    }

    @Override
    long mostCases(Windows windows) {
        return slotOfMovingCase(windows).length;
    }

    @Override
    CaseDraw draw(Windows windows) {
        return new PermutationDraw(placeOfCase(), slotOfMovingCase(windows));
    }

    private int[] placeOfCase() {
        int[] places = new int[cases().total()];
        int filled = 0;
        for (int place = 0; place < cases().places().size(); place++) {
            int next = filled + cases().totalOf(place);
            Arrays.fill(places, filled, next, place);
            filled = next;
        }
        return places;
    }

    private int[] slotOfMovingCase(Windows windows) {
        int[] slots = new int[cases().total()];
        int filled = 0;
        for (int day = windows.firstDayOf(windows.count() - 1); day < windows.days(); day++) {
            for (int place = 0; place < cases().places().size(); place++) {
                int next = filled + cases().at(place, day);
                Arrays.fill(slots, filled, next, windows.slotOf(day));
                filled = next;
            }
        }
        return Arrays.copyOf(slots, filled);
    }
}
