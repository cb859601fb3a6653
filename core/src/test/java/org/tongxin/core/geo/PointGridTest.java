package org.tongxin.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PointGridTest {

    @Property(tries = 200, seed = "7101")
    void findsWhatLookingAtEveryPointFinds(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int points) {
        Random random = new Random(seed);
        double[] x = random.doubles(points, -5_000, 9_000).toArray();
        double[] y = random.doubles(points, 0, 7_000).map(Math::rint).toArray();
        PointGrid grid = new PointGrid(x, y, 100 + random.nextInt(2_000));
        double px = random.nextDouble(-8_000, 12_000);
        double py = random.nextDouble(-3_000, 9_000);
        double farthest = random.nextDouble(0, 6_000);

        Set<Integer> found = new TreeSet<>();
        grid.within(px, py, farthest, (point, distance) -> {
            assertThat(distance).isCloseTo(Math.hypot(x[point] - px, y[point] - py), within());
            found.add(point);
        });
        assertThat(found).containsExactlyElementsOf(near(x, y, px, py, farthest));
        int[] even = grid.nearest(px, py, 7, farthest, point -> point % 2 == 0);
        assertThat(even).containsExactly(nearestEven(x, y, px, py, farthest));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static Iterable<Integer> near(double[] x, double[] y, double px, double py, double farthest) {
        return IntStream.range(0, x.length)
                .filter(point -> Math.hypot(x[point] - px, y[point] - py) <= farthest)
                .boxed()
                .toList();
    }

    private static int[] nearestEven(double[] x, double[] y, double px, double py, double farthest) {
        return IntStream.range(0, x.length)
                .filter(point -> point % 2 == 0 && Math.hypot(x[point] - px, y[point] - py) <= farthest)
                .boxed()
                .sorted(Comparator.comparingDouble(point -> (float) Math.hypot(x[point] - px, y[point] - py)))
                .limit(7)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Test
    void pointsInOnePlaceAndFarApartAreFound() {
        PointGrid one = new PointGrid(new double[] {3, 3}, new double[] {4, 4}, 10);
        assertThat(one.nearest(0, 0, 5, 5, point -> true)).containsExactly(0, 1);
        assertThat(one.nearest(0, 0, 5, 4.9, point -> true)).isEmpty();
        PointGrid far = new PointGrid(new double[] {0, 1e9}, new double[] {0, 1e9}, 1);
        assertThat(far.nearest(1e9, 1e9, 1, 10, point -> true)).containsExactly(1);
    }

    @Test
    void badPointsAreNamed() {
        assertThatThrownBy(() -> new PointGrid(new double[1], new double[2], 1)).hasMessageContaining("1 and 2");
        assertThatThrownBy(() -> new PointGrid(new double[1], new double[1], 0)).hasMessageContaining("side is 0.0");
        assertThatThrownBy(() -> new PointGrid(new double[] {Double.NaN}, new double[1], 1))
                .hasMessageContaining("NaN");
    }
}
