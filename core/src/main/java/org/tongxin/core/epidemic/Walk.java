package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.random.KeyedRandom;

/**
 * Walks over the contacts in one layer of all people of a batch, and keeps which were hit, when, if they are as susceptible as
 * anybody in the layer.
 *
 * <p><b>Idea.</b> Lay a person's contacts end to end, each as long as its hazard over all days. Points fall on this line at rate
 * 1, and a contact hit by a point is an attempt of infection: it is hit with probability 1 - exp(-hazard) exactly. The distance
 * to the next point is one exponential draw, so the work goes with the attempts, not with the contacts or the days. Since the
 * exponential has no memory, the walk may go on anywhere behind the point, and goes on with the next contact. So how far a
 * point lies from the beginning of its contact is an exponential variable of that contact alone, and serves for any lower
 * hazard too: {@link Exposure} asks again when it knows who the contact is.
 *
 * <p>All people take one step at a time, those who are not yet at the end: no step waits for another, and no branch has to be
 * guessed by the processor. One instance belongs to one thread.
 */
final class Walk {

    private final Batch batch;
    private final Spread spread;

    /** By person: row in {@link Spread} for the most susceptible. */
    private final int[] row = new int[Batch.SIZE];
    /** By person: hazard of a contact over all days. */
    private final double[] contact = new double[Batch.SIZE];

    private final double[] end = new double[Batch.SIZE];
    private final double[] at = new double[Batch.SIZE];
    private final int[] walking = new int[Batch.SIZE];
    private final double[] gap = new double[Batch.SIZE];

    /** Hits so far. */
    int hits;
    /** By hit: number of the person in the batch. */
    int[] person = new int[4 * Batch.SIZE];
    /** By hit: number of the contact; of strangers, the day of the infectious period, from 0 on, times the contacts of a day, plus the number. */
    int[] number = new int[4 * Batch.SIZE];
    /** By hit: hazard between the beginning of the contact and the point. */
    double[] point = new double[4 * Batch.SIZE];
    /** By hit: who it is; filled in by {@link Exposure}. */
    int[] target = new int[4 * Batch.SIZE];

    Walk(Batch batch, Spread spread) {
        this.batch = batch;
        this.spread = spread;
    }

    /** Lays out the line over contacts that are the same every day. @param contacts how many each person has */
    void layFixed(int[] layer, int[] contacts) {
        for (int j = 0; j < batch.count; j++) {
            row[j] = Spread.row(spread.highest(layer[j]), layer[j]) + batch.course[j];
            contact[j] = spread.hazard(row[j], batch.earlyDays[j], batch.days[j]);
            end[j] = contact[j] * contacts[j];
            batch.hazard[j] += end[j];
        }
    }

    /** Lays out the line over people who are others every day. @param contacts of each person on each day */
    void layStrangers(int contacts) {
        int layer = Layer.RANDOM.ordinal();
        for (int j = 0; j < batch.count; j++) {
            row[j] = Spread.row(spread.highest(layer), layer) + batch.course[j];
            end[j] = contacts * spread.hazard(row[j], batch.earlyDays[j], batch.days[j]);
            batch.hazard[j] += end[j];
        }
    }

    /** Walks over contacts that are the same every day. */
    void overFixed(int[] contacts) {
        int open = begin();
        while (open > 0) {
            open = fixed(open, contacts);
            draw(open);
        }
    }

    /**
     * Walks over people who are others every day: every pair (contact, day) is a contact of its own, the days in order.
     *
     * @param contacts of each person on each day
     */
    void overStrangers(int contacts) {
        int open = begin();
        while (open > 0) {
            open = strangers(open, contacts);
            draw(open);
        }
    }

    /** Those who are hit somewhere stand at the beginning, with what is left of the distance in the layer before. */
    private int begin() {
        hits = 0;
        for (int k = 0; k < batch.hitting; k++) {
            int j = batch.whoHits[k];
            walking[k] = j;
            at[j] = 0;
            gap[k] = batch.rest[j];
        }
        return batch.hitting;
    }

    private void draw(int open) {
        long[] state = batch.state;
        for (int k = 0; k < open; k++) {
            int j = walking[k];
            state[j] += KeyedRandom.GOLDEN_STEP;
            gap[k] = Exponential.of(KeyedRandom.mix(state[j]));
        }
    }

    /** One step of those who walk; gives the number of those who were hit and walk on. */
    private int fixed(int open, int[] contacts) {
        reserve(open);
        int[] person = this.person;
        int[] number = this.number;
        double[] point = this.point;
        int found = hits;
        int still = 0;
        for (int k = 0; k < open; k++) {
            int j = walking[k];
            double next = at[j] + gap[k];
            double each = contact[j];
            int i = Math.min((int) (next / each), contacts[j] - 1);
            person[found] = j;
            number[found] = i;
            point[found] = next - i * each;
            at[j] = (i + 1) * each;
            batch.rest[j] = next - end[j];
            walking[still] = j;
            int hit = isBelow(next, end[j]);
            found += hit;
            still += hit;
        }
        hits = found;
        return still;
    }

    private int strangers(int open, int contacts) {
        reserve(open);
        int[] person = this.person;
        int[] number = this.number;
        double[] point = this.point;
        int found = hits;
        int still = 0;
        for (int k = 0; k < open; k++) {
            int j = walking[k];
            double next = at[j] + gap[k];
            int early = contacts * batch.earlyDays[j];
            int pair = Math.min(spread.daysPassed(row[j], next, early), contacts * batch.days[j] - 1);
            person[found] = j;
            number[found] = pair;
            point[found] = next - spread.hazardOf(row[j], pair, early);
            at[j] = spread.hazardOf(row[j], pair + 1, early);
            walking[still] = j;
            int hit = isBelow(next, end[j]);
            found += hit;
            still += hit;
        }
        hits = found;
        return still;
    }

    /** 1 when a value lies below a bound, without a branch; else 0. Both finite, and no zero with a sign. */
    static int isBelow(double value, double bound) {
        return (int) (Double.doubleToRawLongBits(value - bound) >>> 63);
    }

    private void reserve(int more) {
        if (hits + more > person.length) {
            int room = 2 * (hits + more);
            person = Arrays.copyOf(person, room);
            number = Arrays.copyOf(number, room);
            point = Arrays.copyOf(point, room);
            target = Arrays.copyOf(target, room);
        }
    }
}
