package org.tongxin.core.epidemic;

/** The wish of a person with symptoms to be tested, in 64 bits: who, under which rule, and how many days ago it could have come first. */
final class Wish {

    private static final int PERSON_BITS = 28;
    private static final int WAIT_BITS = 11;

    private Wish() {}

    static long of(int person, int rule, int waited) {
        return ((long) rule << WAIT_BITS | waited) << PERSON_BITS | person;
    }

    static int person(long wish) {
        return (int) wish & (1 << PERSON_BITS) - 1;
    }

    static int waited(long wish) {
        return (int) (wish >>> PERSON_BITS) & (1 << WAIT_BITS) - 1;
    }

    static int rule(long wish) {
        return (int) (wish >>> PERSON_BITS + WAIT_BITS);
    }
}
