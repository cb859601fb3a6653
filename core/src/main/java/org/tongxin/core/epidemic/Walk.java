package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Walks over contacts of all people of a batch, each contact of a person with the same hazard, and keeps which were hit if they
 * are as susceptible as anybody.
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

    /** Numbers that each walk has of a person's sequence; more than any line has contacts that can be hit. */
    private static final long NUMBERS = 1 << 20;

    private final Batch batch;
    private final Hits hits;
    /** Number of the walk's first draw in a person's sequence. */
    private final long firstDraw;

    /** By person: how many contacts there are; to be filled in before {@link #lay}. */
    final int[] contacts = new int[Batch.SIZE];
    /** By person: hazard of one contact; likewise. */
    final double[] hazard = new double[Batch.SIZE];
    /** By person: hazard of all contacts. */
    private final double[] end = new double[Batch.SIZE];

    /** Numbers in the batch of those who walk. */
    private final int[] walking = new int[Batch.SIZE];
    /** By who walks: the next point, the end of the contact it hits, and the bits of the distance to the point after it. */
    private final double[] next = new double[Batch.SIZE];

    private final double[] at = new double[Batch.SIZE];
    private final long[] bits = new long[Batch.SIZE];

    /** @param ordinal tells the walks of one batch apart, 1 or more: the draws of each are its own */
    Walk(Batch batch, Hits hits, int ordinal) {
        this.batch = batch;
        this.hits = hits;
        firstDraw = ordinal * NUMBERS;
    }

    /** Puts the contacts end to end, behind those of the walks before. */
    void lay() {
        for (int j = 0; j < batch.count; j++) {
            end[j] = hazard[j] * contacts[j];
        }
        for (int j = 0; j < batch.count; j++) {
            batch.hazard[j] += end[j];
        }
    }

    /** Walks from the beginning to the end. */
    void walk() {
        int open = begin();
        for (long draw = firstDraw; open > 0; draw++) {
            note(open);
            open = step(open, draw);
        }
    }

    /** Those who are hit here stand at the first point; the others take what is left of the distance into the next walk. */
    private int begin() {
        int open = 0;
        for (int k = 0; k < batch.hitting; k++) {
            int j = batch.whoHits[k];
            double rest = batch.rest[j];
            walking[open] = j;
            next[open] = rest;
            batch.rest[j] = rest - end[j];
            open += isBelow(rest, end[j]);
        }
        return open;
    }

    private void note(int open) {
        hits.reserve(open);
        int[] person = hits.person;
        int[] number = hits.number;
        double[] point = hits.point;
        int from = hits.count;
        for (int k = 0; k < open; k++) {
            int j = walking[k];
            double each = hazard[j];
            int i = Math.min((int) (next[k] / each), contacts[j] - 1);
            person[from + k] = j;
            number[from + k] = i;
            point[from + k] = next[k] - i * each;
            at[k] = (i + 1) * each;
        }
        hits.count += open;
    }

    /** Goes on to the next point of those who walk; gives the number of those who are hit by it and walk on. */
    private int step(int open, long draw) {
        long number = draw * KeyedRandom.GOLDEN_STEP;
        for (int k = 0; k < open; k++) {
            bits[k] = batch.sequence[walking[k]] + number;
        }
        for (int k = 0; k < open; k++) {
            bits[k] = KeyedRandom.mix(bits[k]);
        }
        int still = 0;
        for (int k = 0; k < open; k++) {
            int j = walking[k];
            double point = at[k] + Exponential.of(bits[k]);
            batch.rest[j] = point - end[j];
            walking[still] = j;
            next[still] = point;
            still += isBelow(point, end[j]);
        }
        return still;
    }

    /** 1 when a value lies below a bound, without a branch; else 0. Both finite, and no zero with a sign. */
    static int isBelow(double value, double bound) {
        return (int) (Double.doubleToRawLongBits(value - bound) >>> 63);
    }
}
