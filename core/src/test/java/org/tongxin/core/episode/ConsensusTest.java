package org.tongxin.core.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tongxin.core.random.KeyedRandom;

class ConsensusTest {

    private static final double NONE = Double.NaN;

    @Test
    void edgingtonOfTwoIsHalfTheSquareOfTheSum() {
        assertThat(Consensus.edgington(new double[] {0.1, 0.2})).isCloseTo(0.045, within(1e-15));
        assertThat(Consensus.edgington(new double[] {0.7, 0.8})).isCloseTo(1 - 0.125, within(1e-12));
    }

    @Test
    void severalALittleUnusualCountMoreThanOneAlone() {
        double several = Consensus.edgington(new double[] {0.05, 0.06, 0.04});
        double alone = Consensus.edgington(new double[] {0.001, 0.6, 0.5});
        assertThat(several).isLessThan(0.001).isLessThan(alone);
    }

    @Test
    void aSilentStreamIsLeftOut() {
        assertThat(Consensus.edgington(new double[] {0.03, NONE})).isCloseTo(0.03, within(1e-15));
        assertThat(Consensus.stouffer(new double[] {NONE, 0.03}, new double[] {5, 1}))
                .isCloseTo(0.03, within(1e-12));
        assertThat(Consensus.edgington(new double[] {NONE})).isNaN();
    }

    @Test
    void bothAreUniformWhenStreamsAreIndependentAndQuiet() {
        KeyedRandom chance = new KeyedRandom(5);
        for (int streams : new int[] {2, 5, 12, 20}) {
            int edgington = 0;
            int stouffer = 0;
            for (int day = 0; day < 4000; day++) {
                double[] p = new double[streams];
                double[] weights = new double[streams];
                for (int stream = 0; stream < streams; stream++) {
                    p[stream] = chance.uniform(streams, day, stream);
                    weights[stream] = 1 + stream;
                }
                edgington += Consensus.edgington(p) < 0.05 ? 1 : 0;
                stouffer += Consensus.stouffer(p, weights) < 0.05 ? 1 : 0;
            }
            assertThat(edgington / 4000.0).as("%d streams", streams).isCloseTo(0.05, within(0.015));
            assertThat(stouffer / 4000.0).as("%d streams", streams).isCloseTo(0.05, within(0.015));
        }
    }

    @Test
    void aValueOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> Consensus.edgington(new double[] {1.2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.2");
    }
}
