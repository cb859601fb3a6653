package org.tongxin.core.epidemic;

/** Something that happens to one person on a day, in 64 bits: what, and to whom. */
enum CaseEvent {
    SELF_ISOLATION(false),
    /** A wish for a test after symptoms; tells also the rule and how many days ago it could have come first. */
    WISH(true),
    RESULT(true),
    FALSE_RESULT(false),
    SEVERE(false),
    CRITICAL(false),
    DEATH(false);

    private static final int PERSON_BITS = 28;
    private static final int KIND_BITS = 4;
    private static final int WAIT_BITS = 10;
    private static final CaseEvent[] ALL = values();

    /** Whether it means nothing to somebody who is known as a case already. */
    final boolean isForTheUnknown;

    CaseEvent(boolean isForTheUnknown) {
        this.isForTheUnknown = isForTheUnknown;
    }

    long of(int person) {
        return (long) ordinal() << PERSON_BITS | person;
    }

    /** A wish. @param wait days since the person could first have had it */
    static long wish(int person, int rule, int wait) {
        return ((long) rule << WAIT_BITS | wait) << PERSON_BITS + KIND_BITS | WISH.of(person);
    }

    static CaseEvent kind(long event) {
        return ALL[(int) (event >>> PERSON_BITS) & (1 << KIND_BITS) - 1];
    }

    static int person(long event) {
        return (int) event & (1 << PERSON_BITS) - 1;
    }

    static int waited(long event) {
        return (int) (event >>> PERSON_BITS + KIND_BITS) & (1 << WAIT_BITS) - 1;
    }

    static int rule(long event) {
        return (int) (event >>> PERSON_BITS + KIND_BITS + WAIT_BITS);
    }
}
