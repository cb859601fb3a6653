package org.tongxin.core.epidemic;

import java.util.Arrays;

/** Pairs (contact, day) of a batch of people that were hit, as the walk finds them. One instance belongs to one thread. */
final class Hits {

    /** Most people of a batch. */
    static final int BATCH = 256;

    private static final int PERSON_BITS = 8;
    private static final int LAYER_BITS = 3;
    private static final int DAY_BITS = 12;

    int count;
    int[] target = new int[4 * BATCH];
    private long[] hit = new long[4 * BATCH];

    void add(int j, int layer, int contact, int day) {
        if (count == hit.length) {
            hit = Arrays.copyOf(hit, 2 * count);
            target = Arrays.copyOf(target, 2 * count);
        }
        hit[count++] = ((long) contact << DAY_BITS | day) << LAYER_BITS + PERSON_BITS | layer << PERSON_BITS | j;
    }

    /** Number of the person in the batch. */
    int person(int h) {
        return (int) hit[h] & (1 << PERSON_BITS) - 1;
    }

    int layer(int h) {
        return (int) hit[h] >>> PERSON_BITS & (1 << LAYER_BITS) - 1;
    }

    int day(int h) {
        return (int) (hit[h] >>> LAYER_BITS + PERSON_BITS) & (1 << DAY_BITS) - 1;
    }

    int contact(int h) {
        return (int) (hit[h] >>> LAYER_BITS + PERSON_BITS + DAY_BITS);
    }
}
