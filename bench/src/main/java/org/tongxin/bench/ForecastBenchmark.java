package org.tongxin.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tongxin.core.forecast.Band;
import org.tongxin.core.forecast.DistrictFilter;
import org.tongxin.core.forecast.ForecastSettings;
import org.tongxin.core.forecast.Intervention;
import org.tongxin.core.random.KeyedRandom;

/**
 * Following a district with 2,000 particles: 16 districts over 40 days each, and the same with a forecast of a week after
 * every day. Bar: a few seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ForecastBenchmark {

    private static final int DISTRICTS = 16;
    private static final int DAYS = 40;
    private static final int LOCKDOWN = 25;
    private static final int RESIDENTS = 1_500_000;

    @Benchmark
    public double follow() {
        double evidence = 0;
        for (int district = 0; district < DISTRICTS; district++) {
            DistrictFilter filter = filter(district);
            for (int day = 0; day < DAYS; day++) {
                filter.assimilate(day, count(district, day));
            }
            evidence += filter.posterior().logEvidence();
        }
        return evidence;
    }

    @Benchmark
    public double followAndForecast() {
        double sum = 0;
        for (int district = 0; district < DISTRICTS; district++) {
            DistrictFilter filter = filter(district);
            for (int day = 0; day < DAYS; day++) {
                filter.assimilate(day, count(district, day));
                Band week = filter.posterior().forecast(7, day).reportSum();
                sum += week.median();
            }
        }
        return sum;
    }

    private static DistrictFilter filter(int district) {
        DistrictFilter filter = DistrictFilter.of(ForecastSettings.omicron2022(), RESIDENTS, district);
        filter.announce(Intervention.lockdown(LOCKDOWN));
        return filter;
    }

    /** Growth by a fifth a day until the lockdown, then decline by a twentieth. */
    private static int count(int district, int day) {
        double grown = 5 * Math.pow(1.2, Math.min(day, LOCKDOWN + 4));
        return new KeyedRandom(3).poisson(grown * Math.pow(0.95, Math.max(0, day - LOCKDOWN - 4)), district, day);
    }
}
