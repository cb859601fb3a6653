package org.tongxin.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.tongxin.core.population.AgeBand;
import org.tongxin.core.population.AreaWeight;
import org.tongxin.core.population.CollectiveQuarters;
import org.tongxin.core.population.ContactMatrices;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.population.Population;
import org.tongxin.core.population.ReferenceNetwork;
import org.tongxin.core.population.Setting;
import org.tongxin.core.population.StreetWeights;
import org.tongxin.core.population.Synthesis;
import org.tongxin.core.population.SynthesisSettings;
import org.tongxin.core.population.Synthesiser;

/** Setting up a district's people, one thread: a million, and as many as Pudong has; beside it the network LN-1. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(1)
public class SynthesisBenchmark {

    private static final int STREETS = 42;
    private static final int COMMUNITIES = 32;
    private static final int OLDEST = 85;

    @Param({"1000000", "5681512"})
    int people;

    private DistrictTotals totals;
    private long seed;

    @Setup
    public void build() {
        totals = new DistrictTotals(
                "district",
                "as large as Pudong",
                people,
                streets(),
                0.518,
                List.of(new AgeBand(0, 0.1), new AgeBand(15, 0.67), new AgeBand(60, 0.23)),
                pyramid(),
                new CollectiveQuarters(0.1, 0.2, 0.05),
                2.32,
                List.of(42.0, 82.0, 59.0, 17.0, 11.0, 3.0),
                contacts(),
                List.of());
    }

    private static List<StreetWeights> streets() {
        List<StreetWeights> streets = new ArrayList<>();
        for (int street = 0; street < STREETS; street++) {
            List<AreaWeight> communities = new ArrayList<>();
            for (int community = 0; community < COMMUNITIES; community++) {
                communities.add(new AreaWeight(street + "-" + community, "community", 1));
            }
            streets.add(new StreetWeights(String.valueOf(street), "street", communities));
        }
        return streets;
    }

    private static List<Double> pyramid() {
        List<Double> pyramid = new ArrayList<>();
        for (int age = 0; age < OLDEST; age++) {
            pyramid.add(100.0 - Math.abs(age - 35));
        }
        return pyramid;
    }

    /** Everybody meets everybody; half of those of working age work. */
    private static ContactMatrices contacts() {
        Map<Setting, double[][]> matrices = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            double[][] matrix = new double[ContactMatrices.GROUPS][ContactMatrices.GROUPS];
            for (int group = 0; group < ContactMatrices.GROUPS; group++) {
                boolean working = group >= 4 && group < 12;
                matrix[group][group] = setting == Setting.WORK ? (working ? 0.65 : 0) : 0.5;
            }
            matrices.put(setting, matrix);
        }
        return ContactMatrices.of(matrices);
    }

    @Benchmark
    public Synthesis synthesise() {
        return Synthesiser.synthesise(totals, SynthesisSettings.STANDARD, 1, seed++);
    }

    @Benchmark
    public Population referenceNetwork() {
        return ReferenceNetwork.of(people);
    }
}
