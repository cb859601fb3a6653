package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not depend on anything, bit for bit. */
class InvarianceTest {

    private static final Measure CLOSURE = new Measure.ContactLimit(Map.of(Layer.SCHOOL, 0.0, Layer.WORK, 0.2));

    private static Model model(List<Rule> rules, int days) {
        return TestModels.of(
                TestModels.homes(750, 4, 6, 5),
                TestModels.grave(),
                TestModels.everywhere(),
                15,
                days,
                rules.toArray(Rule[]::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theNumberOfThreadsDoesNotMatter(int threads) {
        Model model = model(TestModels.everything(), 60);
        Ensemble one = new LocalExecutor(1).run(Simulator.of(model), 9, 12, RunWatch.NONE);
        Ensemble many = new LocalExecutor(threads).run(Simulator.of(model), 9, 12, RunWatch.NONE);
        for (int i = 0; i < 12; i++) {
            requireEqual(many.runs().get(i), one.runs().get(i));
        }
        for (int community = 0; community < 6; community++) {
            for (int day = 0; day <= 60; day++) {
                assertThat(many.places().infected(community, day))
                        .isEqualTo(one.places().infected(community, day));
                assertThat(many.places().held(community, day))
                        .isEqualTo(one.places().held(community, day));
            }
        }
    }

    @Test
    void earlierRunsOfASimulatorLeaveNoTrace() {
        Simulator used = Simulator.of(model(TestModels.everything(), 60));
        used.run(1);
        used.run(2);
        requireEqual(
                used.run(3), Simulator.of(model(TestModels.everything(), 60)).run(3));
    }

    static List<Measure> kinds() {
        Measure.Test test = new Measure.Test(0.9, 0.99, 1);
        return List.of(
                CLOSURE,
                new Measure.Masks(1, 1),
                new Measure.MovementLimit(0),
                new Measure.CompoundLockdown(Map.of(Layer.COMMUNITY, 0.0), 20),
                new Measure.SymptomTesting(0.9, test),
                new Measure.Screening(0.9, 2, test),
                new Measure.CaseIsolation(1, 20, true),
                new Measure.SelfIsolation(1, 1),
                new Measure.ContactTracing(Map.of(Layer.HOUSEHOLD, 1.0), Map.of(), 5, 1, 14, false, List.of(0), test),
                new Measure.Vaccination(0.5, 1, 0, new Measure.Protection(0.9, 0.9)));
    }

    @Test
    void everyKindOfMeasureIsAmongThoseTried() {
        Set<?> records = kinds().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(records).hasSize(Measure.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMeasureAfterTheEndChangesNothing(Measure late) {
        List<Rule> rules = new ArrayList<>(TestModels.everything());
        Run without = Simulator.of(model(rules, 60)).run(5);
        rules.addFirst(Rule.between("late", late, 61, 90));
        rules.addLast(Rule.between("late too", late, 61, 90));
        requireEqual(Simulator.of(model(rules, 60)).run(5), without);
    }

    /** Beside tests of symptoms, so that there are cases to act on. */
    @ParameterizedTest
    @MethodSource("kinds")
    void nothingHappensEarlierBecauseOfALaterMeasure(Measure late) {
        Rule tests = Rule.between("tests", new Measure.SymptomTesting(0.3, new Measure.Test(0.8, 1, 1)), 1, 60);
        Run without = Simulator.of(model(List.of(tests), 60)).run(5);
        Run with = Simulator.of(model(List.of(Rule.between("late", late, 30, 60), tests), 60))
                .run(5);
        for (Series each : Series.values()) {
            assertThat(Arrays.copyOf(with.daily(each), 30))
                    .as(each.name())
                    .containsExactly(Arrays.copyOf(without.daily(each), 30));
        }
        assertThat(changes(with, without)).as("series that the measure changes").isPositive();
    }

    private static long changes(Run with, Run without) {
        return Arrays.stream(Series.values())
                .filter(each -> !Arrays.equals(with.daily(each), without.daily(each)))
                .count();
    }

    @Test
    void alongerRunBeginsLikeAShorterOne() {
        Run brief = Simulator.of(model(TestModels.everything(), 40)).run(5);
        Run longer = Simulator.of(model(TestModels.everything(), 90)).run(5);
        assertThat(Arrays.copyOf(longer.daily(Series.INFECTED), 41)).containsExactly(brief.daily(Series.INFECTED));
        assertThat(Arrays.copyOf(longer.daily(Series.QUARANTINED), 41))
                .containsExactly(brief.daily(Series.QUARANTINED));
    }

    @Test
    void peopleAreConserved() {
        Run run = Simulator.of(model(TestModels.everything(), 80)).run(5);
        for (int day = 0; day <= 80; day++) {
            double all = run.on(Series.SUSCEPTIBLE, day)
                    + run.on(Series.EXPOSED, day)
                    + run.on(Series.INFECTIOUS, day)
                    + run.on(Series.REMOVED, day);
            assertThat(all).isEqualTo(3000);
            assertThat(run.on(Series.EXPOSED, day)).isNotNegative();
            assertThat(run.on(Series.ISOLATED, day)).isNotNegative();
            assertThat(run.on(Series.QUARANTINED, day)).isNotNegative();
            assertThat(run.on(Series.LOCKED, day)).isBetween(0.0, 3000.0);
        }
    }

    @Test
    void aRunAndItsTotalsComeBackFromBytesAsTheyWere() {
        Ensemble ensemble =
                new LocalExecutor(1).run(Simulator.of(model(TestModels.everything(), 60)), 3, 2, RunWatch.NONE);
        Run run = ensemble.runs().getFirst();
        Run back = Run.ofBytes(run.toBytes());
        requireEqual(back, run);
        assertThat(back.seed()).isEqualTo(run.seed());
        assertThat(back.attackRate()).isEqualTo(run.attackRate());
        PlaceTotals totals = PlaceTotals.ofBytes(ensemble.places().toBytes());
        assertThat(totals.runs()).isEqualTo(2);
        assertThat(totals.toBytes()).isEqualTo(ensemble.places().toBytes());
        assertThat(totals.restricted(3)).isEqualTo(ensemble.places().restricted(3));
        assertThat(totals.probabilityOfInfection(2)).isEqualTo(ensemble.places().probabilityOfInfection(2));
    }

    @Test
    void anotherSeedIsAnotherRun() {
        Simulator simulator = Simulator.of(model(List.of(), 60));
        assertThat(simulator.run(1).daily(Series.INFECTED))
                .isNotEqualTo(simulator.run(2).daily(Series.INFECTED));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void communitiesAddUpToTheDistrictOnEachDay(int history) {
        Model model = model(TestModels.everything(), 60)
                .withArrivals(List.of(new Arrival(-history, Arrival.ANYWHERE, 40), new Arrival(3, 2, 5)));
        Ensemble ensemble = new LocalExecutor(2).run(Simulator.of(model), 3, 5, RunWatch.NONE);
        PlaceTotals places = ensemble.places();
        for (int day = 0; day <= 60; day++) {
            int on = day;
            assertThat(sum(community -> places.infected(community, on)))
                    .isCloseTo(mean(ensemble, Series.INFECTED, day), within(1e-9));
            assertThat(sum(community -> places.reported(community, on)))
                    .isCloseTo(mean(ensemble, Series.REPORTED, day), within(1e-9));
            double held = mean(ensemble, Series.ISOLATED, day)
                    + mean(ensemble, Series.QUARANTINED, day)
                    + mean(ensemble, Series.LOCKED, day);
            assertThat(sum(community -> places.held(community, on))).isCloseTo(held, within(1e-9));
        }
        assertThat(sum(community -> places.held(community, 30))).isPositive();
        assertThat(sum(places::restricted)).isCloseTo(restricted(ensemble), within(0.01));
    }

    private static double sum(IntToDoubleFunction ofCommunity) {
        return IntStream.range(0, 6).mapToDouble(ofCommunity).sum();
    }

    private static double mean(Ensemble ensemble, Series what, int day) {
        return ensemble.runs().stream()
                .mapToDouble(run -> run.on(what, day))
                .average()
                .orElseThrow();
    }

    private static double restricted(Ensemble ensemble) {
        return ensemble.runs().stream()
                .mapToDouble(run -> run.sum(Series.ISOLATED)
                        + run.sum(Series.QUARANTINED)
                        + run.sum(Series.LOCKED)
                        + run.sum(Series.LIMITED))
                .average()
                .orElseThrow();
    }

    private static void requireEqual(Run one, Run other) {
        for (Series each : Series.values()) {
            assertThat(one.daily(each)).as(each.name()).containsExactly(other.daily(each));
        }
        assertThat(one.infectedByLayer()).containsExactly(other.infectedByLayer());
    }
}
