package org.tongxin.core.population;

/**
 * SplitMix64 drawn in sequence, for recipes that prescribe it; everything else draws by
 * {@link org.tongxin.core.random.KeyedRandom}. One instance belongs to one thread.
 *
 * <p>Source: Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class RecipeRandom {

    private long state;

    RecipeRandom(long state) {
        this.state = state;
    }

    long bits() {
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** In [0, 1): the top 53 bits. */
    double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /** In 0 .. bound - 1: the high half of the product of a draw and the bound. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(bits(), bound);
    }
}
