package org.tongxin.core.epidemic;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Draws from a distribution on 0 .. n - 1 in constant time: Walker's alias method in Vose's form. Immutable.
 *
 * <p>Source: Vose: A linear algorithm for generating random numbers with a given distribution, IEEE Transactions on Software
 * Engineering 17 (1991) 972-975. The probabilities are kept to 2^-32.
 */
final class AliasTable {

    private final int size;
    /** At i: in the upper half how often, of 2^32, column i gives i itself; in the lower half its other value. */
    private final long[] column;

    private AliasTable(int size, long[] column) {
        this.size = size;
        this.column = column;
    }

    /** @param probability sums up to 1 */
    static AliasTable of(double... probability) {
        int size = probability.length;
        double[] scaled = new double[size];
        int[] other = new int[size];
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            scaled[i] = probability[i] * size;
            other[i] = i;
            (scaled[i] < 1 ? small : large).add(i);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.remove();
            int rich = large.remove();
            other[poor] = rich;
            scaled[rich] -= 1 - scaled[poor];
            (scaled[rich] < 1 ? small : large).add(rich);
        }
        large.forEach(i -> scaled[i] = 1);
        small.forEach(i -> scaled[i] = 1);
        return new AliasTable(size, packed(scaled, other));
    }

    private static long[] packed(double[] own, int[] other) {
        long[] column = new long[own.length];
        for (int i = 0; i < own.length; i++) {
            long share = Math.min(0xffffffffL, Math.round(own[i] * 0x1p32));
            column[i] = own[i] >= 1 ? pack(0xffffffffL, i) : pack(share, other[i]);
        }
        return column;
    }

    private static long pack(long share, int other) {
        return share << 32 | other;
    }

    /** The value that belongs to 64 evenly distributed bits. */
    int draw(long bits) {
        int i = (int) ((bits >>> 32) * size >>> 32);
        long packed = column[i];
        // All ones when the column's own value is meant: a branch would be guessed wrong too often.
        int own = (int) ((bits & 0xffffffffL) - (packed >>> 32) >> 63);
        return (int) packed ^ (((int) packed ^ i) & own);
    }
}
