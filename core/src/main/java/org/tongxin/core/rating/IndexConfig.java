package org.tongxin.core.rating;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One version of the index: indicators, floor rules, and the share of the weights that must be known.
 *
 * @param version name of this version, kept with every result
 * @param indicators their weights sum to 100
 * @param floors in any order; the gravest that holds counts
 * @param leastKnown share of the weights, 0 to 1, whose indicators must be known; below it there is too little data
 */
public record IndexConfig(String version, List<Indicator> indicators, List<FloorRule> floors, double leastKnown) {

    private static final double ROUNDING = 1e-6;

    /** @throws IllegalArgumentException when names repeat or weights do not sum to 100; the message says what they are */
    public IndexConfig {
        indicators = List.copyOf(indicators);
        floors = List.copyOf(floors);
        Set<String> names = new HashSet<>();
        double sum = 0;
        for (Indicator indicator : indicators) {
            if (!names.add(indicator.name())) {
                throw new IllegalArgumentException("The indicator " + indicator.name() + " stands twice.");
            }
            sum += indicator.weight();
        }
        if (Math.abs(sum - 100) > ROUNDING) {
            throw new IllegalArgumentException(
                    "The weights of the indicators sum to " + sum + "; they must sum to 100.");
        }
        if (!(leastKnown >= 0 && leastKnown <= 1)) {
            throw new IllegalArgumentException("The least known share (" + leastKnown + ") must lie in 0..1.");
        }
    }

    /** Points of each part, in the order in which the parts first appear. */
    public Map<String, Double> weightByPart() {
        Map<String, Double> weights = new LinkedHashMap<>();
        indicators.forEach(indicator -> weights.merge(indicator.part(), indicator.weight(), Double::sum));
        return weights;
    }
}
