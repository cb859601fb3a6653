package org.tongxin.core.epidemic;

/** People who wait for a test, first come, first served, since when, and which quarantine the test may end. One instance belongs to one thread. */
final class WaitingLine {

    private static final int PERSON_BITS = 28;
    private static final int DAY_BITS = 11;
    private static final int DAY = (1 << DAY_BITS) - 1;

    /** Its length is a power of two. */
    private long[] waiting = new long[1024];

    private int first;
    private int count;

    void clear() {
        first = 0;
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    /** @param until first day after the quarantine that the test may end, 0 for none */
    void add(int person, int until, int day) {
        if (count == waiting.length) {
            long[] longer = new long[2 * count];
            for (int i = 0; i < count; i++) {
                longer[i] = waiting[first + i & count - 1];
            }
            waiting = longer;
            first = 0;
        }
        waiting[first + count++ & waiting.length - 1] = ((long) until << DAY_BITS | day) << PERSON_BITS | person;
    }

    /** The first in the line, told by {@link #person}, {@link #since} and {@link #until}; no longer in it afterwards. */
    long next() {
        long entry = waiting[first];
        first = first + 1 & waiting.length - 1;
        count--;
        return entry;
    }

    static int person(long entry) {
        return (int) entry & (1 << PERSON_BITS) - 1;
    }

    static int since(long entry) {
        return (int) (entry >>> PERSON_BITS) & DAY;
    }

    static int until(long entry) {
        return (int) (entry >>> PERSON_BITS + DAY_BITS);
    }
}
