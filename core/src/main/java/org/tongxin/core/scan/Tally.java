package org.tongxin.core.scan;

import java.util.Arrays;

/** Cases of one world by place and window, in {@link Lanes}. Holds state: one for each thread. */
final class Tally {

    private final long[][] packedByWordAndPlace;
    private final long[][] oneBySlotAndWord;

    Tally(Lanes lanes, int places) {
        packedByWordAndPlace = new long[lanes.words()][places];
        oneBySlotAndWord = new long[lanes.windows()][lanes.words()];
        for (int slot = 0; slot < lanes.windows(); slot++) {
            for (int window = slot; window < lanes.windows(); window++) {
                oneBySlotAndWord[slot][lanes.wordOf(window)] |= 1L << lanes.shiftOf(window);
            }
        }
    }

    void clear() {
        for (long[] ofWord : packedByWordAndPlace) {
            Arrays.fill(ofWord, 0);
        }
    }

    /** One case in this slot, and so in all windows that hold it. */
    void add(int place, int slot) {
        long[] one = oneBySlotAndWord[slot];
        for (int word = 0; word < one.length; word++) {
            packedByWordAndPlace[word][place] += one[word];
        }
    }

    /** {@code [place]}. */
    long[] word(int word) {
        return packedByWordAndPlace[word];
    }
}
