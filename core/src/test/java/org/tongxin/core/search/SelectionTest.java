package org.tongxin.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;
import org.tongxin.core.statistics.StudentDistribution;

/** Choices on problems whose answer is known. */
class SelectionTest {

    private static final int REPETITIONS = 400;
    private static final double LEVEL = 0.95;

    /** Three standard errors of a share of 0.95 among the repetitions. */
    private static final double ALLOWED = 3 * Math.sqrt(LEVEL * (1 - LEVEL) / REPETITIONS);

    /** Means, all others one indifference behind the best: the hardest case of the promise. */
    private static double[] slippage(int candidates) {
        double[] mean = new double[candidates];
        Arrays.fill(mean, 1);
        mean[candidates / 2] = 0;
        return mean;
    }

    /** Normal with standard deviation 2 and a common part that makes the correlation. */
    static Draws normal(double[] mean, double correlation, long seed) {
        return (candidates, from, count) -> {
            double[][] values = new double[candidates.length][count];
            for (int i = 0; i < candidates.length; i++) {
                for (int j = 0; j < count; j++) {
                    double common = Variates.normal(SequentialRandom.of(seed, from + j));
                    double own = Variates.normal(SequentialRandom.of(seed, from + j, candidates[i]));
                    values[i][j] = mean[candidates[i]]
                            + 2 * (Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * own);
                }
            }
            return values;
        };
    }

    private static double shareCorrect(double[] mean, double correlation) {
        KimNelson rules = new KimNelson(1 - LEVEL, 1, 10, 1);
        int correct = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Selection selection = rules.select(mean.length, normal(mean, correlation, repetition), 100_000);
            assertThat(selection.decided()).isTrue();
            correct += mean[selection.best()] == 0 ? 1 : 0;
        }
        return (double) correct / REPETITIONS;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void theBestOfTenIsChosenAsOftenAsPromised(double correlation) {
        assertThat(shareCorrect(slippage(10), correlation)).isGreaterThan(LEVEL - ALLOWED);
    }

    /** With two candidates nothing is lost to Bonferroni: the promise is kept, and not by far too much. */
    @Test
    void thePromiseForTwoIsNotWastefullyKept() {
        assertThat(shareCorrect(slippage(2), 0)).isBetween(LEVEL - ALLOWED, 0.995);
    }

    @Test
    void commonLuckMakesTheChoiceCheaper() {
        KimNelson rules = new KimNelson(1 - LEVEL, 1, 10, 1);
        long apart = rules.select(10, normal(slippage(10), 0, 1), 100_000).drawn();
        long together = rules.select(10, normal(slippage(10), 0.9, 1), 100_000).drawn();
        assertThat(together).isLessThan(apart / 3);
    }

    @Test
    void lookingSeldomKeepsThePromise() {
        double[] mean = slippage(6);
        KimNelson rules = new KimNelson(1 - LEVEL, 1, 10, 7);
        int correct = 0;
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            correct +=
                    mean[rules.select(6, normal(mean, 0.5, repetition), 100_000).best()] == 0 ? 1 : 0;
        }
        assertThat((double) correct / REPETITIONS).isGreaterThan(LEVEL - ALLOWED);
    }

    @Test
    void aRaceKeepsTheBestAndDropsMostOthers() {
        double[] mean = new double[200];
        Arrays.setAll(mean, i -> i / 4.0);
        Race race = new Race(0.05, 0.5, List.of(8, 16));
        int kept = 0;
        int left = 0;
        for (int repetition = 0; repetition < 100; repetition++) {
            int[] remaining = race.remaining(mean.length, normal(mean, 0.5, repetition));
            kept += remaining[0] == 0 ? 1 : 0;
            left += remaining.length;
        }
        assertThat(kept).isGreaterThan(95 - 7);
        assertThat(left / 100).isLessThan(60);
    }

    @Test
    void aTrifleDropsNobodyEvenWhenItNeverVaries() {
        Draws trifle = (candidates, from, count) -> {
            double[][] values = new double[candidates.length][count];
            for (int i = 0; i < candidates.length; i++) {
                Arrays.fill(values[i], candidates[i]);
            }
            return values;
        };
        assertThat(new Race(0.05, 1, List.of(8)).remaining(3, trifle)).containsExactly(0, 1);
    }

    @Test
    void aSelectionThatMayNotGoOnSaysThatItIsNotDecided() {
        Selection selection = new KimNelson(0.05, 0.01, 10, 1).select(5, normal(slippage(5), 0, 3), 20);
        assertThat(selection.decided()).isFalse();
        assertThat(selection.observations()).isEqualTo(20);
        assertThat(selection.remaining()).contains(selection.best());
    }

    @Test
    void oneCandidateNeedsNoObservation() {
        Selection selection = new KimNelson(0.05, 1, 10, 1).select(1, normal(slippage(1), 0, 3), 20);
        assertThat(selection.decided()).isTrue();
        assertThat(selection.drawn()).isZero();
    }

    @Test
    void skewedDifferencesAreSeen() {
        Draws skewed = (candidates, from, count) -> {
            double[][] values = normal(new double[2], 0, 5).observe(candidates, from, count);
            for (int j = 0; j < count; j++) {
                values[1][j] = values[0][j] + Math.exp(values[1][j]);
            }
            return values;
        };
        KimNelson rules = new KimNelson(0.05, 1, 40, 1);
        assertThat(rules.select(2, skewed, 40).skewness()).isGreaterThan(4);
        assertThat(rules.select(2, normal(new double[2], 0, 5), 40).skewness()).isLessThan(4);
    }

    @Test
    void anIndifferenceOfNothingIsRefused() {
        assertThatThrownBy(() -> new KimNelson(0.05, 0, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("indifference (0.0)");
    }

    /** 1.894579 and 2.042272 as printed tables have them; the far tail against the distribution itself. */
    @Test
    void quantilesOfStudentAreThoseOfTables() {
        assertThat(StudentQuantile.upper(0.05, 7)).isCloseTo(1.894579, within(1e-6));
        assertThat(StudentQuantile.upper(0.025, 30)).isCloseTo(2.042272, within(1e-6));
        assertThat(StudentDistribution.twoSided(StudentQuantile.upper(1e-5, 7), 7) / 2)
                .isCloseTo(1e-5, within(1e-12));
    }
}
