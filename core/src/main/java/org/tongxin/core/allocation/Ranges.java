package org.tongxin.core.allocation;

/** Refuses values outside their range, in words. */
final class Ranges {

    private Ranges() {}

    static long require(long value, long least, long most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") must lie in " + least + ".." + most + ".");
        }
        return value;
    }

    static int requireIndex(long value, int count, String name) {
        if (count == 0) {
            throw new IllegalArgumentException(
                    "The " + name + " (" + value + ") does not exist: there is none at all.");
        }
        return (int) require(value, 0, count - 1L, name);
    }

    static void requireLength(int length, int wanted, String name) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    "The " + name + " has " + length + " values and must have " + wanted + ".");
        }
    }
}
