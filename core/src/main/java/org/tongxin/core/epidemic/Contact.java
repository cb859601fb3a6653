package org.tongxin.core.epidemic;

/** Somebody found as a contact, in 64 bits: who, and the first day after the quarantine that a test may end, 0 for none. */
final class Contact {

    private static final int PERSON_BITS = 28;

    private Contact() {}

    static long of(int person, int until) {
        return (long) until << PERSON_BITS | person;
    }

    static int person(long contact) {
        return (int) contact & (1 << PERSON_BITS) - 1;
    }

    static int until(long contact) {
        return (int) (contact >>> PERSON_BITS);
    }
}
