package org.tongxin.cli;

import java.util.Arrays;

/** Rows of whole numbers, all of one width, kept flat: an instance may have millions. */
final class NumberTable {

    private final int width;
    private long[] numbers = new long[64];
    private int size;

    NumberTable(int width) {
        this.width = width;
    }

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int rows() {
        return size / width;
    }

    long at(int row, int column) {
        return numbers[row * width + column];
    }
}
