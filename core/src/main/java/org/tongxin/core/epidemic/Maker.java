package org.tongxin.core.epidemic;

/** Who makes attempts in a layer, in 64 bits: what its {@link Attempt}s have in common, and its row in {@link Spread}. */
final class Maker {

    private static final int ROW_SHIFT = 40;

    private Maker() {}

    static long of(int person, int layer, int course) {
        return (long) (Spread.row(0, layer) + course) << ROW_SHIFT | Attempt.of(person, 0, layer, 0);
    }

    /** Row for the least susceptible; those of higher degrees lie {@link Spread#DEGREE} apart. */
    static int row(long maker) {
        return (int) (maker >>> ROW_SHIFT);
    }

    static long attempt(long maker, int target, int contact) {
        return maker & Attempt.SAME_SOURCE_AND_LAYER | Attempt.of(0, target, 0, contact);
    }
}
