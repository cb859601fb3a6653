package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.core.random.KeyedRandom;

/** The small parts of the engine, each against what it is defined by. */
class PartsTest {

    @Test
    void exponentialDrawsFollowTheirDistribution() {
        KeyedRandom random = new KeyedRandom(42);
        int draws = 1_000_000;
        double[] values = new double[draws];
        Arrays.setAll(values, i -> Exponential.of(random.bits(i)));
        Arrays.sort(values);
        double distance = 0;
        for (int i = 0; i < draws; i++) {
            distance = Math.max(distance, Math.abs((i + 0.5) / draws + Math.expm1(-values[i])));
        }
        // Kolmogorov's bound for one in a thousand, and the tail beyond the base of the ziggurat.
        assertThat(distance).isLessThan(1.95 / Math.sqrt(draws));
        assertThat(Arrays.stream(values).filter(value -> value > 8).count() / (double) draws)
                .isCloseTo(Math.exp(-8), within(4 * Math.sqrt(Math.exp(-8) / draws)));
    }

    @Test
    void aliasDrawsFollowTheirDistribution() {
        double[] probability = Period.logNormal(4.5, 1.5, 1).probabilities();
        AliasTable table = AliasTable.of(probability);
        KeyedRandom random = new KeyedRandom(7);
        int draws = 1_000_000;
        int[] seen = new int[probability.length];
        LongStream.range(0, draws).forEach(i -> seen[table.draw(random.bits(i))]++);
        for (int day = 0; day < probability.length; day++) {
            double error = Math.sqrt(probability[day] * (1 - probability[day]) / draws);
            assertThat(seen[day] / (double) draws).isCloseTo(probability[day], within(4.5 * error + 1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 64, 1000, 4176})
    void partnersFindEachOther(int size) {
        Matching matching = new Matching(size);
        for (long key = 0; key < 20; key++) {
            int alone = 0;
            for (int number = 0; number < size; number++) {
                int partner = matching.partner(number, matching.pairing(KeyedRandom.mix(key)));
                assertThat(partner).isBetween(0, size - 1);
                assertThat(matching.partner(partner, matching.pairing(KeyedRandom.mix(key))))
                        .isEqualTo(number);
                alone += partner == number ? 1 : 0;
            }
            assertThat(alone).isEqualTo(size % 2);
        }
    }

    @Test
    void everyPartnerIsEquallyLikely() {
        int size = 401;
        Matching matching = new Matching(size);
        int keys = 100_000;
        int[] seen = new int[size];
        for (int key = 0; key < keys; key++) {
            seen[matching.partner(5, matching.pairing(KeyedRandom.mix(key)))]++;
        }
        double expected = keys / (double) size;
        double chiSquare = Arrays.stream(seen)
                .mapToDouble(each -> (each - expected) * (each - expected) / expected)
                .sum();
        // 400 degrees of freedom: 0.999 quantile.
        assertThat(chiSquare).isLessThan(493.1);
    }

    /** Matchings that were alike would make a network of small circles, on which epidemics stay small. */
    @Test
    void neighboursOfNeighboursAreSeldomTheSame() {
        int size = 4000;
        Matching matching = new Matching(size);
        int k = 8;
        BitSet reached = new BitSet(size);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (int c = 0; c < k; c++) {
                    if (a != b && b != c) {
                        int first = matching.partner(17, matching.pairing(KeyedRandom.mix(a)));
                        int second = matching.partner(first, matching.pairing(KeyedRandom.mix(b)));
                        reached.set(matching.partner(second, matching.pairing(KeyedRandom.mix(c))));
                    }
                }
            }
        }
        // 8 x 7 x 7 ways; of so many random places among 4,000, 18 would be met twice.
        assertThat(reached.cardinality()).isGreaterThan(392 - 45);
    }

    @Test
    void theCalendarGivesBackWhatWasEntered() {
        Calendar calendar = new Calendar(5);
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, 10_000).forEach(i -> calendar.add(i % 6, i));
            for (int day = 0; day < 5; day++) {
                long sum = 0;
                int count = 0;
                for (int chunk = calendar.firstChunk(day); chunk >= 0; chunk = calendar.nextChunk(chunk)) {
                    for (int i = 0; i < calendar.fill(day, chunk); i++) {
                        assertThat(calendar.entries(chunk)[i] % 6).isEqualTo(day);
                        sum += calendar.entries(chunk)[i];
                        count++;
                    }
                }
                assertThat(count).isBetween(1666, 1667);
                assertThat(sum).isPositive();
                calendar.close(day);
            }
        }
        assertThat(calendar.bytes()).as("room is used again").isLessThan(8L * 1024 * 20);
    }

    @Test
    void attemptsAreUnpackedAsTheyWerePacked() {
        long attempt = Attempt.of(268_435_455, 123_456_789, 4, 63);
        assertThat(Attempt.source(attempt)).isEqualTo(268_435_455);
        assertThat(Attempt.target(attempt)).isEqualTo(123_456_789);
        assertThat(Attempt.layer(attempt)).isEqualTo(4);
        assertThat(Attempt.of(1, 2, 3, 4)).isNotEqualTo(Attempt.of(1, 2, 3, 5));
    }

    @Test
    void wishesAreUnpackedAsTheyWerePacked() {
        long wish = Wish.of(268_435_455, 1_234, 2_046);
        assertThat(Wish.person(wish)).isEqualTo(268_435_455);
        assertThat(Wish.rule(wish)).isEqualTo(1_234);
        assertThat(Wish.waited(wish)).isEqualTo(2_046);
    }

    @Test
    void whoIsHeldIsCountedOnTheDaysFromEntryToEnd() {
        PlaceLog log = new PlaceLog();
        log.held(65_534, 3, 0, 2_046);
        log.held(65_534, -3, 5, 2_046);
        log.held(1, 30_000_000, 3, 6);
        int[] changes = new int[65_535 * 5];
        log.addHeld(changes, 65_535, 2);
        assertThat(changes[65_534]).as("held before the first day").isEqualTo(3);
        assertThat(changes[3 * 65_535 + 65_534]).isEqualTo(-3);
        assertThat(changes[65_535 + 1]).isEqualTo(30_000_000);
        assertThat(changes[4 * 65_535 + 1]).isEqualTo(-30_000_000);
        assertThat(changes[4 * 65_535 + 65_534]).as("beyond the last day").isZero();
    }

    @Test
    void classesOfInfectiousnessHaveTheMeanAndTheSpreadOfTheirDistribution() {
        double[] classes = new Infectiousness(0.45, 0, 1, 1).classes();
        assertThat(Arrays.stream(classes).average().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(classes).isSorted();
        // The upper fifth of people with dispersion 0.45 cause 69 % of infections.
        double upper = Arrays.stream(classes).skip(32 - 6).sum() / 32;
        assertThat(upper).isBetween(0.6, 0.75);
    }

    @Test
    void periodsSumUpToOneAndKeepTheirMean() {
        for (Period period : new Period[] {
            Period.logNormal(4.5, 1.5, 1), Period.gamma(2.9, 1.2, 1), Period.geometric(1.0 / 6), Period.fixed(3)
        }) {
            assertThat(Arrays.stream(period.probabilities()).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(Period.geometric(1.0 / 6).mean()).isCloseTo(6, within(1e-6));
        assertThat(Period.logNormal(8, 2, 1).mean()).isCloseTo(8, within(0.01));
        assertThat(Period.gamma(2.9, 1.2, 1).mean()).isCloseTo(2.9, within(0.02));
    }
}
