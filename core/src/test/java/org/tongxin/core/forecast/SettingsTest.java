package org.tongxin.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.SequentialRandom;

class SettingsTest {

    @Test
    void aMeasureComesIntoForceStepByStepAndStays() {
        Intervention measure = new Intervention(10, -1, 0.3, 4);
        assertThat(IntStream.of(9, 10, 11, 13, 40).mapToDouble(measure::inForce))
                .containsExactly(0.0, 0.25, 0.5, 1.0, 1.0);
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedWithTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention(3, 4, 0.3, 1))
                .withMessageContaining("logEffect (4.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Intervention(3, 0, 0.3, 0))
                .withMessage("The daysToFullEffect (0) must lie in 1..120.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastSettings.omicron2022().withParticles(5))
                .withMessageContaining("particles (5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransmissionSettings(DayDistribution.of(1, 1), 1, 0, 1, 0, 1, 1, 0))
                .withMessageContaining("0.5 on day 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransmissionSettings(DayDistribution.of(0, 1), 1, 0, 1, 0, 0, 1, 0))
                .withMessageContaining("offspringSize (0.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportingSettings(DayDistribution.of(1), 0.9, 0.5, 5, 0, 1, 0))
                .withMessage("The leastAscertainment (0.9) must lie in 0.001..0.5.");
    }

    @Test
    void eachParticleHasAsManyChildrenAsItsWeightSays() {
        double[] logWeight = Arrays.stream(new double[] {0.05, 0.4, 0.25, 0.3, 0})
                .map(Math::log)
                .toArray();
        for (double offset = 0; offset < 1; offset += 0.1) {
            int[] children = new int[5];
            Arrays.stream(Weights.systematic(logWeight, offset)).forEach(parent -> children[parent]++);
            for (int parent = 0; parent < 5; parent++) {
                assertThat((double) children[parent]).isCloseTo(5 * Math.exp(logWeight[parent]), within(1 - 1e-9));
            }
        }
    }

    @Test
    void weightsFarBelowOneAreMadeToSumToOne() {
        double[] logWeight = {-5000, -5000 + Math.log(3)};
        assertThat(Weights.normalise(logWeight)).isCloseTo(-5000 + Math.log(4), within(1e-9));
        assertThat(Math.exp(logWeight[0])).isCloseTo(0.25, within(1e-9));
        assertThat(Weights.effective(logWeight)).isCloseTo(1.6, within(1e-9));
    }

    @Test
    void copiesMoveApartWithoutChangeOfMeanAndSpread() {
        SequentialRandom random = SequentialRandom.of(6);
        double[] values = new double[200_000];
        Arrays.setAll(values, index -> index % 2 == 0 ? 3 : 5);
        Jitter jitter = new Jitter(0.95);
        for (int round = 0; round < 20; round++) {
            jitter.move(values, random);
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(4, within(0.03));
        assertThat(variance).isCloseTo(1, within(0.03));
        assertThat(Arrays.stream(values).distinct().count()).isGreaterThan(199_000);
    }

    @Test
    void aDiscountOfOneMovesNothing() {
        double[] values = {1, 2, 4};
        new Jitter(1).move(values, SequentialRandom.of(6));
        assertThat(values).containsExactly(1, 2, 4);
    }
}
