package org.tongxin.core.population;

import java.util.List;

/**
 * A street and its communities; its weight is the sum of theirs.
 *
 * @param code national code
 * @param communities one or more
 */
public record StreetWeights(String code, String name, List<AreaWeight> communities) {

    /** @throws IllegalArgumentException when there is no community */
    public StreetWeights {
        communities = List.copyOf(communities);
        if (communities.isEmpty()) {
            throw new IllegalArgumentException("The street " + name + " (" + code
                    + ") has no community, so nobody can live there. Give it one or leave it out.");
        }
    }

    double weight() {
        return communities.stream().mapToDouble(AreaWeight::weight).sum();
    }
}
