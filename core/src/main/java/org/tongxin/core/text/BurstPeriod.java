package org.tongxin.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * When a burst began and ended: Kleinberg's automaton with two states, quiet and bursting, over days with a share of
 * households that use a term. Bursting uses it at twice the usual rate; entering it costs the logarithm of the number of
 * days. The cheapest sequence of states is found by dynamic programming (Viterbi), in time linear in the days.
 *
 * <p>Source: Kleinberg, Data Mining and Knowledge Discovery 7 (2003) 373-397, section 4 (batched arrivals), s = 2 and
 * gamma = 1.
 *
 * @param first index of its first day
 * @param last index of its last day
 * @param weight what bursting saved against being quiet, above 0: how strong it is
 */
public record BurstPeriod(int first, int last, double weight) {

    private static final double RATE = 2;
    private static final double ENTRY = 1;
    private static final double LARGEST_SHARE = 0.9999;

    /**
     * Every period of bursting, oldest first.
     *
     * @param using {@code [day]}: households that use the term, 0 or more
     * @param asking {@code [day]}: households that ask for anything, at least {@code using}
     * @throws IllegalArgumentException when lengths or counts do not fit; the message names the day
     */
    public static List<BurstPeriod> of(int[] using, int[] asking) {
        check(using, asking);
        double usual = share(using, asking);
        double raised = Math.min(LARGEST_SHARE, RATE * usual);
        if (using.length == 0 || usual == 0 || raised <= usual) {
            return List.of();
        }
        int days = using.length;
        double[][] cost = new double[days][2];
        boolean[][] cameFromBurst = new boolean[days][2];
        double entry = ENTRY * Math.log(Math.max(2, days));
        for (int day = 0; day < days; day++) {
            double quietBefore = day == 0 ? 0 : cost[day - 1][0];
            double burstBefore = day == 0 ? Double.POSITIVE_INFINITY : cost[day - 1][1];
            cameFromBurst[day][0] = burstBefore < quietBefore;
            cost[day][0] = Math.min(quietBefore, burstBefore) + cost(using[day], asking[day], usual);
            cameFromBurst[day][1] = burstBefore <= quietBefore + entry;
            cost[day][1] = Math.min(quietBefore + entry, burstBefore) + cost(using[day], asking[day], raised);
        }
        return periods(states(cost, cameFromBurst), using, asking, usual, raised);
    }

    private static void check(int[] using, int[] asking) {
        if (using.length != asking.length) {
            throw new IllegalArgumentException("There are " + using.length + " days of use and " + asking.length
                    + " days of volume; give one each.");
        }
        for (int day = 0; day < using.length; day++) {
            if (using[day] < 0 || asking[day] < using[day]) {
                throw new IllegalArgumentException("On day " + day + " " + using[day] + " households use the term of "
                        + asking[day] + " that ask; the second must be at least the first, and both 0 or more.");
            }
        }
    }

    private static double share(int[] using, int[] asking) {
        double used = 0;
        double asked = 0;
        for (int day = 0; day < using.length; day++) {
            used += using[day];
            asked += asking[day];
        }
        return asked == 0 ? 0 : used / asked;
    }

    /** Negative log-likelihood of a day, without the binomial coefficient, which both states share. */
    private static double cost(int using, int asking, double share) {
        return -(using * Math.log(share) + (asking - using) * Math.log1p(-share));
    }

    private static boolean[] states(double[][] cost, boolean[][] cameFromBurst) {
        boolean[] bursting = new boolean[cost.length];
        int last = cost.length - 1;
        boolean state = cost[last][1] < cost[last][0];
        for (int day = last; day >= 0; day--) {
            bursting[day] = state;
            state = cameFromBurst[day][state ? 1 : 0];
        }
        return bursting;
    }

    private static List<BurstPeriod> periods(
            boolean[] bursting, int[] using, int[] asking, double usual, double raised) {
        List<BurstPeriod> periods = new ArrayList<>();
        int day = 0;
        while (day < bursting.length) {
            int first = day;
            double weight = 0;
            while (day < bursting.length && bursting[day]) {
                weight += cost(using[day], asking[day], usual) - cost(using[day], asking[day], raised);
                day++;
            }
            if (day > first) {
                periods.add(new BurstPeriod(first, day - 1, weight));
            }
            day = Math.max(day, first + 1);
        }
        return periods;
    }
}
