package org.tongxin.core.scan;

/**
 * The strongest cylinder around one centre.
 *
 * @param centre place index
 * @param lastEntry index into {@link Zones} of the last member; -1 when no cylinder stands out
 * @param window index of the window
 * @param count cases inside
 * @param expected cases expected inside
 * @param statistic logarithm of the likelihood ratio, 0 when no cylinder stands out
 */
record BestZone(int centre, int lastEntry, int window, int count, double expected, double statistic) {

    static BestZone none(int centre) {
        return new BestZone(centre, -1, 0, 0, 0, 0);
    }
}
