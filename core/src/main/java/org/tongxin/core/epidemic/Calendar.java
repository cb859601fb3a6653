package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * A calendar queue: for each day a list of numbers, only ever added to at the end and read once. Lists are chains of chunks
 * that go back to a pool when their day is over, so that a run needs room for what is outstanding, not for all there was.
 * One instance belongs to one thread.
 */
final class Calendar {

    /** Entries of a chunk. */
    static final int CHUNK = 1024;

    private static final int NONE = -1;
    private static final long[] NOTHING = {};

    private final int[] first;
    private final int[] last;
    /** Entries of the last chunk. */
    private final int[] fill;
    /** The last chunk itself; {@link #NOTHING} before the first. */
    private final long[][] writing;

    private long[][] chunks = new long[16][];
    private int[] next = new int[16];
    private int made;
    private int free = NONE;

    Calendar(int days) {
        first = new int[days];
        last = new int[days];
        fill = new int[days];
        writing = new long[days][];
        Arrays.fill(writing, NOTHING);
        Arrays.fill(first, NONE);
    }

    int days() {
        return first.length;
    }

    /** Adds to a day; what lies beyond the last day is dropped. */
    void add(int day, long entry) {
        if (day < first.length) {
            long[] chunk = writing[day];
            int at = fill[day];
            if (at == chunk.length) {
                chunk = extend(day);
                at = 0;
            }
            chunk[at] = entry;
            fill[day] = at + 1;
        }
    }

    /** Adds many, in their order. @param days of each entry */
    void add(int[] days, long[] entries, int count) {
        // What is outside the loop need not be read again for each entry.
        long[][] writing = this.writing;
        int[] fill = this.fill;
        for (int k = 0; k < count; k++) {
            int day = days[k];
            if (day < fill.length) {
                long[] chunk = writing[day];
                int at = fill[day];
                if (at == chunk.length) {
                    chunk = extend(day);
                    at = 0;
                }
                chunk[at] = entries[k];
                fill[day] = at + 1;
            }
        }
    }

    private long[] extend(int day) {
        int more = take();
        if (first[day] == NONE) {
            first[day] = more;
        } else {
            next[last[day]] = more;
        }
        last[day] = more;
        writing[day] = chunks[more];
        return writing[day];
    }

    private int take() {
        int chunk = free;
        if (chunk == NONE) {
            chunk = make();
        } else {
            free = next[chunk];
        }
        next[chunk] = NONE;
        return chunk;
    }

    private int make() {
        if (made == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * made);
            next = Arrays.copyOf(next, 2 * made);
        }
        chunks[made] = new long[CHUNK];
        return made++;
    }

    /** Handle to the first chunk of a day; below 0 when there is none. */
    int firstChunk(int day) {
        return first[day];
    }

    /** The entries of a chunk of a day, of which {@link #fill} count. */
    long[] entries(int chunk) {
        return chunks[chunk];
    }

    int fill(int day, int chunk) {
        return chunk == last[day] ? fill[day] : CHUNK;
    }

    /** The chunk after this one. Reading may go on while the same day grows. */
    int nextChunk(int chunk) {
        return next[chunk];
    }

    /** Gives the chunks of a day back. */
    void close(int day) {
        if (first[day] != NONE) {
            next[last[day]] = free;
            free = first[day];
            first[day] = NONE;
            writing[day] = NOTHING;
            fill[day] = 0;
        }
    }

    /** Forgets everything and keeps the room. */
    void clear() {
        for (int day = 0; day < first.length; day++) {
            close(day);
        }
    }

    /** Bytes of the room it has taken so far. */
    long bytes() {
        return 8L * CHUNK * made + 20L * first.length;
    }
}
