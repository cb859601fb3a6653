package org.tongxin.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairnessTest {

    @Test
    void aStarvedCommunityShowsInTheMinimumAndHardlyInTheIndices() {
        double[] coverages = new double[100];
        java.util.Arrays.fill(coverages, 0.8);
        coverages[17] = 0;
        Fairness fairness = Fairness.of(coverages);
        assertThat(fairness.minimum()).isZero();
        assertThat(fairness.median()).isEqualTo(0.8);
        assertThat(fairness.jain()).isCloseTo(0.99, within(1e-12));
        assertThat(fairness.gini()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void aSmallCaseCountedByHand() {
        Fairness fairness = Fairness.of(1, 0.5, 0, 0.5);
        assertThat(fairness.mean()).isEqualTo(0.5);
        assertThat(fairness.jain()).isCloseTo(4 / (4 * 1.5), within(1e-12));
        // Twelve ordered pairs of different ones: four times 1/2 between 0 and the halves, four with 1, two times 1.
        assertThat(fairness.gini()).isCloseTo((4 * 0.5 + 4 * 0.5 + 2 * 1) / (2 * 16 * 0.5), within(1e-12));
        assertThat(fairness.fifthPercentile()).isCloseTo(0.075, within(1e-12));
    }

    @Test
    void nobodyGetsAnythingOrThereIsNobody() {
        assertThat(Fairness.of(0, 0)).isEqualTo(new Fairness(2, 0, 0, 0, 0, 1, 0));
        assertThatThrownBy(Fairness::of).hasMessageContaining("there are 0");
        assertThatThrownBy(() -> Fairness.of(0.5, -1)).hasMessageContaining("from -1.0 on");
        assertThatThrownBy(() -> Fairness.of(0.5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300, seed = "7311")
    void giniIsTheMeanDifferenceOfTwo(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 1) Double> values) {
        double[] coverages = values.stream().mapToDouble(Double::doubleValue).toArray();
        double differences = 0;
        double sum = 0;
        for (double one : coverages) {
            sum += one;
            for (double other : coverages) {
                differences += Math.abs(one - other);
            }
        }
        double expected = sum == 0 ? 0 : differences / (2.0 * coverages.length * sum);
        assertThat(Fairness.of(coverages).gini()).isCloseTo(expected, within(1e-9));
        assertThat(Fairness.of(coverages).jain()).isBetween(1.0 / coverages.length - 1e-9, 1 + 1e-9);
    }
}
