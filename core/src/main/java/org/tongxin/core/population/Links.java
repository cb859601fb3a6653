package org.tongxin.core.population;

/**
 * Stored contacts between people, each told at both ends, for networks that come from data or from a written recipe. A link
 * that stands twice counts twice.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Links {

    private final int[] start;
    private final int[] other;

    private Links(int[] start, int[] other) {
        this.start = start;
        this.other = other;
    }

    /** No links among this many people. */
    public static Links none() {
        return new Links(new int[0], new int[0]);
    }

    /**
     * The links between {@code first[i]} and {@code second[i]}.
     *
     * @param people number of people; every end lies in 0 .. people - 1
     * @throws IllegalArgumentException when the arrays differ in length, an end does not exist, or a person is linked to itself
     */
    public static Links of(int people, int[] first, int[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "There are " + first.length + " first ends and " + second.length + " second ends.");
        }
        int[] start = new int[people + 1];
        for (int i = 0; i < first.length; i++) {
            requireLink(people, first[i], second[i]);
            start[first[i] + 1]++;
            start[second[i] + 1]++;
        }
        for (int person = 0; person < people; person++) {
            start[person + 1] += start[person];
        }
        int[] next = start.clone();
        int[] other = new int[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            other[next[first[i]]++] = second[i];
            other[next[second[i]]++] = first[i];
        }
        return new Links(start, other);
    }

    private static void requireLink(int people, int first, int second) {
        if (Math.min(first, second) < 0 || Math.max(first, second) >= people || first == second) {
            throw new IllegalArgumentException("The link " + first + " - " + second
                    + " must join two different people of 0.." + (people - 1) + ".");
        }
    }

    /** Whether there are no links at all. */
    public boolean isEmpty() {
        return other.length == 0;
    }

    /** Number of links. */
    public int count() {
        return other.length / 2;
    }

    /** How many links a person has; 0 when there are none at all. */
    public int degree(int person) {
        return isEmpty() ? 0 : start[person + 1] - start[person];
    }

    /** The person at the other end of a person's i-th link, i in 0 .. degree - 1. */
    public int other(int person, int i) {
        return other[start[person] + i];
    }

    /** Place of a person's first link; the others follow. */
    public int first(int person) {
        return start[person];
    }

    /** The person at the other end of the link at a place. */
    public int at(int place) {
        return other[place];
    }

    boolean fits(int people) {
        return isEmpty() || start.length == people + 1;
    }

    long bytes() {
        return 4L * (start.length + other.length);
    }
}
