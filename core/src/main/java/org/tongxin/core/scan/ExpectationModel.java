package org.tongxin.core.scan;

import java.util.Arrays;
import org.tongxin.core.random.KeyedRandom;

/** Expected in a zone and window: the sum of the given expectations. */
final class ExpectationModel extends ScanModel {

    private final double[][] expectedByPlaceAndDay;

    ExpectationModel(CaseCounts cases, double[][] expected) {
        super(cases);
        Shapes.requirePlaces("expectations", expected.length, cases);
        this.expectedByPlaceAndDay = new double[expected.length][];
        for (int place = 0; place < expected.length; place++) {
            expectedByPlaceAndDay[place] = expected[place].clone();
            check(place);
        }
    }

    private void check(int place) {
        double[] ofPlace = expectedByPlaceAndDay[place];
        String id = cases().places().get(place).id();
        if (ofPlace.length != cases().days()) {
            throw new IllegalArgumentException("Place " + id + " has expectations for " + ofPlace.length
                    + " days, but the period has " + cases().days() + ".");
        }
        for (int day = 0; day < ofPlace.length; day++) {
            if (!(ofPlace[day] > 0 && ofPlace[day] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The expectation (" + ofPlace[day] + ") of place " + id + " on day "
                        + day + " must be above 0 and finite. Give a quiet place a small floor.");
            }
        }
    }

    @Override
    double[] sizes() {
        return Arrays.stream(expectedByPlaceAndDay)
                .mapToDouble(ofPlace -> Arrays.stream(ofPlace).sum())
                .toArray();
    }

    @Override
    Expectations expectations(Windows windows) {
        double[][] weights = new double[windows.count()][expectedByPlaceAndDay.length];
        for (int place = 0; place < expectedByPlaceAndDay.length; place++) {
            for (int day = 0; day < windows.days(); day++) {
                for (int window = windows.slotOf(day); window < weights.length; window++) {
                    weights[window][place] += expectedByPlaceAndDay[place][day];
                }
            }
        }
        return new Expectations(weights, 1, 1);
    }

    @Override
    LikelihoodRatio ratio() {
        return LikelihoodRatio.expectationBased();
    }

    /** Twelve standard deviations above the mean, and a margin for a small one. */
    @Override
    long mostCases(Windows windows) {
        double mean = Arrays.stream(cells(windows)).sum();
        return (long) (mean + 12 * Math.sqrt(mean) + 100);
    }

    /** Independent Poisson counts, drawn as their sum, which is Poisson, and the cell of each case. */
    @Override
    CaseDraw draw(Windows windows) {
        double[] cells = cells(windows);
        double mean = Arrays.stream(cells).sum();
        WeightedChoice choice = new WeightedChoice(cells);
        return (tally, random) -> {
            int drawn = new KeyedRandom(random.bits()).poisson(mean);
            for (int one = 0; one < drawn; one++) {
                int cell = choice.draw(random);
                tally.add(cell / windows.count(), cell % windows.count());
            }
        };
    }

    /** {@code [place · slots + slot]}. */
    private double[] cells(Windows windows) {
        double[] cells = new double[expectedByPlaceAndDay.length * windows.count()];
        for (int place = 0; place < expectedByPlaceAndDay.length; place++) {
            for (int day = windows.firstDayOf(windows.count() - 1); day < windows.days(); day++) {
                cells[place * windows.count() + windows.slotOf(day)] += expectedByPlaceAndDay[place][day];
            }
        }
        return cells;
    }
}
