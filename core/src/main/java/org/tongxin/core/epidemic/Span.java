package org.tongxin.core.epidemic;

/** The days on which somebody's contacts count, in 64 bits: the first, how many, and how many of them are early. */
final class Span {

    private static final int DAYS_BITS = 12;
    private static final int DAYS = (1 << DAYS_BITS) - 1;

    private Span() {}

    static long of(int first, int days, int early) {
        return ((long) first << DAYS_BITS | days) << DAYS_BITS | early;
    }

    static int first(long span) {
        return (int) (span >>> 2 * DAYS_BITS);
    }

    static int days(long span) {
        return (int) (span >>> DAYS_BITS) & DAYS;
    }

    static int early(long span) {
        return (int) span & DAYS;
    }
}
