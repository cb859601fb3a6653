package org.tongxin.core.epidemic;

/** A quarantine that is to end by a negative result, in 64 bits: whose, and the first day after it as it stood when the sample was taken. */
final class Release {

    private static final int PERSON_BITS = 28;

    private Release() {}

    static long of(int person, int until) {
        return (long) until << PERSON_BITS | person;
    }

    static int person(long release) {
        return (int) release & (1 << PERSON_BITS) - 1;
    }

    static int until(long release) {
        return (int) (release >>> PERSON_BITS);
    }
}
