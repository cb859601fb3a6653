package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Who was hit on a walk: what {@link Encounters} tells of one contact, for all hits of a batch step by step, in loops so short that
 * reads and multiplications of many hits overlap. Equal to it, hit by hit. One instance belongs to one thread.
 */
final class Meetings {

    private static final int RANGES = Encounters.RANGES;

    private final Encounters encounters;

    private long[] bits = new long[4 * Batch.SIZE];
    private long[] pairing = new long[4 * Batch.SIZE];
    private int[] community = new int[4 * Batch.SIZE];
    private int[] number = new int[4 * Batch.SIZE];
    private int[] distance = new int[4 * Batch.SIZE];
    private int[] inverse = new int[4 * Batch.SIZE];
    /** Hits on whoever is left in a matching. */
    private int[] left = new int[4 * Batch.SIZE];

    Meetings(Encounters encounters) {
        this.encounters = encounters;
    }

    /** Fills in who was hit among keyed neighbours. */
    void amongNeighbours(Batch batch, Hits hit) {
        int hits = hit.count;
        reserve(hits);
        for (int h = 0; h < hits; h++) {
            int j = hit.person[h];
            community[h] = batch.community[j];
            number[h] = batch.person[j] - encounters.startOf(community[h]);
            pairing[h] = encounters.pairing(community[h], hit.number[h]);
        }
        for (int h = 0; h < hits; h++) {
            distance[h] = encounters.matchingOf(community[h]).distance(number[h], pairing[h]);
        }
        for (int h = 0; h < hits; h++) {
            inverse[h] = encounters.matchingOf(community[h]).inverse(distance[h]);
        }
        int alone = 0;
        for (int h = 0; h < hits; h++) {
            Matching matching = encounters.matchingOf(community[h]);
            int across = matching.from(inverse[h], pairing[h]);
            hit.target[h] = encounters.startOf(community[h]) + across;
            left[alone] = h;
            alone += matching.isLeft(number[h], across);
        }
        for (int k = 0; k < alone; k++) {
            int h = left[k];
            hit.target[h] = encounters.neighbour(batch.person[hit.person[h]], hit.number[h]);
        }
    }

    /** Fills in who was hit among strangers: {@link Encounters#stranger}. */
    void amongStrangers(Batch batch, Hits hit) {
        int hits = hit.count;
        reserve(hits);
        double perContact = 1.0 / encounters.strangers();
        for (int h = 0; h < hits; h++) {
            int j = hit.person[h];
            int passed = (int) ((hit.number[h] + 0.5) * perContact);
            int number = hit.number[h] - passed * encounters.strangers();
            bits[h] = encounters.strangerKey(batch.person[j], number, batch.firstDay[j] + passed);
        }
        for (int h = 0; h < hits; h++) {
            bits[h] = KeyedRandom.mix(KeyedRandom.mix(bits[h]));
        }
        for (int h = 0; h < hits; h++) {
            int range = RANGES * batch.community[hit.person[h]] + encounters.range(bits[h]);
            hit.target[h] = encounters.within(range, bits[h]);
        }
    }

    private void reserve(int hits) {
        if (hits > bits.length) {
            int room = 2 * hits;
            bits = new long[room];
            pairing = new long[room];
            community = new int[room];
            number = new int[room];
            distance = new int[room];
            inverse = new int[room];
            left = new int[room];
        }
    }
}
