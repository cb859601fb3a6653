package org.tongxin.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxin.core.random.KeyedRandom;

/** The fast form against the plain one, on random series with gaps, constants and runs of zeros. */
class EarsBatchTest {

    private static final int SERIES = 300;

    @ParameterizedTest
    @EnumSource(EarsMethod.class)
    void wholeSeriesGiveThePlainBoundsDigitByDigit(EarsMethod method) {
        for (long seed = 1; seed <= SERIES; seed++) {
            KeyedRandom random = new KeyedRandom(seed);
            EarsSettings settings =
                    new EarsSettings(2 + random.below(30, 1), method.defaultAlpha(), random.below(3, 2) == 0 ? 0.5 : 0);
            compare(randomCounts(random), method, settings, "seed " + seed + " " + settings);
        }
    }

    private static void compare(double[] counts, EarsMethod method, EarsSettings settings, String what) {
        double[] bounds = Ears.upperBounds(counts, method, settings);
        assertThat(bounds).hasSameSizeAs(counts);
        for (int index = 0; index < counts.length; index++) {
            DetectionResult plain = Ears.at(counts, index, method, settings);
            assertThat(bounds[index]).as(what + " point " + index).isEqualTo(Double.valueOf(plain.upperBound()));
            assertThat(counts[index] > bounds[index]).isEqualTo(plain.alarm());
        }
    }

    private static double[] randomCounts(KeyedRandom random) {
        double[] counts = new double[random.below(120, 3)];
        double level = random.below(4, 4) * 3.0;
        double share = random.below(2, 5) == 0 ? 1 : 0.1;
        for (int index = 0; index < counts.length; index++) {
            boolean repeat = index > 0 && random.below(100, 6, index) < 60 && random.below(2, 7) == 0;
            counts[index] = repeat ? counts[index - 1] : share * random.poisson(level, 8, index);
            counts[index] = random.below(100, 9, index) == 0 ? Double.NaN : counts[index];
        }
        return counts;
    }
}
