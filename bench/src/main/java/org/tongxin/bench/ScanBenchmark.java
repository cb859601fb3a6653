package org.tongxin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.scan.CaseCounts;
import org.tongxin.core.scan.Coordinates;
import org.tongxin.core.scan.Place;
import org.tongxin.core.scan.Places;
import org.tongxin.core.scan.Scan;
import org.tongxin.core.scan.ScanModel;
import org.tongxin.core.scan.ScanResult;
import org.tongxin.core.scan.ScanSettings;

/**
 * A year of daily cases without a cluster, windows of up to 14 days, 999 simulated worlds, one run with an early stop and
 * one without. Sizes are those for which SaTScan 10.3.2 was measured on another machine: 124 places and 8,824 cases in
 * 0.83-0.86 s, 1,000 places and 34,834 cases in 19.8 s of processor time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class ScanBenchmark {

    private static final int DAYS = 365;
    private static final double SIDE_KILOMETRES = 20;

    @Param({"124", "1000"})
    int places;

    @Param({"1", "2"})
    int threads;

    @Param({"0", "50"})
    int stopAfter;

    private ScanModel model;

    @Setup
    public void build() {
        KeyedRandom chance = new KeyedRandom(places);
        List<Place> list = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            double x = SIDE_KILOMETRES * chance.uniform(place, 0);
            double y = SIDE_KILOMETRES * chance.uniform(place, 1);
            list.add(new Place("p" + place, x, y));
        }
        CaseCounts.Builder cases = CaseCounts.builder(Places.of(list, Coordinates.CARTESIAN), DAYS);
        for (int one = 0; one < (places == 124 ? 8_824 : 34_834); one++) {
            cases.add("p" + chance.below(places, one, 2), chance.below(DAYS, one, 3), 1);
        }
        model = ScanModel.spaceTimePermutation(cases.build());
    }

    @Benchmark
    public ScanResult scan() {
        return Scan.run(model, ScanSettings.defaults().withThreads(threads).withStopAfter(stopAfter));
    }
}
