package org.tongxin.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalDistributionTest {

    @Test
    void quantilesEqualTheTablesToFifteenDigits() {
        assertQuantile(0.5, 0);
        assertQuantile(0.3, 0.524400512708041);
        assertQuantile(0.025, 1.959963984540054);
        assertQuantile(0.01, 2.326347874040841);
        assertQuantile(0.001, 3.090232306167814);
        assertQuantile(0.975, -1.959963984540054);
        assertQuantile(1e-20, 9.262340089798408);
    }

    @Test
    void aProbabilityOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> NormalDistribution.upperQuantile(1)).hasMessageContaining("(1.0)");
        assertThatThrownBy(() -> NormalDistribution.upperQuantile(Double.NaN)).hasMessageContaining("(NaN)");
    }

    private static void assertQuantile(double probability, double expected) {
        assertThat(NormalDistribution.upperQuantile(probability)).isCloseTo(expected, within(5e-15));
    }
}
