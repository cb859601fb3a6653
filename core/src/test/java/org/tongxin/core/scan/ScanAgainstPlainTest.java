package org.tongxin.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongxin.core.random.SequentialRandom;

/** The fast scan against the plain one, on random small situations and all models. */
class ScanAgainstPlainTest {

    record Situation(long seed, ScanModel model, ScanSettings settings) {}

    static Stream<Situation> situations() {
        return LongStream.range(0, 25)
                .mapToObj(RandomScans::new)
                .flatMap(scans -> scans.models().flatMap(model -> {
                    Situation inTime = new Situation(scans.seed(), model, scans.settings());
                    Situation inSpace =
                            new Situation(scans.seed(), model, scans.settings().asPurelySpatial());
                    return model instanceof PermutationModel ? Stream.of(inTime) : Stream.of(inTime, inSpace);
                }));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void mostLikelyClusterIsThatOfThePlainScan(Situation situation) {
        ScanSettings settings = situation.settings().withReplications(0);
        Windows windows = Windows.of(RandomScans.DAYS, settings);
        PlainScan.Cylinder expected = new PlainScan(situation.model(), settings)
                .strongest(windows.cumulative(situation.model().cases()));
        ScanResult result = Scan.run(situation.model(), settings);
        if (expected == null) {
            assertThat(result.clusters()).isEmpty();
            return;
        }
        ScanCluster cluster = result.clusters().getFirst();
        assertThat(cluster.statistic()).isCloseTo(expected.statistic(), within(1e-9));
        assertThat(situation.model().ratio().of(cluster.observed(), cluster.expected()))
                .isEqualTo(cluster.statistic());
    }

    @ParameterizedTest
    @MethodSource("situations")
    void largestStatisticOfASimulatedWorldIsThatOfThePlainScan(Situation situation) {
        ScanModel model = situation.model();
        Windows windows = Windows.of(RandomScans.DAYS, situation.settings());
        double[] maxima = Scan.run(model, situation.settings()).maxima().values();
        for (int world = 0; world < maxima.length; world++) {
            Lanes lanes = new Lanes(32, windows.count());
            Tally tally = new Tally(lanes, model.cases().places().size());
            model.draw(windows).into(tally, SequentialRandom.of(situation.seed(), world));
            PlainScan.Cylinder expected =
                    new PlainScan(model, situation.settings()).strongest(unpack(tally, lanes, model));
            assertThat(maxima[world])
                    .as("world %d of %s", world, situation)
                    .isCloseTo(expected == null ? 0 : expected.statistic(), within(1e-9));
        }
    }

    private static int[][] unpack(Tally tally, Lanes lanes, ScanModel model) {
        int[][] counts = new int[lanes.windows()][model.cases().places().size()];
        for (int window = 0; window < counts.length; window++) {
            for (int place = 0; place < counts[window].length; place++) {
                counts[window][place] = lanes.count(tally.word(lanes.wordOf(window))[place], window);
            }
        }
        return counts;
    }

    @ParameterizedTest
    @MethodSource("situations")
    void noPlaceIsInTwoClustersAndTheyComeStrongestFirst(Situation situation) {
        Set<String> seen = new HashSet<>();
        double before = Double.POSITIVE_INFINITY;
        for (ScanCluster cluster :
                Scan.run(situation.model(), situation.settings()).clusters()) {
            assertThat(cluster.statistic()).isPositive().isLessThanOrEqualTo(before);
            assertThat(cluster.members()).contains(cluster.centre());
            assertThat(cluster.observed())
                    .isGreaterThanOrEqualTo(situation.settings().minCases());
            before = cluster.statistic();
            cluster.members()
                    .forEach(member -> assertThat(seen.add(member.id())).isTrue());
        }
    }
}
