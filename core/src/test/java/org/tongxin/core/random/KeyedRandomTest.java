package org.tongxin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedRandomTest {

    private static final KeyedRandom RANDOM = new KeyedRandom(20261123);
    private static final int DRAWS = 200_000;

    @Property(tries = 500, seed = "20041")
    void theSameSeedAndKeyGiveTheSameNumberWhateverWasAskedBefore(
            @ForAll long seed, @ForAll long first, @ForAll long second) {
        double early = new KeyedRandom(seed).uniform(first, second);
        KeyedRandom later = new KeyedRandom(seed);
        later.uniform(second);
        later.poisson(50, first);
        assertThat(later.uniform(first, second)).isEqualTo(early);
        assertThat(early).isGreaterThanOrEqualTo(0).isLessThan(1);
    }

    @Property(tries = 500, seed = "20042")
    void everyNumberLiesInItsRange(
            @ForAll @IntRange(min = 1) int bound,
            @ForAll @DoubleRange(min = 0, max = 1e8) double mean,
            @ForAll long key) {
        assertThat(RANDOM.below(bound, key)).isBetween(0, bound - 1);
        assertThat(RANDOM.poisson(mean, key)).isNotNegative();
    }

    @Test
    void threadsInAnyOrderSeeTheSameNumbers() {
        double[] inOrder =
                LongStream.range(0, 1000).mapToDouble(RANDOM::uniform).toArray();
        double[] parallel = LongStream.range(0, 1000)
                .parallel()
                .mapToDouble(RANDOM::uniform)
                .toArray();
        assertThat(parallel).isEqualTo(inOrder);
    }

    @Test
    void uniformNumbersFillAHundredBinsEvenly() {
        int[] bins = new int[100];
        for (int draw = 0; draw < DRAWS; draw++) {
            bins[(int) (100 * RANDOM.uniform(3, draw))]++;
        }
        assertThat(chiSquare(bins)).isBetween(60.0, 150.0);
    }

    @Test
    void numbersBelowABoundAreEvenAndNeighbouringKeysDoNotFollowEachOther() {
        int[] pairs = new int[49];
        for (int draw = 0; draw < DRAWS; draw++) {
            pairs[7 * RANDOM.below(7, draw) + RANDOM.below(7, draw + 1)]++;
        }
        assertThat(chiSquare(pairs)).isBetween(20.0, 95.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 4, 9.9, 10, 30, 1000})
    void poissonNumbersHaveTheirMeanAsMeanAndAsVariance(double mean) {
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int value = RANDOM.poisson(mean, 5, draw);
            sum += value;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / DRAWS).isCloseTo(mean, within(4 * Math.sqrt(mean / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(mean, within(5 * mean * Math.sqrt((2 + 1 / mean) / DRAWS)));
    }

    @Test
    void poissonNumbersFollowTheirProbabilitiesWhereTheMethodChanges() {
        int[] count = new int[40];
        for (int draw = 0; draw < DRAWS; draw++) {
            count[Math.min(39, RANDOM.poisson(12, draw))]++;
        }
        double probability = Math.exp(-12);
        double chiSquare = 0;
        for (int value = 0; value < 30; value++) {
            double expected = probability * DRAWS;
            if (expected > 5) {
                chiSquare += (count[value] - expected) * (count[value] - expected) / expected;
            }
            probability *= 12.0 / (value + 1);
        }
        assertThat(chiSquare).isBetween(8.0, 55.0);
    }

    @Test
    void keysOfDifferentLengthOrOrderAreDifferentKeys() {
        Set<Long> seen = new HashSet<>();
        seen.add(RANDOM.bits());
        for (long first = -20; first < 20; first++) {
            seen.add(RANDOM.bits(first));
            for (long second = -20; second < 20; second++) {
                seen.add(RANDOM.bits(first, second));
            }
        }
        assertThat(seen).hasSize(1 + 40 + 1600);
    }

    @Test
    void numbersStayTheSameFromVersionToVersion() {
        assertThat(new KeyedRandom(0).bits()).isEqualTo(0xa706dd2f4d197e6fL);
        assertThat(new KeyedRandom(42).bits(1, 2, 3)).isEqualTo(0x5912e884bdeae4ffL);
    }

    @Test
    void textKeysAreThePublishedHash() {
        assertThat(KeyedRandom.key("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(KeyedRandom.key("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(KeyedRandom.key("foobar")).isEqualTo(0x85944171f73967e8L);
        assertThat(KeyedRandom.key("同心")).isNotEqualTo(KeyedRandom.key("心同"));
    }

    @Test
    void aMeanOrBoundOutsideItsRangeIsRefused() {
        assertThat(RANDOM.poisson(0, 1)).isZero();
        assertThatThrownBy(() -> RANDOM.poisson(-1, 1)).hasMessageContaining("mean (-1.0)");
        assertThatThrownBy(() -> RANDOM.poisson(Double.NaN, 1)).hasMessageContaining("mean (NaN)");
        assertThatThrownBy(() -> RANDOM.below(0, 1)).hasMessageContaining("bound (0)");
    }

    private static double chiSquare(int[] bins) {
        double expected = (double) DRAWS / bins.length;
        double sum = 0;
        for (int count : bins) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
