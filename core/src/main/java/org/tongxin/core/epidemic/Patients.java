package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * How the disease runs in the people of a batch: what {@link Patient} draws for one, for all of them step by step, in loops so
 * short that reads and multiplications of many people overlap. Equal to it, person by person. One instance belongs to one thread
 * and is written over by each {@link #read}.
 */
final class Patients {

    private final Course course;
    private final Patient one;

    /** Key of each person's random numbers. */
    final long[] key = new long[Batch.SIZE];
    /** Day on which each becomes infectious. */
    final int[] begins = new int[Batch.SIZE];
    /** Day of recovery or death. */
    final int[] ends = new int[Batch.SIZE];
    /** Day of the first symptoms of those who have any. */
    final int[] onset = new int[Batch.SIZE];
    /** 1 for those who have symptoms, else 0. */
    final int[] symptomatic = new int[Batch.SIZE];
    /** Class of infectiousness. */
    final int[] infectiousness = new int[Batch.SIZE];
    /** Day on which those fall severely ill who do, else {@link Patient#NEVER}. */
    final int[] severeOn = new int[Batch.SIZE];

    private final double[] severity = new double[Batch.SIZE];
    private final long[] bits = new long[Batch.SIZE];
    private final int[] recovery = new int[Batch.SIZE];
    private final int[] severe = new int[Batch.SIZE];

    Patients(Course course, Patient one) {
        this.course = course;
        this.one = one;
    }

    /** Draws the courses of a batch's people from the day of infection on. */
    void read(Chance chance, Batch batch, int day) {
        int count = batch.count;
        for (int j = 0; j < count; j++) {
            key[j] = chance.person(batch.person[j]);
        }
        begin(count, day);
        fallIll(batch);
        recover(count);
        fallSeverelyIll(chance, batch, day);
    }

    private void begin(int count, int day) {
        draw(Chance.LATENT, count);
        for (int j = 0; j < count; j++) {
            begins[j] = day + course.latent.draw(bits[j]);
        }
        draw(Chance.INFECTIOUSNESS, count);
        for (int j = 0; j < count; j++) {
            infectiousness[j] = (int) (bits[j] >>> Long.SIZE - Course.CLASS_BITS);
        }
    }

    private void fallIll(Batch batch) {
        int count = batch.count;
        draw(Chance.SEVERITY, count);
        for (int j = 0; j < count; j++) {
            severity[j] = course.hasSymptoms ? Chance.uniform(bits[j]) : 1;
        }
        for (int j = 0; j < count; j++) {
            symptomatic[j] = Walk.isBelow(severity[j], course.symptomatic[batch.band[j]]);
        }
        draw(Chance.SYMPTOMS, count);
        for (int j = 0; j < count; j++) {
            onset[j] = begins[j] + course.toSymptoms.draw(bits[j]);
        }
    }

    /** As if nobody were severely ill. */
    private void recover(int count) {
        draw(Chance.RECOVERY, count);
        for (int j = 0; j < count; j++) {
            recovery[j] = onset[j] + course.mildRecovery.draw(bits[j]);
        }
        for (int j = 0; j < count; j++) {
            int without = begins[j] + course.asymptomaticRecovery.draw(bits[j]);
            ends[j] = without + (recovery[j] - without & -symptomatic[j]);
            severeOn[j] = Patient.NEVER;
        }
    }

    private void fallSeverelyIll(Chance chance, Batch batch, int day) {
        int found = 0;
        for (int j = 0; j < batch.count; j++) {
            severe[found] = j;
            found += symptomatic[j] & Walk.isBelow(severity[j], course.severe[batch.band[j]]);
        }
        for (int k = 0; k < found; k++) {
            int j = severe[k];
            one.read(chance, batch.person[j], day, batch.band[j]);
            ends[j] = one.ends;
            severeOn[j] = one.severeOn;
        }
    }

    private void draw(int purpose, int count) {
        long step = purpose * KeyedRandom.GOLDEN_STEP;
        for (int j = 0; j < count; j++) {
            bits[j] = KeyedRandom.mix(key[j] + step);
        }
    }
}
