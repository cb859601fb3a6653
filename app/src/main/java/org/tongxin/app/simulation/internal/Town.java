package org.tongxin.app.simulation.internal;

import java.util.List;
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

    /** Numbers of the communities inside some areas. */
    List<Integer> communitiesIn(List<String> areas) {
        return java.util.stream.IntStream.range(0, communities.size())
                .filter(number -> areas.stream().anyMatch(communities.get(number)::startsWith))
                .boxed()
                .toList();
    }
}
