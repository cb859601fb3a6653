package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * The places around a centre by distance, equal distances in file order.
 *
 * @param order place indices, nearest first
 * @param kilometres their distances
 */
record Neighbours(int[] order, double[] kilometres) {

    /** Distances that differ by less than this part of them are equal. */
    private static final double EQUAL_PART = 1e-9;

    /** Bits of a distance that give way to the index of the place when both are sorted as one number. */
    private static final int INDEX_BITS = 20;

    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    static Neighbours of(Places places, int centre, double mostKilometres) {
        long[] keys = new long[places.size()];
        double[] distances = new double[places.size()];
        int inside = 0;
        for (int place = 0; place < keys.length; place++) {
            distances[place] = places.kilometres(centre, place);
            if (distances[place] <= mostKilometres) {
                keys[inside++] = Double.doubleToLongBits(distances[place]) & ~INDEX_MASK | place;
            }
        }
        Arrays.sort(keys, 0, inside);
        return ordered(keys, inside, distances);
    }

    private static Neighbours ordered(long[] keys, int inside, double[] distances) {
        int[] order = new int[inside];
        double[] kilometres = new double[inside];
        for (int rank = 0; rank < inside; rank++) {
            order[rank] = (int) (keys[rank] & INDEX_MASK);
            kilometres[rank] = distances[order[rank]];
        }
        return new Neighbours(order, kilometres);
    }

    /** Members of the largest zone allowed, nearest first; one that enters together with the next is written as its ~. */
    int[] zone(double[] sizes, double mostSize) {
        int[] members = new int[order.length];
        double size = 0;
        int zoneEnd = 0;
        for (int rank = 0; rank < order.length; rank++) {
            size += sizes[order[rank]];
            if (size > mostSize) {
                break;
            }
            boolean together = rank + 1 < order.length && kilometres[rank + 1] <= kilometres[rank] * (1 + EQUAL_PART);
            members[rank] = together ? ~order[rank] : order[rank];
            zoneEnd = together ? zoneEnd : rank + 1;
        }
        return Arrays.copyOf(members, zoneEnd);
    }
}
