package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aMeasureAfterTheEndChangesNothing() {
        List<Rule> rules = new ArrayList<>(TestModels.everything());
        Run without = Simulator.of(model(rules, 60)).run(5);
        rules.add(Rule.between("late", CLOSURE, 61, 90));
        rules.add(Rule.between("late checkpoints", new Measure.MovementLimit(0), 61, 90));
        requireEqual(Simulator.of(model(rules, 60)).run(5), without);
    }

    @Test
    void nothingHappensEarlierBecauseOfALaterMeasure() {
        Run without = Simulator.of(model(List.of(), 60)).run(5);
        Run with = Simulator.of(model(List.of(Rule.between("closure", CLOSURE, 30, 60)), 60))
                .run(5);
        assertThat(Arrays.copyOf(with.daily(Series.INFECTED), 30))
                .containsExactly(Arrays.copyOf(without.daily(Series.INFECTED), 30));
        assertThat(with.infections()).isLessThan(without.infections());
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
