package org.tongxin.core.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionTest {

    private static final SerialInterval NEXT_DAYS = SerialInterval.of(0, 0.5, 0.3, 0.2);

    @Test
    void casesThatDoubleAtEachSerialIntervalOfOneDayGiveTwo() {
        double[] doubling = new double[14];
        doubling[0] = 10;
        for (int day = 1; day < doubling.length; day++) {
            doubling[day] = 2 * doubling[day - 1];
        }
        SerialInterval oneDay = SerialInterval.of(0, 1);
        List<Window> windows = Window.sliding(doubling.length, 7);
        ReproductionEstimate last =
                InstantaneousReproduction.of(oneDay).estimate(doubling, windows).getLast();
        assertThat(last.mean()).isCloseTo(2, within(1e-3));
        assertThat(last.median()).isBetween(last.q25(), last.q75());
        assertThat(last.isBiasedDown()).isFalse();
        ReproductionEstimate early =
                CohortReproduction.of(oneDay).estimate(doubling, windows).getFirst();
        assertThat(early.mean()).isCloseTo(2, within(1e-12));
    }

    @Test
    void theProbabilityAboveAQuantileIsWhatTheQuantileLeaves() {
        double[] incidence = {5, 3, 6, 9, 12, 10, 14, 9, 7, 5, 3, 2, 1, 0, 1};
        InstantaneousReproduction method = InstantaneousReproduction.of(NEXT_DAYS);
        Window week = new Window(8, 14);
        ReproductionEstimate estimate =
                method.estimate(incidence, List.of(week)).getFirst();
        assertThat(method.probabilityAbove(estimate.q05(), incidence, week)).isCloseTo(0.95, within(1e-9));
        assertThat(method.probabilityAbove(estimate.q975(), incidence, week)).isCloseTo(0.025, within(1e-9));
        assertThat(method.probabilityAbove(1, incidence, week)).isLessThan(0.05);
        assertThat(method.probabilityAbove(1, incidence, new Window(2, 6))).isGreaterThan(0.9);
        InstantaneousReproduction threeDays = InstantaneousReproduction.of(SerialInterval.of(0, 0, 0, 1));
        assertThat(threeDays.probabilityAbove(1, incidence, new Window(1, 1)))
                .as("before one mean interval has passed")
                .isNaN();
    }

    @Test
    void cohortValuesSayThatTheRightEndIsTooLow() {
        double[] steady = new double[30];
        Arrays.fill(steady, 50);
        List<ReproductionEstimate> estimates =
                CohortReproduction.of(NEXT_DAYS).estimate(steady, Window.sliding(steady.length, 1));
        assertThat(estimates.get(10).isBiasedDown()).isFalse();
        assertThat(estimates.get(10).mean()).isCloseTo(1, within(1e-12));
        assertThat(estimates.getLast().mean()).isZero();
        assertThat(estimates.getLast().completeness()).isZero();
        ReproductionEstimate secondLast = estimates.get(estimates.size() - 2);
        assertThat(secondLast.isBiasedDown()).isTrue();
        assertThat(secondLast.completeness()).isCloseTo(0.5, within(1e-12));
        assertThat(secondLast.mean()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void simulatedTreesAgreeWithTheMeanAndRepeatWithTheirSeed() {
        double[] incidence = {5, 3, 6, 9, 12, 10, 14, 9, 7, 5, 3, 2, 1, 0, 1};
        List<Window> windows = Window.sliding(incidence.length, 4);
        List<ReproductionEstimate> simulated = new CohortReproduction(NEXT_DAYS, 400, 7).estimate(incidence, windows);
        for (ReproductionEstimate estimate : simulated) {
            double error = estimate.deviation() / Math.sqrt(400);
            assertThat(estimate.median()).isCloseTo(estimate.mean(), within(0.2));
            assertThat((estimate.q025() + estimate.q975()) / 2).isCloseTo(estimate.mean(), within(0.2 + 6 * error));
            assertThat(estimate.q025()).isLessThanOrEqualTo(estimate.q975());
        }
        assertThat(new CohortReproduction(NEXT_DAYS, 400, 7).estimate(incidence, windows))
                .isEqualTo(simulated);
        assertThat(new CohortReproduction(NEXT_DAYS, 400, 8).estimate(incidence, windows))
                .isNotEqualTo(simulated);
    }

    @Test
    void withoutSimulationsThereAreNoQuantiles() {
        ReproductionEstimate estimate = CohortReproduction.of(NEXT_DAYS)
                .estimate(new double[] {1, 2, 3}, List.of(new Window(1, 2)))
                .getFirst();
        assertThat(estimate.deviation()).isNaN();
        assertThat(estimate.median()).isNaN();
    }

    @Test
    void aWindowWithoutCasesHasNoCohortNumber() {
        ReproductionEstimate estimate = CohortReproduction.of(NEXT_DAYS)
                .estimate(new double[] {4, 0, 0, 3}, List.of(new Window(1, 2)))
                .getFirst();
        assertThat(estimate.mean()).isNaN();
    }

    @Test
    void anEstimateBeforeOneMeanSerialIntervalIsNotMade() {
        SerialInterval slow = SerialInterval.of(0, 0, 0, 0, 0, 1);
        double[] incidence = {1, 1, 1, 1, 1, 1, 1, 1};
        List<ReproductionEstimate> estimates =
                InstantaneousReproduction.of(slow).estimate(incidence, Window.sliding(8, 2));
        assertThat(estimates.get(2).lastDay()).isEqualTo(4);
        assertThat(estimates.get(2).mean()).isNaN();
        assertThat(estimates.get(3).mean()).isFinite();
    }

    @Test
    void whatCannotBeEstimatedIsRefusedInWords() {
        InstantaneousReproduction method = InstantaneousReproduction.of(NEXT_DAYS);
        List<Window> window = List.of(new Window(1, 2));
        assertThatThrownBy(() -> method.estimate(new double[] {1, Double.NaN, 1}, window))
                .hasMessageContaining("day 1")
                .hasMessageContaining("cannot be taken as zero");
        assertThatThrownBy(() -> method.estimate(new double[] {1, -2, 1}, window))
                .hasMessageContaining("(-2.0)");
        assertThatThrownBy(() -> method.estimate(new double[] {1, 1}, window)).hasMessageContaining("series of 2 days");
        assertThatThrownBy(() -> new Window(0, 3)).hasMessageContaining("day 0");
        assertThatThrownBy(() -> Window.sliding(9, 0)).hasMessageContaining("(0 days)");
        assertThatThrownBy(() -> SerialInterval.of(0, 0.4)).hasMessageContaining("0.4");
        assertThatThrownBy(() -> SerialInterval.of(0.5, 0.5)).hasMessageContaining("(0.5)");
        assertThatThrownBy(() -> SerialInterval.shiftedGamma(1, 1, 9)).hasMessageContaining("(1.0 days)");
        assertThatThrownBy(() -> new InstantaneousReproduction(NEXT_DAYS, 0, 1)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> new CohortReproduction(NEXT_DAYS, 5, 1).estimate(new double[] {1, 1.5, 1}, window))
                .hasMessageContaining("(1.5)");
    }
}
