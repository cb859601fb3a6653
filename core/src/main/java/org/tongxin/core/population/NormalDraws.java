package org.tongxin.core.population;

import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.statistics.NormalDistribution;

/** Whole years around a mean, read from a table of quantiles: a draw costs one look-up. */
final class NormalDraws {

    private static final int QUANTILES = 2_048;

    private final byte[] years = new byte[QUANTILES];

    /** Rounded, and cut off at both ends. */
    NormalDraws(double mean, double deviation, int least, int most) {
        for (int i = 0; i < QUANTILES; i++) {
            double value = mean + deviation * NormalDistribution.quantile((i + 0.5) / QUANTILES);
            years[i] = (byte) Math.clamp(Math.round(value), least, most);
        }
    }

    int draw(SequentialRandom random) {
        return years[(int) (random.bits() >>> 53)];
    }

    /** A factor with mean 1 whose logarithm has this deviation. */
    static double factor(SequentialRandom random, double deviation) {
        double uniform = Math.max(random.uniform(), 0x1p-53);
        return Math.exp(deviation * NormalDistribution.quantile(uniform) - deviation * deviation / 2);
    }
}
