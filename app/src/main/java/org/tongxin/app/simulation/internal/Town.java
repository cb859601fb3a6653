package org.tongxin.app.simulation.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tongxin.core.epidemic.FittedArrivals;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.Synthesis;

/**
 * A synthetic district with the names of its places.
 *
 * @param communities code path of each community, in the order of the population's communities
 */
record Town(Synthesis synthesis, List<String> communities) {

    Town {
        communities = List.copyOf(communities);
    }

    Places places() {
        return synthesis.population().places();
    }

    /** Synthetic people for each resident. */
    double scale() {
        return synthesis.scale();
    }

    /** Code path of a street. */
    String street(int street) {
        return communities.get(places().firstCommunity(street)).substring(0, 9);
    }

    /** Puts infections into communities. @param named places named lately, by street path */
    FittedArrivals arrivals(Map<String, Integer> named) {
        double[] weights = new double[places().streets()];
        Arrays.setAll(weights, street -> named.getOrDefault(street(street), 0));
        return new FittedArrivals(places(), scale(), weights);
    }

    /** Numbers of the communities inside some areas. */
    List<Integer> communitiesIn(List<String> areas) {
        return IntStream.range(0, communities.size())
                .filter(number -> areas.stream().anyMatch(communities.get(number)::startsWith))
                .boxed()
                .toList();
    }
}
