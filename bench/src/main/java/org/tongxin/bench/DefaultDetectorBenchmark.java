package org.tongxin.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.stream.Assessment;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.stream.DetectorSettings;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamDetector;
import org.tongxin.core.stream.StreamSeries;

/** One step of the default detector, averaged over a series of 730 days judged from its first to its last. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DefaultDetectorBenchmark {

    private static final int DAYS = 730;

    private StreamSeries series = new StreamSeries(LocalDate.of(2021, 1, 1), Rhythm.DAILY, new double[DAYS]);

    @Setup
    public void build() {
        KeyedRandom chance = new KeyedRandom(1);
        double[] counts = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            counts[day] = chance.poisson(day % 7 >= 5 ? 5 : 12, day);
        }
        series = new StreamSeries(LocalDate.of(2021, 1, 1), Rhythm.DAILY, counts);
    }

    @Benchmark
    @OperationsPerInvocation(DAYS)
    public List<Assessment> assessAll() {
        return new StreamDetector(ChineseHolidays.calendar(), DetectorSettings.DEFAULT).assessAll(series);
    }
}
