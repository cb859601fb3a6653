package org.tongxin.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.core.random.SequentialRandom;

class SimulationTest {

    private static final ScanSettings SETTINGS =
            ScanSettings.defaults().withMaxDays(5).withReplications(200).withSeed(17);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void resultDoesNotDependOnTheNumberOfThreads(int threads) {
        new RandomScans(5).models().forEach(model -> {
            ScanResult alone = Scan.run(model, SETTINGS);
            ScanResult together = Scan.run(model, SETTINGS.withThreads(threads));
            assertThat(together.maxima().values()).isEqualTo(alone.maxima().values());
            assertThat(together.clusters()).isEqualTo(alone.clusters());
        });
    }

    @Test
    void anotherSeedGivesOtherWorlds() {
        ScanModel model = new RandomScans(5).models().findFirst().orElseThrow();
        assertThat(Scan.run(model, SETTINGS.withSeed(18)).maxima().values())
                .isNotEqualTo(Scan.run(model, SETTINGS).maxima().values());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEarlyStopUsesTheFirstWorldsOfTheFullRun(int threads) {
        ScanModel model = ScanModel.spaceTimePermutation(new ReferenceScan("syn124null").cases());
        ScanSettings settings = ScanSettings.defaults().withThreads(threads);
        ScanResult full = Scan.run(model, settings);
        ScanResult stopped = Scan.run(model, settings.withStopAfter(50));
        int worlds = stopped.maxima().size();
        assertThat(stopped.maxima().stoppedEarly()).isTrue();
        assertThat(worlds).isLessThan(200);
        assertThat(stopped.maxima().values())
                .isEqualTo(Arrays.copyOf(full.maxima().values(), worlds));
        assertThat(stopped.clusters().getFirst().pValue()).isEqualTo(50.0 / worlds);
        assertThat(stopped.clusters().getFirst().pValue())
                .isCloseTo(full.clusters().getFirst().pValue(), within(0.15));
    }

    @Test
    void aStrongClusterIsNotStoppedEarly() {
        ScanModel model = ScanModel.spaceTimePermutation(new ReferenceScan("syn124a").cases());
        SimulatedMaxima maxima =
                Scan.run(model, ScanSettings.defaults().withStopAfter(50)).maxima();
        assertThat(maxima.stoppedEarly()).isFalse();
        assertThat(maxima.size()).isEqualTo(999);
    }

    @Test
    void everyModelDrawsWhatItExpects() {
        new RandomScans(9).models().forEach(SimulationTest::requireMeansNearExpectations);
    }

    private static void requireMeansNearExpectations(ScanModel model) {
        Windows windows = Windows.of(RandomScans.DAYS, SETTINGS);
        Expectations expectations = model.expectations(windows);
        Lanes lanes = Lanes.of(windows.count(), Short.MAX_VALUE);
        Tally tally = new Tally(lanes, model.cases().places().size());
        int worlds = 20_000;
        int last = windows.count() - 1;
        double[] sums = new double[model.cases().places().size()];
        CaseDraw draw = model.draw(windows);
        for (int world = 0; world < worlds; world++) {
            tally.clear();
            draw.into(tally, SequentialRandom.of(3, world));
            for (int place = 0; place < sums.length; place++) {
                sums[place] += lanes.count(tally.word(lanes.wordOf(last))[place], last);
            }
        }
        for (int place = 0; place < sums.length; place++) {
            double expected = expectations.expected(expectations.weights(last)[place]);
            assertThat(sums[place] / worlds)
                    .as("%s, place %d", model.getClass().getSimpleName(), place)
                    .isCloseTo(expected, within(5 * Math.sqrt((expected + 1e-9) / worlds)));
        }
    }

    /** Three cases among ten people: all 120 ways to have them are tried. */
    @Test
    void pValueOfTheBernoulliScanIsThatOfAllPossibleWorlds() {
        Places places = Places.of(
                List.of(new Place("a", 0, 0), new Place("b", 1, 0), new Place("c", 3, 0), new Place("d", 7, 0)),
                Coordinates.CARTESIAN);
        int[] placeOfPerson = {0, 0, 0, 1, 1, 2, 2, 3, 3, 3};
        ScanSettings settings =
                ScanSettings.defaults().asPurelySpatial().withMaxShare(0.6).withReplications(20_000);
        ScanModel model = bernoulli(places, placeOfPerson, 0b0000001011);
        double observed = strongest(model, settings);
        int all = 0;
        int atLeast = 0;
        for (int world = 0; world < 1 << placeOfPerson.length; world++) {
            if (Integer.bitCount(world) == 3) {
                all++;
                double statistic = strongest(bernoulli(places, placeOfPerson, world), settings);
                atLeast += statistic >= observed * (1 - 1e-10) ? 1 : 0;
            }
        }
        double exact = (double) atLeast / all;
        assertThat(exact).isBetween(0.01, 0.99);
        assertThat(Scan.run(model, settings).clusters().getFirst().pValue())
                .isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
    }

    private static double strongest(ScanModel model, ScanSettings settings) {
        int[][] cases = Windows.of(1, settings).cumulative(model.cases());
        PlainScan.Cylinder strongest = new PlainScan(model, settings).strongest(cases);
        return strongest == null ? 0 : strongest.statistic();
    }

    private static ScanModel bernoulli(Places places, int[] placeOfPerson, int caseBits) {
        CaseCounts.Builder cases = CaseCounts.builder(places, 1);
        CaseCounts.Builder controls = CaseCounts.builder(places, 1);
        for (int person = 0; person < placeOfPerson.length; person++) {
            boolean isCase = (caseBits >> person & 1) == 1;
            (isCase ? cases : controls).add(places.get(placeOfPerson[person]).id(), 0, 1);
        }
        return ScanModel.bernoulli(cases.build(), controls.build());
    }
}
