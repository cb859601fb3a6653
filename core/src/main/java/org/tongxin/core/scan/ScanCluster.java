package org.tongxin.core.scan;

import java.util.List;

/**
 * A zone and window with more cases than expected. Immutable and safe for use by several threads.
 *
 * @param centre the place around which the zone lies
 * @param members places of the zone, nearest first, the centre among them
 * @param radiusKilometres distance from the centre to its farthest member
 * @param firstDay first day of the window, from 0
 * @param lastDay last day of the window, inclusive; the last of the period
 * @param statistic logarithm of the likelihood ratio, above 0
 * @param pValue probability that the largest statistic of a world without a cluster is at least this one, above 0 and at
 *     most 1; NaN when no world was simulated
 * @param recurrenceDays number of daily scans in which chance shows as much once, 1 / p; NaN without p and for a purely
 *     spatial scan, which is not repeated daily
 * @param observed cases inside
 * @param expected cases expected inside
 */
public record ScanCluster(
        Place centre,
        List<Place> members,
        double radiusKilometres,
        int firstDay,
        int lastDay,
        double statistic,
        double pValue,
        double recurrenceDays,
        int observed,
        double expected) {

    /** Copies the list of members. */
    public ScanCluster {
        members = List.copyOf(members);
    }

    /** How many times as many cases were seen as expected. */
    public double observedOverExpected() {
        return observed / expected;
    }
}
