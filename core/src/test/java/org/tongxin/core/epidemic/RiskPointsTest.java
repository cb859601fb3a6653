package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which places infections pass through. */
class RiskPointsTest {

    private static Simulator simulator(Contacts contacts) {
        return Simulator.of(TestModels.of(TestModels.homes(750, 4, 6, 5), TestModels.grave(), contacts, 20, 40));
    }

    private static Contacts only(Layer layer, double transmission) {
        Map<Layer, Double> all = new java.util.EnumMap<>(Layer.class);
        for (Layer each : Layer.values()) {
            all.put(each, each == layer ? transmission : 0);
        }
        return new Contacts(all, 4, 3, 0, 0);
    }

    @Test
    void everyInfectionOutsideHomesHasItsPlace() {
        Simulator simulator = simulator(TestModels.everywhere());
        List<RiskPoint> points = RiskPoints.of(simulator, 1, 3, 100_000);
        double byLayer = 0;
        for (int number = 0; number < 3; number++) {
            int[] infected = simulator.run(Ensemble.seed(1, number)).infectedByLayer();
            byLayer += infected[1] + infected[2] + infected[3];
        }
        double direct = points.stream()
                .filter(each -> each.kind() != RiskPoint.Kind.CHECKPOINT)
                .mapToDouble(RiskPoint::direct)
                .sum();
        assertThat(direct).isCloseTo(byLayer / 3, within(1e-6));
        assertThat(points).allMatch(each -> each.through() >= each.direct() && each.share() > 0 && each.share() <= 1);
        assertThat(points).isSortedAccordingTo((a, b) -> Double.compare(b.through(), a.through()));
    }

    @Test
    void kindsFollowTheLayers() {
        assertThat(RiskPoints.of(simulator(only(Layer.SCHOOL, 0.1)), 1, 2, 10))
                .isNotEmpty()
                .allMatch(each -> each.kind() == RiskPoint.Kind.SCHOOL);
        assertThat(RiskPoints.of(simulator(only(Layer.WORK, 0.1)), 1, 2, 10))
                .isNotEmpty()
                .allMatch(each -> each.kind() == RiskPoint.Kind.WORKPLACE);
        assertThat(RiskPoints.of(simulator(only(Layer.COMMUNITY, 0.1)), 1, 2, 10))
                .isNotEmpty()
                .allMatch(each -> each.kind() == RiskPoint.Kind.COMPOUND && each.community() == each.number() / 5);
        assertThat(RiskPoints.of(simulator(only(Layer.RANDOM, 0.1)), 1, 2, 10))
                .isNotEmpty()
                .allMatch(each -> each.kind() == RiskPoint.Kind.CHECKPOINT);
    }

    @Test
    void runsAndTheCountAfterThemCanBeStopped() {
        Simulator simulator = simulator(TestModels.everywhere());
        int days = simulator.model().days() + 1;
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> RiskPoints.of(simulator, 1, 2, 10, () -> asked.incrementAndGet() > days / 2))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("The run was stopped");
        asked.set(0);
        assertThatThrownBy(() -> RiskPoints.of(simulator, 1, 2, 10, () -> asked.incrementAndGet() > days))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("The count of places was stopped");
    }

    @Test
    void theBoundIsOfTheSizeOfWhatCoveringAverts() {
        Simulator simulator = simulator(only(Layer.RANDOM, 0.06));
        RiskPoint first = RiskPoints.of(simulator, 1, 20, 1).getFirst();
        Rule cover = new Rule(
                "cover",
                new Measure.MovementLimit(0),
                new Scope.Communities(List.of(first.community())),
                new Trigger.OnDay(1),
                new Trigger.OnDay(41),
                40);
        Simulator covered = simulator.under(Response.NOTHING.withRules(List.of(cover)));
        double averted = 0;
        for (int number = 0; number < 20; number++) {
            long seed = Ensemble.seed(1, number);
            averted += (simulator.run(seed).infections() - covered.run(seed).infections()) / 20.0;
        }
        assertThat(averted).isPositive();
        // Closing both directions also keeps the community's own cases in.
        assertThat(first.through()).isGreaterThan(0.3 * averted);
    }
}
