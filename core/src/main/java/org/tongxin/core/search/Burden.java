package org.tongxin.core.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.population.Places;

/**
 * How restriction is shared between communities. Immutable; the arrays are at a community.
 *
 * @param days restricted days per person
 * @param people 1 or more
 */
record Burden(double[] days, int[] people) {

    private static final double FIFTH = 0.2;

    static Burden of(PlaceTotals totals, Places places) {
        double[] days = new double[places.communities()];
        int[] people = new int[days.length];
        for (int community = 0; community < days.length; community++) {
            people[community] = places.communitySize(community);
            days[community] = totals.restricted(community) / people[community];
        }
        return new Burden(days, people);
    }

    /** Restricted days per person in the most burdened communities with a fifth of the people, less the mean; 0 or more. */
    double aboveMeanInWorstFifth() {
        int[] order = worstFirst();
        double fifth = FIFTH * all();
        double left = fifth;
        double sum = 0;
        for (int i = 0; i < order.length && left > 0; i++) {
            double counted = Math.min(left, people[order[i]]);
            sum += counted * days[order[i]];
            left -= counted;
        }
        return Math.max(0, sum / fifth - mean());
    }

    /**
     * Gini's coefficient between communities, weighted by people, 0 .. 1: half the mean difference between two people, as a
     * share of the mean (Gini 1912); 0 where nobody is restricted.
     */
    double gini() {
        double below = 0;
        double differences = 0;
        double peopleBelow = 0;
        int[] order = worstFirst();
        for (int i = order.length - 1; i >= 0; i--) {
            int community = order[i];
            differences += people[community] * (days[community] * peopleBelow - below);
            below += people[community] * days[community];
            peopleBelow += people[community];
        }
        return below > 0 ? differences / peopleBelow / below : 0;
    }

    private int[] worstFirst() {
        return IntStream.range(0, days.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer each) -> -days[each]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double mean() {
        double sum = 0;
        for (int community = 0; community < days.length; community++) {
            sum += days[community] * people[community];
        }
        return sum / all();
    }

    private double all() {
        return Arrays.stream(people).asLongStream().sum();
    }
}
