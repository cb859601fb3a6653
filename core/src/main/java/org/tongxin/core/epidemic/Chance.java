package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * The random bits of one run as pure functions of seed, person, purpose and index: the numbers of {@link KeyedRandom} with the
 * loops taken out. Since nothing is drawn in sequence, a person's luck is the same whatever else happens, in every scenario
 * of the same seed.
 */
final class Chance {

    /** Purposes of a draw about one person; each is one number of that person. */
    static final int LATENT = 1;

    static final int SEVERITY = 2;
    static final int RECOVERY = 3;
    static final int SYMPTOMS = 4;
    static final int SEVERE = 5;
    static final int CRITICAL = 6;
    static final int END = 7;
    static final int INFECTIOUSNESS = 8;
    static final int COMPLIANCE = 9;
    static final int TEST_SEEKING = 10;
    static final int PROTECTION = 11;
    static final int SELF_ISOLATION = 12;
    static final int DEATH_WITHOUT_BED = 13;

    /** The seed of the sequence that places a person's attempts of infection. */
    static final int ATTEMPTS = 64;

    private static final long PAIRS = 0x5851f42d4c957f2dL;
    private static final long AGAIN = 0x9fb21c651e98df25L;
    private static final long DAYS = 0x14057b7ef767814fL;

    private final long people;
    private final long pairs;
    private final long again;
    private final long days;

    Chance(long seed) {
        people = KeyedRandom.mix(seed + KeyedRandom.GOLDEN_STEP);
        pairs = KeyedRandom.mix(people ^ PAIRS);
        again = KeyedRandom.mix(people ^ AGAIN);
        days = KeyedRandom.mix(people ^ DAYS);
    }

    /** The key of a person, from which {@link #bits} draws. */
    long person(int person) {
        return KeyedRandom.mix(people + (person + 1) * KeyedRandom.GOLDEN_STEP);
    }

    /** The number of a purpose under a person's key. */
    static long bits(long personKey, int purpose) {
        return KeyedRandom.mix(personKey + purpose * KeyedRandom.GOLDEN_STEP);
    }

    /** The number that decides whether measures and protection leave an attempt of infection on a day. */
    long attempt(long attempt, int day) {
        return KeyedRandom.mix(KeyedRandom.mix(pairs + attempt) + day * KeyedRandom.GOLDEN_STEP);
    }

    /** The number that places the next attempt after one that failed on a day. */
    long again(long attempt, int day) {
        return KeyedRandom.mix(KeyedRandom.mix(again + attempt) + day * KeyedRandom.GOLDEN_STEP);
    }

    /** The number that a person has for a purpose on a day, apart from the other uses. */
    long onDay(int person, int purpose, int day) {
        return KeyedRandom.mix(KeyedRandom.mix(days + ((long) purpose << 40 | (long) day << 28 | person)));
    }

    /** Evenly distributed in [0, 1), a multiple of 2^-53. */
    static double uniform(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** Evenly distributed in 0 .. bound - 1; the bias is below bound / 2^32. */
    static int below(long bits, int bound) {
        return (int) ((bits >>> 32) * bound >>> 32);
    }
}
