package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongxin.core.population.Population;

/** The engine and its plain twin on the same model, by the mean of many runs of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinTest {

    private static final int RUNS = 300;
    private static final int DAYS = 60;
    private static final Population DISTRICT = TestModels.homes(750, 4, 6, 5);

    /** Infections of the plain twin without measures, the first policy. */
    private double[] untouched = {};

    private static final Measure.Test TEST = new Measure.Test(0.8, 0.99, 2);
    private static final Rule TESTS = Rule.between("tests", new Measure.SymptomTesting(0.3, TEST), 10, 100);
    private static final Measure.Dose FIRST_DOSE = new Measure.Dose(2, new Measure.Protection(0.3, 0.5));
    private static final Measure.Dose SECOND_DOSE = new Measure.Dose(9, new Measure.Protection(0.9, 0.9));

    /** Contacts stay for two weeks, or until a test of their third day is negative. */
    private static Rule tracingUntil(OptionalInt releaseFromDay) {
        return Rule.between(
                "tracing with release",
                new Measure.ContactTracing(
                        Map.of(Layer.HOUSEHOLD, 0.9, Layer.SCHOOL, 0.6, Layer.WORK, 0.6, Layer.RANDOM, 0.4),
                        Map.of(),
                        3,
                        0.7,
                        14,
                        true,
                        List.of(0, 2),
                        new Measure.Test(0.8, 0.99, 1),
                        releaseFromDay),
                5,
                100);
    }

    private static Rule vaccination(Measure.Dose... doses) {
        return Rule.between("two doses", new Measure.Vaccination(0.04, 0.7, 1, List.of(doses)), 1, 25);
    }

    static List<List<Rule>> policies() {
        Rule closure = Rule.between(
                "closure",
                new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0, Layer.WORK, 0.4, Layer.RANDOM, 0.5)),
                12,
                40);
        Rule isolation = Rule.between("isolation", new Measure.SelfIsolation(0.7, 3), 1, 100);
        Rule masks = Rule.between("masks", new Measure.Masks(0.8, 0.5), 10, 100);
        Rule checkpoints = Rule.between("checkpoints", new Measure.MovementLimit(0.2), 8, 100);
        Measure.Test test = TEST;
        Rule tests = TESTS;
        Rule cases = Rule.between("cases", new Measure.CaseIsolation(0.8, 10, false), 1, 100);
        Rule tracing = Rule.between(
                "tracing",
                new Measure.ContactTracing(
                        Map.of(Layer.HOUSEHOLD, 0.9, Layer.SCHOOL, 0.6, Layer.WORK, 0.6, Layer.RANDOM, 0.4),
                        Map.of(Layer.HOUSEHOLD, 1, Layer.RANDOM, 3),
                        3,
                        0.7,
                        8,
                        true,
                        List.of(0, 4),
                        test),
                5,
                100);
        Rule releasing = tracingUntil(OptionalInt.of(1));
        Rule screening = Rule.between("screening", new Measure.Screening(0.5, 4, test), 10, 30);
        Rule compounds = Rule.between(
                "compounds",
                new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.1, Layer.WORK, 0.3, Layer.RANDOM, 0.1), 6),
                8,
                35);
        Rule doses =
                Rule.between("doses", new Measure.Vaccination(0.03, 0.6, 2, new Measure.Protection(0.7, 0.9)), 3, 25);
        Rule twoDoses = vaccination(FIRST_DOSE, SECOND_DOSE);
        return List.of(
                List.of(),
                List.of(closure),
                List.of(isolation),
                List.of(checkpoints),
                List.of(closure, isolation, checkpoints, masks),
                List.of(screening, cases),
                List.of(tests, tracing),
                List.of(tests, releasing),
                List.of(tests, compounds),
                List.of(doses),
                List.of(twoDoses),
                List.of(doses, twoDoses),
                List.of(tests, cases, tracing, screening, compounds, doses, checkpoints, isolation));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void meansAgree(List<Rule> policy) {
        Model model = TestModels.of(
                DISTRICT, TestModels.grave(), TestModels.everywhere(), 20, DAYS, policy.toArray(Rule[]::new));
        Simulator simulator = Simulator.of(model);
        PlainTwin twin = new PlainTwin(model);
        double[][] engine = IntStream.range(0, RUNS)
                .mapToObj(seed -> simulator.run(seed).daily(Series.INFECTED))
                .toArray(double[][]::new);
        double[][] plain = IntStream.range(0, RUNS).mapToObj(twin::run).toArray(double[][]::new);
        for (int upTo : new int[] {10, 20, 30, DAYS}) {
            requireEqual(upTo, sums(engine, upTo), sums(plain, upTo));
        }
        if (policy.isEmpty()) {
            untouched = sums(plain, DAYS);
        } else {
            requireEffect(sums(plain, DAYS), policy);
        }
    }

    @Test
    void aReleaseAndASecondDoseMakeADifference() {
        requireDifference(
                List.of(TESTS, tracingUntil(OptionalInt.of(1))), List.of(TESTS, tracingUntil(OptionalInt.empty())));
        requireDifference(List.of(vaccination(FIRST_DOSE)), List.of(vaccination(FIRST_DOSE, SECOND_DOSE)));
    }

    /** The former has so many more infections that means which ignored what tells them apart would not agree with the twin's. */
    private static void requireDifference(List<Rule> more, List<Rule> fewer) {
        double[] high = infections(more);
        double[] low = infections(fewer);
        double error = Math.hypot(Ensemble.deviation(high), Ensemble.deviation(low)) / Math.sqrt(RUNS);
        assertThat(mean(high) - mean(low)).isGreaterThan(8 * error);
    }

    private static double[] infections(List<Rule> policy) {
        Simulator simulator = Simulator.of(TestModels.of(
                DISTRICT, TestModels.grave(), TestModels.everywhere(), 20, DAYS, policy.toArray(Rule[]::new)));
        return IntStream.range(0, RUNS)
                .mapToDouble(seed -> simulator.run(seed).infections())
                .toArray();
    }

    /** A policy without much effect would agree whatever the engine makes of it. */
    private void requireEffect(double[] plain, List<Rule> policy) {
        double error = Math.hypot(Ensemble.deviation(plain), Ensemble.deviation(untouched)) / Math.sqrt(RUNS);
        assertThat(mean(untouched) - mean(plain)).as("%s", policy).isGreaterThan(12 * error);
    }

    private static double[] sums(double[][] runs, int upTo) {
        return Arrays.stream(runs)
                .mapToDouble(run -> Arrays.stream(run, 0, upTo + 1).sum())
                .toArray();
    }

    /** Both are made from fixed seeds, so a difference of four standard errors would stay for ever: it would be a fault. */
    private static void requireEqual(int upTo, double[] engine, double[] plain) {
        double error = Math.hypot(Ensemble.deviation(engine), Ensemble.deviation(plain)) / Math.sqrt(RUNS);
        assertThat(mean(engine)).as("infections up to day " + upTo).isCloseTo(mean(plain), within(4 * error));
        assertThat(Ensemble.deviation(engine) / Ensemble.deviation(plain))
                .as("spread up to day " + upTo)
                .isBetween(0.8, 1.25);
    }

    @Test
    void theComparisonWouldSeeAnErrorOfATenth() {
        Model model = TestModels.of(DISTRICT, TestModels.grave(), TestModels.everywhere(), 20, DAYS);
        Model wrong = TestModels.of(
                DISTRICT, TestModels.grave(), TestModels.everywhere().times(1.1), 20, DAYS);
        double[] right = infections(model);
        double[] other = infections(wrong);
        double error = Math.hypot(Ensemble.deviation(right), Ensemble.deviation(other)) / Math.sqrt(RUNS);
        assertThat(mean(other) - mean(right)).isGreaterThan(4 * error);
    }

    private static double[] infections(Model model) {
        Simulator simulator = Simulator.of(model);
        return IntStream.range(0, RUNS)
                .mapToDouble(seed -> simulator.run(seed).infections())
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
