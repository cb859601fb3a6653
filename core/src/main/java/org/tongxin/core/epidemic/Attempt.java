package org.tongxin.core.epidemic;

/**
 * An attempt of infection: target, source and layer in 64 bits, and in a note of 32 bits what is needed to go on when it fails:
 * the source's row in {@link Spread}, how many days of its infectious period are left after this one, and how many of them are
 * early; 0 days where every day is another person. The last bits of the contact's number tell apart two links of the same
 * people.
 */
final class Attempt {

    private static final int PERSON_BITS = 28;
    private static final int PERSON = (1 << PERSON_BITS) - 1;
    private static final int LAYER_BITS = 3;
    private static final int CONTACT_BITS = 5;

    private static final int DAY_BITS = 10;
    private static final int DAYS = (1 << DAY_BITS) - 1;

    private Attempt() {}

    static long of(int source, int target, int layer, int contact) {
        return (((long) target << PERSON_BITS | source) << LAYER_BITS | layer) << CONTACT_BITS
                | contact & (1 << CONTACT_BITS) - 1;
    }

    static int layer(long attempt) {
        return (int) (attempt >>> CONTACT_BITS) & (1 << LAYER_BITS) - 1;
    }

    static int source(long attempt) {
        return (int) (attempt >>> LAYER_BITS + CONTACT_BITS) & PERSON;
    }

    static int target(long attempt) {
        return (int) (attempt >>> PERSON_BITS + LAYER_BITS + CONTACT_BITS);
    }

    /** @param row index in {@link Spread} @param earlyLeft days, as {@code daysLeft} below 1,024 */
    static int note(int row, int earlyLeft, int daysLeft) {
        return (row << DAY_BITS | earlyLeft) << DAY_BITS | daysLeft;
    }

    static int daysLeft(int note) {
        return note & DAYS;
    }

    static int earlyLeft(int note) {
        return note >>> DAY_BITS & DAYS;
    }

    static int row(int note) {
        return note >>> 2 * DAY_BITS;
    }
}
