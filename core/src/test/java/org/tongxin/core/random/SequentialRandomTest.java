package org.tongxin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequentialRandomTest {

    @Test
    void itIsXoshiro256PlusPlus() {
        SequentialRandom random = new SequentialRandom(1, 2, 3, 4);
        assertThat(LongStream.generate(random::bits).limit(5))
                .as("first numbers from the state 1, 2, 3, 4, as the generator's definition gives them")
                .containsExactly(
                        41943041L,
                        58720359L,
                        3588806011781223L,
                        3591011842654386L,
                        Long.parseUnsignedLong("9228616714210784205"));
    }

    @Test
    void sameSeedAndKeyGiveTheSameRunAndOthersAnother() {
        long first = SequentialRandom.of(7, 3).bits();
        assertThat(SequentialRandom.of(7, 3).bits()).isEqualTo(first);
        assertThat(SequentialRandom.of(7, 4).bits()).isNotEqualTo(first);
        assertThat(SequentialRandom.of(8, 3).bits()).isNotEqualTo(first);
    }

    @Test
    void numbersBelowABoundAreEvenlyDistributed() {
        SequentialRandom random = SequentialRandom.of(11);
        int[] seen = new int[7];
        for (int draw = 0; draw < 70_000; draw++) {
            seen[random.below(7)]++;
        }
        for (int count : seen) {
            assertThat(count).as("seed 11").isCloseTo(10_000, within(400));
        }
    }

    @Test
    void fractionsAreEvenlyDistributed() {
        SequentialRandom random = SequentialRandom.of(12);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            double fraction = random.uniform();
            assertThat(fraction).isBetween(0.0, Math.nextDown(1.0));
            sum += fraction;
            squares += fraction * fraction;
        }
        assertThat(sum / 100_000).isCloseTo(1 / 2.0, within(0.004));
        assertThat(squares / 100_000).isCloseTo(1 / 3.0, within(0.004));
    }

    @Test
    void aBoundBelowOneIsRefused() {
        assertThatThrownBy(() -> SequentialRandom.of(1).below(0)).hasMessageContaining("(0)");
    }
}
