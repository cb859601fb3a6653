package org.tongxin.core.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tongxin.core.random.KeyedRandom;

/**
 * Joins texts that say the same, by MinHash over character 3-grams: of 64 hash functions the least value over a text's
 * grams; two texts agree in a share of them that is their Jaccard similarity. Texts that agree in all four values of one
 * of 16 bands are compared, and joined at an estimated 0.7 within seven days.
 *
 * <p>Sources: Broder, Compression and Complexity of Sequences 1997, 21-29; banding after Indyk, Motwani, STOC 1998. The
 * numbers are suggested values. Two texts of similarity 0.7 meet in a band with probability 0.99, of 0.3 with 0.12.
 *
 * <p>Texts are given in the order of their days. Not thread-safe. Memory: about 700 bytes a text of the last seven days.
 */
public final class Duplicates {

    static final int PERMUTATIONS = 64;
    static final int BANDS = 16;
    static final int ROWS = PERMUTATIONS / BANDS;
    static final int GRAM = 3;
    static final double LEAST_SIMILARITY = 0.7;
    static final int DAYS = 7;

    private static final KeyedRandom HASHES = new KeyedRandom(0x6d696e68617368L);
    private static final long[] FACTOR = new long[PERMUTATIONS];
    private static final long[] SHIFT = new long[PERMUTATIONS];

    static {
        for (int i = 0; i < PERMUTATIONS; i++) {
            FACTOR[i] = HASHES.bits(1, i) | 1;
            SHIFT[i] = HASHES.bits(2, i);
        }
    }

    private static final Deque<Kept> NOTHING = new ArrayDeque<>(0);

    private record Kept(int group, long[] signature) {}

    private record Placed(long key, long day) {}

    private final Map<Long, Deque<Kept>> byBand = new HashMap<>();
    private final Deque<Placed> oldestFirst = new ArrayDeque<>();
    private int groups;
    private long newest = Long.MIN_VALUE;

    /**
     * The group of a text: one in which a text of the last seven days is similar enough, or a new one. Of several groups
     * the one whose first such text is the most similar, and of equally similar ones the older.
     *
     * @param day days since 1970, not before that of the text before
     * @param normalised as {@link Normaliser} gives it
     * @return number of the group, from 0
     */
    public int group(long day, String normalised) {
        if (day < newest) {
            throw new IllegalArgumentException(
                    "The day (" + day + ") must not lie before the day before it (" + newest + "). Sort the texts.");
        }
        forget(day);
        newest = day;
        long[] signature = signature(normalised);
        int group = nearest(signature);
        Kept kept = new Kept(group < 0 ? groups++ : group, signature);
        for (int band = 0; band < BANDS; band++) {
            long key = key(signature, band);
            byBand.computeIfAbsent(key, each -> new ArrayDeque<>()).add(kept);
            oldestFirst.add(new Placed(key, day));
        }
        return kept.group();
    }

    private void forget(long day) {
        while (!oldestFirst.isEmpty() && day - oldestFirst.element().day() > DAYS) {
            Placed placed = oldestFirst.remove();
            byBand.computeIfPresent(placed.key(), (key, bucket) -> {
                bucket.remove();
                return bucket.isEmpty() ? null : bucket;
            });
        }
    }

    /** Oldest texts first, so that the same texts in the same order always give the same groups. */
    private int nearest(long[] signature) {
        double best = LEAST_SIMILARITY;
        int group = -1;
        Set<Integer> similar = new HashSet<>();
        for (int band = 0; band < BANDS; band++) {
            for (Kept kept : byBand.getOrDefault(key(signature, band), NOTHING)) {
                double similarity = similar.contains(kept.group()) ? 0 : similarity(signature, kept.signature());
                if (similarity >= LEAST_SIMILARITY) {
                    similar.add(kept.group());
                    boolean nearer = similarity > best || (similarity == best && (group < 0 || kept.group() < group));
                    best = nearer ? similarity : best;
                    group = nearer ? kept.group() : group;
                }
            }
        }
        return group;
    }

    static double similarity(long[] one, long[] other) {
        int equal = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal / (double) PERMUTATIONS;
    }

    private static long key(long[] signature, int band) {
        long key = band;
        for (int row = 0; row < ROWS; row++) {
            key = (key ^ signature[band * ROWS + row]) * 0x9e3779b97f4a7c15L;
            key ^= key >>> 32;
        }
        return key;
    }

    static long[] signature(String text) {
        long[] least = new long[PERMUTATIONS];
        Arrays.fill(least, Long.MAX_VALUE);
        String padded = text.length() < GRAM ? text + " ".repeat(GRAM - text.length()) : text;
        for (int at = 0; at + GRAM <= padded.length(); at++) {
            long gram = Grams.pack(padded, at, GRAM);
            long mixed = HASHES.bits(gram);
            for (int i = 0; i < PERMUTATIONS; i++) {
                least[i] = Math.min(least[i], (mixed * FACTOR[i] + SHIFT[i]) >>> 1);
            }
        }
        return least;
    }
}
