package org.tongxin.core.scan;

import java.util.Arrays;

/**
 * The places around a centre by distance. Of equal distances the lesser first coordinate comes first, then the lesser second
 * one, as SaTScan decides; places at one and the same point always enter together.
 *
 * @param order place indices, nearest first
 * @param withNext whether the place of this rank enters together with the next one
 */
record Neighbours(int[] order, boolean[] withNext) {

    /** Distances that differ by less than this part of them are equal. */
    private static final double EQUAL_PART = 1e-9;

    /** Bits of a distance that give way to the rank of the place when both are sorted as one number. */
    private static final int RANK_BITS = 20;

    private static final long RANK_MASK = (1L << RANK_BITS) - 1;

    /** @param placeByRank all places by their coordinates */
    static Neighbours of(Places places, int[] placeByRank, int centre, ScanSettings settings) {
        long[] keys = new long[placeByRank.length];
        int inside = 0;
        for (int rank = 0; rank < keys.length; rank++) {
            double distance = places.kilometres(centre, placeByRank[rank]);
            if (distance <= settings.maxRadiusKilometres()) {
                keys[inside++] = Double.doubleToLongBits(distance) & ~RANK_MASK | rank;
            }
        }
        Arrays.sort(keys, 0, inside);
        int[] order = Arrays.stream(keys, 0, inside)
                .mapToInt(key -> placeByRank[(int) (key & RANK_MASK)])
                .toArray();
        return new Neighbours(order, withNext(places, order, centre, settings.tiesTogether()));
    }

    private static boolean[] withNext(Places places, int[] order, int centre, boolean tiesTogether) {
        boolean[] withNext = new boolean[order.length];
        for (int at = 0; at + 1 < order.length; at++) {
            withNext[at] = tiesTogether
                    ? places.kilometres(centre, order[at + 1])
                            <= places.kilometres(centre, order[at]) * (1 + EQUAL_PART)
                    : places.isSamePoint(order[at], order[at + 1]);
        }
        return withNext;
    }

    /** Members of the largest zone allowed, nearest first; one that enters together with the next is written as its ~. */
    int[] zone(double[] sizes, double mostSize) {
        int[] members = new int[order.length];
        double size = 0;
        int zoneEnd = 0;
        for (int at = 0; at < order.length; at++) {
            size += sizes[order[at]];
            if (size > mostSize) {
                break;
            }
            members[at] = withNext[at] ? ~order[at] : order[at];
            zoneEnd = withNext[at] ? zoneEnd : at + 1;
        }
        return Arrays.copyOf(members, zoneEnd);
    }
}
