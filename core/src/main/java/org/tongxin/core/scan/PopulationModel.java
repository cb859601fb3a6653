package org.tongxin.core.scan;

import java.util.Arrays;
import org.tongxin.core.random.SequentialRandom;

/** Expected in a zone and window: cases · share of the population · share of the days. */
final class PopulationModel extends ScanModel {

    private final double[] population;

    PopulationModel(CaseCounts cases, double[] population) {
        super(cases);
        this.population = population.clone();
        Shapes.requirePlaces("population", population.length, cases);
        for (int place = 0; place < population.length; place++) {
            check(place);
        }
    }

    private void check(int place) {
        double people = population[place];
        String id = cases().places().get(place).id();
        if (!(people >= 0 && people < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The population (" + people + ") of place " + id + " must be 0 or a finite number above.");
        }
        if (people == 0 && cases().totalOf(place) > 0) {
            throw new IllegalArgumentException("The population of place " + id + " is 0, but it has "
                    + cases().totalOf(place) + " cases. Give its population or leave the place out.");
        }
    }

    @Override
    double[] sizes() {
        return population.clone();
    }

    @Override
    Expectations expectations(Windows windows) {
        double[][] weights = new double[windows.count()][population.length];
        for (int window = 0; window < weights.length; window++) {
            for (int place = 0; place < population.length; place++) {
                weights[window][place] = population[place] * windows.daysOf(window);
            }
        }
        double all = Arrays.stream(population).sum() * windows.days();
        return new Expectations(weights, cases().total(), all);
    }

    @Override
    LikelihoodRatio ratio() {
        return LikelihoodRatio.fixedTotal(cases().total());
    }

    @Override
    long mostCases(Windows windows) {
        return cases().total();
    }

    /**
     * Each case falls into the longest window with probability {@code share}; the number of cases between two that do is
     * geometric, so that those that do not cost nothing.
     */
    @Override
    CaseDraw draw(Windows windows) {
        WeightedChoice places = new WeightedChoice(population);
        double share = (double) windows.daysOf(windows.count() - 1) / windows.days();
        double logOfMiss = Math.log1p(-share);
        int total = cases().total();
        return (tally, random) -> {
            long at = gap(random, logOfMiss);
            while (at < total) {
                tally.add(places.draw(random), random.below(windows.count()));
                at += 1 + gap(random, logOfMiss);
            }
        };
    }

    /** How many cases miss before one hits; 0 when none can miss. */
    private static long gap(SequentialRandom random, double logOfMiss) {
        return (long) (Math.log1p(-random.uniform()) / logOfMiss);
    }
}
