package org.tongxin.core.epidemic;

/**
 * An attempt of infection: target, source and layer in 64 bits. The last bits of the contact's number tell apart two links of the
 * same people.
 */
final class Attempt {

    private static final int PERSON_BITS = 28;
    private static final int PERSON = (1 << PERSON_BITS) - 1;
    private static final int LAYER_BITS = 3;
    private static final int CONTACT_BITS = 5;

    /** The bits of source and layer. */
    static final long SAME_SOURCE_AND_LAYER = (1L << PERSON_BITS + LAYER_BITS + CONTACT_BITS) - (1 << CONTACT_BITS);

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
}
