package org.tongxin.core.population;

import java.util.Arrays;

/** Bytes that are added one after another. */
final class ByteList {

    private byte[] values;
    private int size;

    ByteList(int capacity) {
        values = new byte[Math.max(capacity, 1)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2 + 1);
        }
        values[size++] = (byte) value;
    }

    int get(int index) {
        return values[index] & 0xff;
    }

    int size() {
        return size;
    }
}
