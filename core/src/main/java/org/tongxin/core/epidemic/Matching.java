package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Pairs up the numbers 0 .. size - 1 by a key, without storing anything: a keyed permutation puts them in a row, and
 * the first half of the row faces the second. Both ends find each other; with an odd size one stays alone. Immutable.
 *
 * <p><b>Idea.</b> The permutation is a Feistel network on the cells of a table of {@code rows} x {@code columns}, just large
 * enough; what falls on a cell beyond the size walks on until it does not [1]. <b>Cost.</b> About 25 ns to find a partner.
 *
 * <p>Source: [1] Black, Rogaway: Ciphers with arbitrary finite domains, CT-RSA 2002: generalised Feistel and cycle walking.
 */
final class Matching {

    private static final int ROUNDS = 6;

    private final int size;
    private final int rows;
    private final int columns;

    Matching(int size) {
        this.size = size;
        rows = (int) Math.ceil(Math.sqrt(size));
        columns = (size + rows - 1) / rows;
    }

    /** The partner of a number, or itself when it stays alone. */
    int partner(int number, long key) {
        int place = placeOf(number, key);
        int half = size / 2;
        if (place >= 2 * half) {
            return number;
        }
        return numberAt(place < half ? place + half : place - half, key);
    }

    /** Where a number stands in the row. */
    int placeOf(int number, long key) {
        int cell = number;
        do {
            cell = forward(cell, key);
        } while (cell >= size);
        return cell;
    }

    /** The number that stands at a place. */
    int numberAt(int place, long key) {
        int cell = place;
        do {
            cell = backward(cell, key);
        } while (cell >= size);
        return cell;
    }

    private int forward(int cell, long key) {
        int row = cell / columns;
        int column = cell - row * columns;
        for (int round = 0; round < ROUNDS; round += 2) {
            row = wrap(row + below(column, key, round, rows), rows);
            column = wrap(column + below(row, key, round + 1, columns), columns);
        }
        return row * columns + column;
    }

    private int backward(int cell, long key) {
        int row = cell / columns;
        int column = cell - row * columns;
        for (int round = ROUNDS - 2; round >= 0; round -= 2) {
            column = wrap(column - below(row, key, round + 1, columns) + columns, columns);
            row = wrap(row - below(column, key, round, rows) + rows, rows);
        }
        return row * columns + column;
    }

    private static int wrap(int value, int bound) {
        return value >= bound ? value - bound : value;
    }

    private static int below(int half, long key, int round, int bound) {
        long mixed = (key ^ (long) half << 8 ^ round) * KeyedRandom.GOLDEN_STEP;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return (int) ((mixed >>> 32) * bound >>> 32);
    }
}
