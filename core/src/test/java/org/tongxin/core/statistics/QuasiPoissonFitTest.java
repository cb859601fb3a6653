package org.tongxin.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class QuasiPoissonFitTest {

    private static final int ROWS = 60;
    private static final int GROUPS = 5;

    @Test
    void levelsOfGroupsAreTheLogarithmsOfTheirMeans() {
        double[] counts = {2, 4, 9, 10, 20};
        QuasiPoissonFit fit =
                QuasiPoissonFit.of(GroupedModel.of(2, new int[] {0, 0, 0, 1, 1}, null), counts, null, null);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.mean(1)).isCloseTo(5, within(1e-10));
        assertThat(fit.solution().coefficient(1)).isCloseTo(Math.log(15), within(1e-10));
        double pearson = (9.0 + 1 + 16) / 5 + (25.0 + 25) / 15;
        assertThat(fit.dispersion()).isCloseTo(pearson / 3, within(1e-8));
        assertThat(fit.leverage(4)).isCloseTo(0.5, within(1e-12));
        assertThat(fit.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void groupsAndMatrixAreTheSameModel() {
        for (long seed = 1; seed <= 20; seed++) {
            compareBothModels(new KeyedRandom(seed), "seed " + seed);
        }
    }

    private static void compareBothModels(KeyedRandom random, String what) {
        int[] group = new int[ROWS];
        double[] time = new double[ROWS];
        double[] counts = new double[ROWS];
        double[] weights = new double[ROWS];
        double[] offset = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            group[row] = row % GROUPS;
            time[row] = row;
            weights[row] = 0.5 + random.uniform(1, row);
            offset[row] = random.uniform(2, row);
            counts[row] = random.poisson(Math.exp(1 + 0.3 * group[row] + 0.01 * row + offset[row]), 3, row);
        }
        GroupedModel grouped = GroupedModel.of(GROUPS, group, time);
        double[] newPoint = grouped.predictors(3, 75);
        QuasiPoissonFit fast = QuasiPoissonFit.of(grouped, counts, weights, offset);
        QuasiPoissonFit plain = QuasiPoissonFit.of(matrix(group, time), counts, weights, offset);
        near(fast.solution().value(newPoint), plain.solution().value(newPoint), what);
        near(fast.solution().valueVariance(newPoint), plain.solution().valueVariance(newPoint), what);
        near(fast.dispersion(), plain.dispersion(), what);
        near(fast.dispersionByPriorWeights(), plain.dispersionByPriorWeights(), what);
        for (int column = 0; column <= GROUPS; column++) {
            near(fast.solution().coefficient(column), plain.solution().coefficient(column), what);
            near(fast.solution().coefficientVariance(column), plain.solution().coefficientVariance(column), what);
        }
        for (int row = 0; row < ROWS; row++) {
            near(fast.leverage(row), plain.leverage(row), what);
            near(fast.mean(row), plain.mean(row), what);
        }
    }

    private static MatrixModel matrix(int[] group, double[] time) {
        double[][] design = new double[ROWS][GROUPS + 1];
        for (int row = 0; row < ROWS; row++) {
            design[row][group[row]] = 1;
            design[row][GROUPS] = time[row];
        }
        return MatrixModel.of(design);
    }

    @Test
    void scoreEquationsHoldAtTheFit() {
        int[] group = new int[ROWS];
        double[] time = new double[ROWS];
        double[] counts = new double[ROWS];
        Arrays.setAll(time, row -> row / 7.0);
        Arrays.setAll(counts, row -> row % 11 + row % 3);
        Arrays.setAll(group, row -> row % 2);
        QuasiPoissonFit fit = QuasiPoissonFit.of(GroupedModel.of(2, group, time), counts, null, null);
        double level = 0;
        double slope = 0;
        double leverages = 0;
        for (int row = 0; row < ROWS; row++) {
            level += group[row] * (counts[row] - fit.mean(row));
            slope += time[row] * (counts[row] - fit.mean(row));
            leverages += fit.leverage(row);
        }
        assertThat(level).isCloseTo(0, within(1e-6));
        assertThat(slope).isCloseTo(0, within(1e-6));
        assertThat(leverages).isCloseTo(3, within(1e-12));
    }

    @Test
    void dependentColumnsAreNotDetermined() {
        MatrixModel twice = MatrixModel.of(new double[][] {{1, 2}, {1, 2}, {1, 2}});
        QuasiPoissonFit fit = QuasiPoissonFit.of(twice, new double[] {1, 2, 3}, null, null);
        assertThat(fit.solution().isDetermined()).isFalse();
        assertThat(fit.hasConverged()).isFalse();
    }

    @Test
    void onlyZerosConvergeTowardsNothing() {
        GroupedModel model = GroupedModel.of(1, new int[4], null);
        QuasiPoissonFit fit = QuasiPoissonFit.of(model, new double[4], null, null);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.mean(0)).isLessThan(1e-8);
    }

    @Test
    void inputOutsideItsRangeIsNamed() {
        GroupedModel model = GroupedModel.of(1, new int[2], null);
        assertThatThrownBy(() -> QuasiPoissonFit.of(model, new double[] {1, -1}, null, null))
                .hasMessageContaining("(-1.0)");
        assertThatThrownBy(() -> QuasiPoissonFit.of(model, new double[3], null, null))
                .hasMessageContaining("(3 values)");
        assertThatThrownBy(() -> GroupedModel.of(2, new int[2], null)).hasMessageContaining("Group 1");
        assertThatThrownBy(() -> GroupedModel.of(1, new int[] {1}, null)).hasMessageContaining("(1)");
        assertThatThrownBy(() -> MatrixModel.of(new double[][] {{1, 2}, {1}})).hasMessageContaining("Row 1");
    }

    private static void near(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }
}
