package org.tongxin.core.epidemic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxin.core.population.Places;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Puts the infections of the last days, known for a district by day, into communities, so that a run can start from them:
 * streets by given weights, communities of a street by their people. Each infection is put by chance keyed with the seed.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class FittedArrivals {

    /** Days of earlier infections that are kept: older ones have ended, but for beds that they fill. Assumption. */
    public static final int HISTORY = 21;

    private static final long WHERE = KeyedRandom.key("arrival");

    private final Places places;
    private final double scale;
    private final double[] upToStreet;

    /**
     * Prepares the weights.
     *
     * @param scale people of the population for each resident of the district, above 0
     * @param streetWeight at each street; where all are 0, the people count
     * @throws IllegalArgumentException when there is not one weight from 0 on for each street, or the scale is not above 0
     */
    public FittedArrivals(Places places, double scale, double[] streetWeight) {
        boolean fine = streetWeight.length == places.streets()
                && Arrays.stream(streetWeight).allMatch(each -> each >= 0 && each < Double.POSITIVE_INFINITY);
        if (!fine || !(scale > 0)) {
            throw new IllegalArgumentException("There must be one weight from 0 on for each of the " + places.streets()
                    + " streets, but they are " + Arrays.toString(streetWeight) + "; the scale (" + scale
                    + ") must be above 0.");
        }
        this.places = places;
        this.scale = scale;
        upToStreet = cumulative(places, streetWeight);
    }

    private static double[] cumulative(Places places, double[] weight) {
        double[] upTo = new double[weight.length];
        boolean none = Arrays.stream(weight).allMatch(each -> each == 0);
        double sum = 0;
        for (int street = 0; street < upTo.length; street++) {
            sum += none ? places.streetStart(street + 1) - places.streetStart(street) : weight[street];
            upTo[street] = sum;
        }
        return upTo;
    }

    /**
     * Arrivals, oldest first; their sum is the infections times the scale, rounded, one at least.
     *
     * @param infectionsByAge infections 0, 1, 2, … days before the start
     */
    public List<Arrival> of(int[] infectionsByAge, long seed) {
        int[] byAge = scaled(infectionsByAge, scale);
        List<Arrival> arrivals = new ArrayList<>();
        for (int age = byAge.length - 1; age >= 0; age--) {
            SequentialRandom chance = SequentialRandom.of(seed, WHERE, age);
            Map<Integer, Integer> people = new TreeMap<>();
            for (int i = 0; i < byAge[age]; i++) {
                people.merge(community(chance), 1, Integer::sum);
            }
            int day = -age;
            people.forEach((community, count) -> arrivals.add(new Arrival(day, community, count)));
        }
        return arrivals;
    }

    /** Rounds so that all days up to each are right together, and nothing is lost. */
    private static int[] scaled(int[] infectionsByAge, double scale) {
        int[] scaled = new int[Math.min(HISTORY, infectionsByAge.length)];
        long before = 0;
        double sum = 0;
        for (int age = 0; age < scaled.length; age++) {
            sum += infectionsByAge[age] * scale;
            long now = Math.round(sum);
            scaled[age] = (int) (now - before);
            before = now;
        }
        if (before == 0) {
            scaled[0] = 1;
        }
        return scaled;
    }

    private int community(SequentialRandom chance) {
        double at = chance.uniform() * upToStreet[upToStreet.length - 1];
        int street = 0;
        while (upToStreet[street] <= at) {
            street++;
        }
        int start = places.streetStart(street);
        return places.communityOf(start + chance.below(places.streetStart(street + 1) - start));
    }
}
