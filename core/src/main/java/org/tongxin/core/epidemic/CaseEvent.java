package org.tongxin.core.epidemic;

/** Something that happens to one person on a day, in 64 bits: what, and to whom. */
enum CaseEvent {
    SELF_ISOLATION,
    RESULT,
    FALSE_RESULT,
    SEVERE,
    CRITICAL,
    DEATH;

    private static final int PERSON_BITS = 28;
    private static final CaseEvent[] ALL = values();

    long of(int person) {
        return (long) ordinal() << PERSON_BITS | person;
    }

    static CaseEvent kind(long event) {
        return ALL[(int) (event >>> PERSON_BITS)];
    }

    static int person(long event) {
        return (int) event & (1 << PERSON_BITS) - 1;
    }
}
