package org.tongxin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.core.statistics.IncompleteGamma;
import org.tongxin.core.statistics.NegativeBinomial;
import org.tongxin.core.statistics.NormalDistribution;

class VariatesTest {

    private static final int DRAWS = 200_000;

    /** Largest distance between empirical and exact distribution, times the root of the draws; 1.95 has p = 0.001. */
    private static final double KOLMOGOROV = 1.95;

    private final SequentialRandom random = SequentialRandom.of(20221127, 1);

    @Test
    void normalNumbersFollowTheNormalDistribution() {
        assertThat(kolmogorov(() -> Variates.normal(random), NormalDistribution::cdf))
                .isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.99, 1, 1.7, 10, 400})
    void gammaNumbersFollowTheGammaDistribution(double shape) {
        assertThat(kolmogorov(() -> Variates.gamma(random, shape), x -> IncompleteGamma.lower(shape, x)))
                .isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.2", "3, 0.7", "20, 5", "200, 2", "5, 1000"})
    void negativeBinomialNumbersFollowTheirDistribution(double mean, double size) {
        NegativeBinomial exact = new NegativeBinomial(size, mean);
        int[] drawn = new int[5000];
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[Math.min(drawn.length - 1, Variates.negativeBinomial(random, mean, size))]++;
        }
        double empirical = 0;
        double cumulated = 0;
        double worst = 0;
        for (int count = 0; count < drawn.length - 1; count++) {
            empirical += drawn[count] / (double) DRAWS;
            cumulated += exact.probability(count);
            worst = Math.max(worst, Math.abs(empirical - cumulated));
        }
        assertThat(worst * Math.sqrt(DRAWS)).isLessThan(KOLMOGOROV);
    }

    @Test
    void anInfiniteSizeIsPoisson() {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int value = Variates.negativeBinomial(random, 7, Double.POSITIVE_INFINITY);
            sum += value;
            squares += (value - 7) * (value - 7);
        }
        assertThat(sum / DRAWS).isCloseTo(7, within(0.03));
        assertThat(squares / DRAWS).isCloseTo(7, within(0.12));
    }

    @Test
    void theSameRunGivesTheSameNumbers() {
        double first = Variates.gamma(SequentialRandom.of(5, 6), 2.5);
        assertThat(Variates.gamma(SequentialRandom.of(5, 6), 2.5)).isEqualTo(first);
        assertThat(Variates.gamma(SequentialRandom.of(5, 7), 2.5)).isNotEqualTo(first);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(Variates.gamma(random, 0)).isZero();
        assertThat(Variates.negativeBinomial(random, 0, 2)).isZero();
        assertThat(Variates.poisson(random, 0)).isZero();
    }

    @Test
    void parametersOutsideTheirRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> Variates.gamma(random, -1)).hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> Variates.negativeBinomial(random, 1, 0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> Variates.negativeBinomial(random, 2e8, 1)).hasMessageContaining("(2.0E8)");
        assertThatThrownBy(() -> Variates.poisson(random, Double.NaN)).hasMessageContaining("(NaN)");
    }

    private static double kolmogorov(DoubleSupplier draw, DoubleUnaryOperator cdf) {
        double[] values = new double[DRAWS];
        Arrays.setAll(values, index -> draw.getAsDouble());
        Arrays.sort(values);
        double worst = 0;
        for (int index = 0; index < DRAWS; index++) {
            double exact = cdf.applyAsDouble(values[index]);
            worst = Math.max(worst, Math.max(exact - index / (double) DRAWS, (index + 1) / (double) DRAWS - exact));
        }
        return worst * Math.sqrt(DRAWS);
    }
}
