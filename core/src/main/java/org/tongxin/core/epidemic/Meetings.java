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
    private int[] low = new int[4 * Batch.SIZE];
    private int[] high = new int[4 * Batch.SIZE];
    private int[] start = new int[4 * Batch.SIZE];
    private int[] size = new int[4 * Batch.SIZE];
    private int[] mask = new int[4 * Batch.SIZE];
    private int[] shift = new int[4 * Batch.SIZE];
    private int[] place = new int[4 * Batch.SIZE];
    /** Hits that walk on, as their place lies beyond the community. */
    private int[] beyond = new int[4 * Batch.SIZE];

    Meetings(Encounters encounters) {
        this.encounters = encounters;
    }

    /** Fills in who was hit among keyed neighbours: {@link Matching#partner}. */
    void amongNeighbours(Batch batch, Walk walk) {
        int hits = walk.hits;
        reserve(hits);
        for (int h = 0; h < hits; h++) {
            int j = walk.person[h];
            int community = batch.community[j];
            long key = encounters.keyOf(community, walk.number[h]);
            low[h] = (int) key;
            high[h] = (int) (key >>> 32);
            start[h] = encounters.startOf(community);
            size[h] = encounters.sizeOf(community);
            place[h] = batch.person[j] - start[h];
        }
        for (int h = 0; h < hits; h++) {
            mask[h] = Matching.mask(size[h]);
            shift[h] = Matching.shift(size[h]);
        }
        findPlaces(hits);
        for (int h = 0; h < hits; h++) {
            place[h] = Matching.opposite(place[h], size[h]);
        }
        findNumbers(hits);
        for (int h = 0; h < hits; h++) {
            walk.target[h] = start[h] + place[h];
        }
    }

    private void findPlaces(int hits) {
        for (int h = 0; h < hits; h++) {
            place[h] = Matching.forward(place[h], low[h], high[h], mask[h], shift[h]);
        }
        int left = findBeyond(hits);
        while (left > 0) {
            int still = 0;
            for (int k = 0; k < left; k++) {
                int h = beyond[k];
                place[h] = Matching.forward(place[h], low[h], high[h], mask[h], shift[h]);
                beyond[still] = h;
                still += isBeyond(h);
            }
            left = still;
        }
    }

    private void findNumbers(int hits) {
        for (int h = 0; h < hits; h++) {
            place[h] = Matching.backward(place[h], low[h], high[h], mask[h], shift[h]);
        }
        int left = findBeyond(hits);
        while (left > 0) {
            int still = 0;
            for (int k = 0; k < left; k++) {
                int h = beyond[k];
                place[h] = Matching.backward(place[h], low[h], high[h], mask[h], shift[h]);
                beyond[still] = h;
                still += isBeyond(h);
            }
            left = still;
        }
    }

    private int findBeyond(int hits) {
        int found = 0;
        for (int h = 0; h < hits; h++) {
            beyond[found] = h;
            found += isBeyond(h);
        }
        return found;
    }

    private int isBeyond(int h) {
        return 1 + (place[h] - size[h] >> 31);
    }

    /** Fills in who was hit among strangers: {@link Encounters#stranger}. */
    void amongStrangers(Batch batch, Walk walk) {
        int hits = walk.hits;
        reserve(hits);
        double perContact = 1.0 / encounters.strangers();
        for (int h = 0; h < hits; h++) {
            int j = walk.person[h];
            int passed = (int) ((walk.number[h] + 0.5) * perContact);
            int number = walk.number[h] - passed * encounters.strangers();
            bits[h] = encounters.strangerKey(batch.person[j], number, batch.firstDay[j] + passed);
        }
        for (int h = 0; h < hits; h++) {
            bits[h] = KeyedRandom.mix(KeyedRandom.mix(bits[h]));
        }
        for (int h = 0; h < hits; h++) {
            int range = RANGES * batch.community[walk.person[h]] + encounters.range(bits[h]);
            walk.target[h] = encounters.within(range, bits[h]);
        }
    }

    private void reserve(int hits) {
        if (hits > bits.length) {
            int room = 2 * hits;
            bits = new long[room];
            low = new int[room];
            high = new int[room];
            start = new int[room];
            size = new int[room];
            mask = new int[room];
            shift = new int[room];
            place = new int[room];
            beyond = new int[room];
        }
    }
}
