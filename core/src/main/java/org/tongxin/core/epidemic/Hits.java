package org.tongxin.core.epidemic;

import java.util.Arrays;

/** Pairs (contact, day) of a batch of people that were hit, as the walk finds them. One instance belongs to one thread. */
final class Hits {

    /** Most people of a batch. */
    static final int BATCH = 256;

    private static final int PERSON_BITS = 8;
    private static final int ROW_BITS = 10;
    private static final int PASSED_BITS = 12;

    int count;
    int[] target = new int[4 * BATCH];
    private long[] hit = new long[4 * BATCH];

    /** @param row in {@link Spread} @param passed day of the infectious period, from 1 on */
    void add(int j, int row, int contact, int passed) {
        if (count == hit.length) {
            hit = Arrays.copyOf(hit, 2 * count);
            target = Arrays.copyOf(target, 2 * count);
        }
        hit[count++] = ((long) contact << PASSED_BITS | passed) << ROW_BITS + PERSON_BITS | row << PERSON_BITS | j;
    }

    /** Number of the person in the batch. */
    int person(int h) {
        return (int) hit[h] & (1 << PERSON_BITS) - 1;
    }

    int row(int h) {
        return (int) hit[h] >>> PERSON_BITS & (1 << ROW_BITS) - 1;
    }

    int passed(int h) {
        return (int) (hit[h] >>> ROW_BITS + PERSON_BITS) & (1 << PASSED_BITS) - 1;
    }

    int contact(int h) {
        return (int) (hit[h] >>> ROW_BITS + PERSON_BITS + PASSED_BITS);
    }
}
