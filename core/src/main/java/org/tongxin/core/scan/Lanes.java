package org.tongxin.core.scan;

/**
 * Packs the counts of several windows into the bits of few words, so that one addition adds them all. A count leaves the
 * highest bit of its lane free: adding {@code limit - threshold} sets that bit exactly when the count reaches the
 * threshold, so one addition and one mask compare all of them too.
 *
 * @param bits width of a lane, 16 or 32
 * @param windows number of windows
 */
record Lanes(int bits, int windows) {

    /** The narrowest lanes that hold counts up to {@code most}. */
    static Lanes of(int windows, long most) {
        if (most >= 1L << 31) {
            throw new IllegalArgumentException("The number of cases (" + most + ") must stay below 2,147,483,648.");
        }
        return new Lanes(most < 1 << 15 ? 16 : 32, windows);
    }

    /** Threshold that no count reaches. */
    long limit() {
        return 1L << (bits - 1);
    }

    int words() {
        return (windows + perWord() - 1) / perWord();
    }

    int wordOf(int window) {
        return window / perWord();
    }

    int shiftOf(int window) {
        return window % perWord() * bits;
    }

    /** The highest bit of every lane. */
    long highBits() {
        return bits == 16 ? 0x8000_8000_8000_8000L : 0x8000_0000_8000_0000L;
    }

    /** The window whose lane's highest bit stands first in {@code reached}. */
    int firstWindow(int word, long reached) {
        return word * perWord() + Long.numberOfTrailingZeros(reached) / bits;
    }

    int count(long packed, int window) {
        return (int) (packed >>> shiftOf(window) & (limit() - 1));
    }

    private int perWord() {
        return 64 / bits;
    }
}
