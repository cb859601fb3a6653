package org.tongxin.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NegativeBinomialFitTest {

    private static final int ROWS = 80;
    private static final double YEAR = 26;

    /** Expected values from scipy 1.17: root of the gradient of the likelihood, written apart from this code. */
    @Test
    void coefficientsAndOverdispersionAreTheLikeliest() {
        NegativeBinomialFit fit = NegativeBinomialFit.of(seasonal(), counts());
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.alpha()).isCloseTo(0.4840186587708705, within(1e-9));
        assertThat(fit.solution().coefficient(0)).isCloseTo(1.4088534074336145, within(1e-9));
        assertThat(fit.solution().coefficient(1)).isCloseTo(0.6297314581992403, within(1e-9));
        assertThat(fit.solution().coefficient(2)).isCloseTo(0.08549448986648538, within(1e-9));
    }

    @Test
    void theKnownOverdispersionOfTheFullFitGivesItsCoefficients() {
        NegativeBinomialFit full = NegativeBinomialFit.of(seasonal(), counts());
        NegativeBinomialFit known = NegativeBinomialFit.of(seasonal(), counts(), full.alpha());
        assertThat(known.alpha()).isEqualTo(full.alpha());
        for (int row = 0; row < ROWS; row++) {
            assertThat(known.mean(row)).isCloseTo(full.mean(row), within(1e-9));
        }
    }

    @Test
    void countsThatHardlyVaryArePoisson() {
        double[] counts = {5, 6, 5, 4, 5, 6};
        NegativeBinomialFit fit = NegativeBinomialFit.of(GroupedModel.of(1, new int[6], null), counts);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.alpha()).isZero();
        assertThat(fit.mean(0)).isCloseTo(31.0 / 6, within(1e-10));
    }

    @Test
    void anOverdispersionOutsideItsRangeIsNamed() {
        assertThatThrownBy(() -> NegativeBinomialFit.of(seasonal(), counts(), -1))
                .hasMessageContaining("(-1.0)");
    }

    private static MatrixModel seasonal() {
        double[][] design = new double[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            double angle = 2 * Math.PI * row / YEAR;
            design[row] = new double[] {1, Math.cos(angle), Math.sin(angle)};
        }
        return MatrixModel.of(design);
    }

    private static double[] counts() {
        double[] counts = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double noise = (row * 7919 % 101) / 101.0;
            double season = 6 + 3 * Math.cos(2 * Math.PI * row / YEAR);
            counts[row] = Math.floor(season * (0.2 + 2 * noise * noise));
        }
        return counts;
    }
}
