package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Exponential variables of mean 1 by the ziggurat: the area under exp(-x) is covered by 256 layers of equal area, and 99 of
 * 100 draws need one multiplication and one comparison. Exact: the rest is decided by the density itself.
 *
 * <p>Source: Marsaglia, Tsang: The ziggurat method for generating random variables, Journal of Statistical Software 5 (2000) 8:
 * right end of the base layer and area of a layer for 256 layers.
 */
final class Exponential {

    private static final int LAYERS = 256;
    private static final double BASE_END = 7.69711747013104972;
    private static final double LAYER_AREA = 0.0039496598225815571993;
    private static final double[] WIDTH = widths();
    private static final double[] DENSITY = densities();

    private Exponential() {}

    /** Layer 0 is the base, as wide as it would be without its tail; then ever narrower ones, the last of width 0. */
    private static double[] widths() {
        double[] width = new double[LAYERS + 1];
        width[0] = LAYER_AREA / Math.exp(-BASE_END);
        width[1] = BASE_END;
        for (int i = 2; i < LAYERS; i++) {
            width[i] = -Math.log(Math.exp(-width[i - 1]) + LAYER_AREA / width[i - 1]);
        }
        return width;
    }

    private static double[] densities() {
        double[] density = new double[LAYERS + 1];
        for (int i = 0; i <= LAYERS; i++) {
            density[i] = Math.exp(-WIDTH[i]);
        }
        return density;
    }

    /** The variable, 0 or more, that belongs to 64 evenly distributed bits. Where these are not enough, it stirs them on. */
    static double of(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = Chance.uniform(bits) * WIDTH[layer];
        return x < WIDTH[layer + 1] ? x : atTheEdge(bits, layer, x);
    }

    private static double atTheEdge(long bits, int layer, double x) {
        long more = KeyedRandom.mix(bits + KeyedRandom.GOLDEN_STEP);
        if (layer == 0) {
            return BASE_END + of(more);
        }
        double height = DENSITY[layer] + Chance.uniform(more) * (DENSITY[layer + 1] - DENSITY[layer]);
        return height < Math.exp(-x) ? x : of(KeyedRandom.mix(more + KeyedRandom.GOLDEN_STEP));
    }
}
