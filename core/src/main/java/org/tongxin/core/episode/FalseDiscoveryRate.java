package org.tongxin.core.episode;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Judges many places of one day together: of the places named, at most a share q is expected to be nothing.
 *
 * <p>Source: Benjamini, Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289-300. It holds for places that
 * are independent or positively dependent (Benjamini, Yekutieli, Annals of Statistics 29 (2001) 1165-1188), as
 * neighbouring places are. Stateless; safe for use by several threads.
 */
public final class FalseDiscoveryRate {

    /** Places with a q at most this are watched. Suggested value. */
    public static final double WATCH = 0.1;

    /** Places with a q at most this raise an alarm. Suggested value. */
    public static final double ALARM = 0.01;

    private FalseDiscoveryRate() {}

    /**
     * The smallest share of false ones at which a place would be among those named.
     *
     * @param p {@code [place]}: 0 to 1; NaN where nothing is said, which then counts as no test
     * @return {@code [place]}: 0 to 1; NaN where p is
     */
    public static double[] q(double[] p) {
        Integer[] order = order(p);
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int place = order[rank - 1];
            least = Math.min(least, p[place] * order.length / rank);
            q[place] = least;
        }
        return q;
    }

    private static Integer[] order(double[] p) {
        Integer[] tested = new Integer[p.length];
        int count = 0;
        for (int place = 0; place < p.length; place++) {
            if (!Double.isNaN(p[place])) {
                tested[count++] = place;
            }
        }
        Integer[] order = Arrays.copyOf(tested, count);
        Arrays.sort(order, Comparator.comparingDouble((Integer place) -> p[place]));
        return order;
    }
}
