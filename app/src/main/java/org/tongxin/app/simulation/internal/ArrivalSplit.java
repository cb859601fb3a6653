package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxin.core.epidemic.Arrival;
import org.tongxin.core.forecast.EpidemicState;
import org.tongxin.core.population.Places;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * Puts the infections of the last days into communities: streets by how many places were named there, communities of a street
 * by their people. Each infection is put by chance keyed with the seed.
 */
final class ArrivalSplit {

    /** Infections older than this have ended; beds that they fill are left out. Assumption. */
    static final int HISTORY = 21;

    private static final long WHERE = KeyedRandom.key("arrival");

    private final Town town;
    private final double[] upToStreet;

    ArrivalSplit(Town town, Map<String, Integer> named) {
        this.town = town;
        this.upToStreet = cumulative(town, named);
    }

    /** By named places; by people where none was named anywhere in the town. */
    private static double[] cumulative(Town town, Map<String, Integer> named) {
        Places places = town.places();
        double[] upTo = new double[places.streets()];
        double sum = 0;
        for (int street = 0; street < upTo.length; street++) {
            sum += named.getOrDefault(town.street(street), 0);
            upTo[street] = sum;
        }
        for (int street = 0; street < upTo.length && sum == 0; street++) {
            upTo[street] = places.streetStart(street + 1);
        }
        return upTo;
    }

    /** Arrivals of a drawn present, oldest first; their sum is the infections times the scale, rounded, one at least. */
    List<Arrival> of(EpidemicState state, long seed) {
        int[] byAge = scaled(state.infectionsByAge(), town.scale());
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
    static int[] scaled(int[] infectionsByAge, double scale) {
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
        Places places = town.places();
        int start = places.streetStart(street);
        return places.communityOf(start + chance.below(places.streetStart(street + 1) - start));
    }
}
