package org.tongxin.core.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongxin.core.random.SequentialRandom;

/** Small made-up situations, many of them with places at equal distance, empty places and empty days. */
record RandomScans(long seed) {

    static final int DAYS = 12;

    Places places() {
        SequentialRandom random = SequentialRandom.of(seed, 1);
        List<Place> places = new ArrayList<>();
        int count = 3 + random.below(10);
        for (int place = 0; place < count; place++) {
            places.add(new Place("p" + place, random.below(5), random.below(5)));
        }
        return Places.of(places, Coordinates.CARTESIAN);
    }

    CaseCounts counts(Places places, int mostADay, int key) {
        SequentialRandom random = SequentialRandom.of(seed, 2, key);
        CaseCounts.Builder counts = CaseCounts.builder(places, DAYS);
        for (int place = 0; place < places.size(); place++) {
            int most = random.below(mostADay + 1);
            for (int day = 0; day < DAYS; day++) {
                counts.add("p" + place, day, random.below(most + 1));
            }
        }
        return counts.add("p0", DAYS - 1, 2).add("p1", DAYS - 2, 2).build();
    }

    Stream<ScanModel> models() {
        Places places = places();
        CaseCounts cases = counts(places, 3, 1);
        SequentialRandom random = SequentialRandom.of(seed, 3);
        double[] population = new double[places.size()];
        double[][] expected = new double[places.size()][DAYS];
        for (int place = 0; place < population.length; place++) {
            population[place] = 1 + random.below(50);
            for (int day = 0; day < DAYS; day++) {
                expected[place][day] = 0.01 + 3 * random.uniform();
            }
        }
        return Stream.of(
                ScanModel.spaceTimePermutation(cases),
                ScanModel.poisson(cases, population),
                ScanModel.bernoulli(cases, counts(places, 5, 2)),
                ScanModel.expectationPoisson(cases, expected));
    }

    /** Each setting that changes what is tried, now and then. */
    ScanSettings settings() {
        SequentialRandom random = SequentialRandom.of(seed, 4);
        ScanSettings settings = ScanSettings.defaults()
                .withMaxDays(1 + random.below(DAYS))
                .withMinCases(1 + random.below(4))
                .withMaxShare(random.below(2) == 0 ? 0.5 : 0.9)
                .withTiesTogether(random.below(2) == 0)
                .withReplications(40)
                .withSeed(seed);
        return random.below(3) == 0 ? settings.withMaxRadiusKilometres(2) : settings;
    }
}
