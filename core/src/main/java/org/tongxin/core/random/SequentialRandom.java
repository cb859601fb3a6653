package org.tongxin.core.random;

/**
 * A long run of random numbers under one key, for work that draws many numbers one after another.
 *
 * <p><b>Idea.</b> The generator xoshiro256++ [1]: four words of state, period 2^256 - 1, about a nanosecond a number. The
 * state is filled from the mixing function of SplitMix64, as [1] advises, which {@link KeyedRandom} applies to the key, so
 * that runs under different keys have nothing to do with each other and a run does not depend on which
 * thread draws it.
 *
 * <p><b>Where it fails.</b> Not for secrets. Holds state: one instance belongs to one thread.
 *
 * <p>Sources: [1] Blackman, Vigna: Scrambled linear pseudorandom number generators, ACM Transactions on Mathematical
 * Software 47 (2021) 4. [2] Lemire: Fast random integer generation in an interval, ACM Transactions on Modeling and
 * Computer Simulation 29 (2019) 3.
 */
public final class SequentialRandom {

    private long state0;
    private long state1;
    private long state2;
    private long state3;

    /** The run that belongs to this seed and key. */
    public static SequentialRandom of(long seed, long... key) {
        KeyedRandom fill = new KeyedRandom(new KeyedRandom(seed).bits(key));
        return new SequentialRandom(fill.bits(0), fill.bits(1), fill.bits(2), fill.bits(3));
    }

    /** Continues from this state, of which at least one word must not be 0. */
    SequentialRandom(long state0, long state1, long state2, long state3) {
        this.state0 = state0;
        this.state1 = state1;
        this.state2 = state2;
        this.state3 = state3;
    }

    /** The next evenly distributed 64 bits. */
    public long bits() {
        long result = Long.rotateLeft(state0 + state3, 23) + state0;
        long shifted = state1 << 17;
        state2 ^= state0;
        state3 ^= state1;
        state1 ^= state2;
        state0 ^= state3;
        state2 ^= shifted;
        state3 = Long.rotateLeft(state3, 45);
        return result;
    }

    /** The next evenly distributed number in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (bits() >>> 11) * 0x1p-53;
    }

    /**
     * The next evenly distributed number in 0 .. bound - 1, without any bias [2].
     *
     * @param bound 1 or more
     * @throws IllegalArgumentException when the bound is below 1
     */
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("The bound (" + bound + ") must be 1 or more.");
        }
        long product = (bits() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            product = withoutBias(product, bound);
        }
        return (int) (product >>> 32);
    }

    private long withoutBias(long first, int bound) {
        long unevenPart = (1L << 32) % bound;
        long product = first;
        while ((product & 0xffffffffL) < unevenPart) {
            product = (bits() >>> 32) * bound;
        }
        return product;
    }
}
