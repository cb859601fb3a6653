package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * Contacts of the people of a batch in one layer that were hit on a {@link Walk}: attempts of infection if the contact is as
 * susceptible as anybody there. One instance belongs to one thread.
 */
final class Hits {

    int count;
    /** By hit: number of the person in the batch. */
    int[] person = new int[2 * Batch.SIZE];
    /** By hit: number of the contact; of strangers, the day of the infectious period, from 0 on, times the contacts of a day, plus the number. */
    int[] number = new int[2 * Batch.SIZE];
    /** By hit: hazard between the beginning of the contact and the point. */
    double[] point = new double[2 * Batch.SIZE];
    /** By hit: who it is; filled in by {@link Exposure}. */
    int[] target = new int[2 * Batch.SIZE];

    /** By person of the batch: {@link Maker} of attempts in this layer. */
    final long[] maker = new long[Batch.SIZE];

    /** Makes room. */
    void reserve(int more) {
        if (count + more > person.length) {
            int room = 2 * (count + more);
            person = Arrays.copyOf(person, room);
            number = Arrays.copyOf(number, room);
            point = Arrays.copyOf(point, room);
            target = Arrays.copyOf(target, room);
        }
    }
}
