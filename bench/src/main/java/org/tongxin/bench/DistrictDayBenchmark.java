package org.tongxin.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.rating.LevelKeeper;
import org.tongxin.core.scan.ScanSettings;

/**
 * One day of a district: 124 communities with eight streams, all that {@link DistrictDays} names, the scan with 999 full
 * replications. Must: 3 s. Goal: 1 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class DistrictDayBenchmark {

    private static final int DAY = 420;

    private DistrictDays district = new DistrictDays(15);
    private int day = DAY;

    @Setup
    public void learn() {
        district = new DistrictDays(DAY + 100);
        for (int past = DAY - 190; past < DAY; past++) {
            district.day(past, false, ScanSettings.defaults().withReplications(0));
        }
    }

    @Benchmark
    public List<LevelKeeper.State> day() {
        return district.day(day++, true, ScanSettings.defaults().withThreads(2));
    }
}
