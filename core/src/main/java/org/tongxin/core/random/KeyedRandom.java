package org.tongxin.core.random;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers as a pure function of seed and key.
 *
 * <p><b>Idea.</b> The seed and the parts of the key are stirred one after another with the finaliser of SplitMix64 [1, 2], a
 * bijection in which each input bit changes each output bit about half the time; where one draw is not enough, the
 * following ones are SplitMix64's own sequence from that point. There is no state: the same key gives the same number at
 * every call, so different questions need different keys. Keys of different length are different keys.
 *
 * <p><b>Cost.</b> A few nanoseconds for each part of the key. <b>Where it fails.</b> Not for secrets: a key can be found
 * from its number. Two of n keys meet with probability about n² / 2^65.
 *
 * <p>Immutable and safe for use by several threads. Equal seeds make equal values.
 *
 * <p>Sources: [1] Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014. [2] Stafford:
 * Better bit mixing (2011), variant 13: the two multipliers. [3] Salmon, Moraes, Dror, Shaw: Parallel random numbers: as
 * easy as 1, 2, 3, SC 2011: counter-based generation. [4] Lemire: Fast random integer generation in an interval, ACM
 * Transactions on Modeling and Computer Simulation 29 (2019) 3. [5] Hörmann: The transformed rejection method for
 * generating Poisson random variables, Insurance: Mathematics and Economics 12 (1993) 39-45, algorithm PTRS. [6] Fowler,
 * Noll, Eastlake: The FNV non-cryptographic hash algorithm, Internet-Draft draft-eastlake-fnv.
 *
 * @param seed any number; another seed is another world
 */
public record KeyedRandom(long seed) {

    /** Largest mean of {@link #poisson}. */
    public static final double MAX_POISSON_MEAN = 1e8;

    /** 2^64 divided by the golden ratio, made odd; step of SplitMix64's sequence [1]. */
    public static final long GOLDEN_STEP = 0x9e3779b97f4a7c15L;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** From this mean on the rejection method is the faster one; it is valid from 10 [5]. */
    private static final double REJECTION_FROM_MEAN = 10;

    /**
     * A number that stands for a text in a key: FNV-1a of its UTF-8 bytes, 64 bits [6]. The same on every machine and in
     * every version.
     */
    public static long key(String text) {
        long hash = FNV_OFFSET;
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** Evenly distributed 64 bits. */
    public long bits(long... key) {
        return mix(start(key));
    }

    /** Evenly distributed in [0, 1), a multiple of 2^-53. */
    public double uniform(long... key) {
        return fraction(bits(key));
    }

    /**
     * Evenly distributed in 0 .. bound - 1, without any bias [4].
     *
     * @param bound 1 or more
     * @throws IllegalArgumentException when the bound is below 1
     */
    public int below(int bound, long... key) {
        if (bound < 1) {
            throw new IllegalArgumentException("The bound (" + bound + ") must be 1 or more.");
        }
        long state = start(key);
        long unevenPart = (1L << 32) % bound;
        while (true) {
            long product = (mix(state) >>> 32) * bound;
            if ((product & 0xffffffffL) >= unevenPart) {
                return (int) (product >>> 32);
            }
            state += GOLDEN_STEP;
        }
    }

    /**
     * A Poisson variable: by adding up probabilities for a small mean, by transformed rejection [5] for a large one.
     *
     * @param mean 0 .. {@link #MAX_POISSON_MEAN}
     * @throws IllegalArgumentException when the mean is outside its range or NaN
     */
    public int poisson(double mean, long... key) {
        if (!(mean >= 0 && mean <= MAX_POISSON_MEAN)) {
            throw new IllegalArgumentException("The mean (" + mean + ") must lie in 0.." + MAX_POISSON_MEAN + ".");
        }
        return mean < REJECTION_FROM_MEAN ? smallPoisson(mean, uniform(key)) : largePoisson(mean, start(key));
    }

    /** Ends at the latest where a further probability is too small to change the sum. */
    private static int smallPoisson(double mean, double uniform) {
        double probability = Math.exp(-mean);
        double cumulated = 0;
        int value = 0;
        while (uniform >= cumulated + probability && (value < mean || cumulated + probability > cumulated)) {
            cumulated += probability;
            value++;
            probability *= mean / value;
        }
        return value;
    }

    /** The constants are those of [5], algorithm PTRS. */
    private static int largePoisson(double mean, long start) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double acceptAtOnce = 0.9277 - 3.6224 / (b - 2);
        long state = start;
        while (true) {
            double u = fraction(mix(state)) - 0.5;
            state += GOLDEN_STEP;
            double v = 1 - fraction(mix(state));
            state += GOLDEN_STEP;
            double distance = 0.5 - Math.abs(u);
            double value = Math.floor((2 * a / distance + b) * u + mean + 0.43);
            if (distance >= 0.07 && v <= acceptAtOnce) {
                return (int) value;
            }
            boolean outside = value < 0 || (distance < 0.013 && v > distance);
            if (!outside && Math.log(v * inverseAlpha / (a / (distance * distance) + b)) <= logDensity(mean, value)) {
                return (int) value;
            }
        }
    }

    private static double logDensity(double mean, double value) {
        return value * Math.log(mean) - mean - logFactorial(value);
    }

    /** Exact to 1e-12: the product itself below 10, else Stirling's series with four corrections. */
    private static double logFactorial(double value) {
        if (value < 10) {
            double product = 1;
            for (int factor = 2; factor <= value; factor++) {
                product *= factor;
            }
            return Math.log(product);
        }
        double x = value + 1;
        double square = x * x;
        double corrections = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / x;
        return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + corrections;
    }

    private long start(long[] key) {
        long state = mix(seed + GOLDEN_STEP);
        for (long part : key) {
            state = mix(mix(state + GOLDEN_STEP) + part);
        }
        return state + GOLDEN_STEP;
    }

    private static double fraction(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /**
     * Stirs 64 bits: SplitMix64's finaliser [2], a bijection. For inner loops that build their own keys; everything else
     * asks by seed and key.
     */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
