package org.tongxin.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxin.core.random.SequentialRandom;

class ParetoFrontTest {

    private static double[][] points(int number, int aims, int values, long seed) {
        SequentialRandom random = SequentialRandom.of(seed);
        double[][] points = new double[number][aims];
        for (double[] point : points) {
            for (int aim = 0; aim < aims; aim++) {
                point[aim] = random.below(values);
            }
        }
        return points;
    }

    /** Word for word after the definition: nobody is at least as good everywhere and better somewhere. */
    private static List<Integer> plainFront(double[][] points) {
        List<Integer> front = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            boolean beaten = false;
            for (double[] other : points) {
                int noWorse = 0;
                int better = 0;
                for (int aim = 0; aim < other.length; aim++) {
                    noWorse += other[aim] <= points[i][aim] ? 1 : 0;
                    better += other[aim] < points[i][aim] ? 1 : 0;
                }
                beaten |= noWorse == other.length && better > 0;
            }
            if (!beaten) {
                front.add(i);
            }
        }
        return front;
    }

    @Test
    void theFrontIsThatOfItsDefinition() {
        for (long seed = 0; seed < 60; seed++) {
            double[][] points = points(40 + (int) seed, 1 + (int) seed % 6, 2 + (int) seed, seed);
            assertThat(ParetoFront.of(points).members()).as("seed %d", seed).isEqualTo(plainFront(points));
        }
    }

    @Test
    void whoIsNotOnTheFrontIsBeatenBySomebodyOnIt() {
        for (long seed = 0; seed < 20; seed++) {
            double[][] points = points(40, 3, 12, seed);
            ParetoFront front = ParetoFront.of(points);
            for (int i = 0; i < points.length; i++) {
                double[] point = points[i];
                assertThat(front.beatenBy(i).isEmpty())
                        .as("seed %d, point %d", seed, i)
                        .isEqualTo(front.contains(i));
                assertThat(front.beatenBy(i)).allSatisfy(other -> {
                    for (int aim = 0; aim < point.length; aim++) {
                        assertThat(points[other][aim]).isLessThanOrEqualTo(point[aim]);
                    }
                    assertThat(points[other]).isNotEqualTo(point);
                });
            }
        }
    }

    @Test
    void theSharpestKneeIsWhereLittleBuysMuch() {
        double[][] points = {{0, 100}, {1, 60}, {2, 10}, {40, 8}, {100, 0}, {50, 50}};
        ParetoFront front = ParetoFront.of(points);
        assertThat(front.knees().getFirst()).isEqualTo(2);
        assertThat(front.contains(5)).isFalse();
        assertThat(front.bend(5)).isZero();
    }

    /** Three points of which the middle lies at (b, b): by hand, its gain under weight w is min(w, 1 - w) - b where positive. */
    @Test
    void theBendIsTheMeanGainOverWeightings() {
        double b = 0.2;
        double bend = ParetoFront.of(new double[][] {{0, 1}, {b, b}, {1, 0}}).bend(1);
        // 2 x the integral of w - b from b to 1/2.
        assertThat(bend).isCloseTo((0.5 - b) * (0.5 - b), within(0.003));
    }

    @Test
    void aFrontOfOneHasNoKnee() {
        assertThat(ParetoFront.of(new double[][] {{1, 1}, {2, 2}}).knees()).isEmpty();
        assertThat(ParetoFront.of(new double[0][]).members()).isEmpty();
    }

    @Test
    void weightingsSumUpToOneAndAreEvenlySpread() {
        List<double[]> weightings = Weightings.of(6, 200);
        assertThat(weightings).hasSize(252);
        assertThat(weightings)
                .allSatisfy(each -> assertThat(Arrays.stream(each).sum()).isCloseTo(1, within(1e-12)));
    }
}
