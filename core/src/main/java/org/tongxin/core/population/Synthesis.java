package org.tongxin.core.population;

import java.util.List;
import java.util.stream.Stream;

/**
 * A synthetic population with everything needed to use it and to say what it rests on.
 *
 * @param rates how often its people meet, calibrated to the published contacts
 * @param plan how many households and rooms it has
 * @param scale people of the population divided by the residents of the district
 * @param seed what made it this one and no other
 */
public record Synthesis(
        DistrictTotals totals,
        SynthesisSettings settings,
        double scale,
        long seed,
        Population population,
        ContactRates rates,
        HomeCounts plan) {

    /** Everything that it rests on: the district's totals, then the parameters, each with its source. */
    public List<Figure> figures() {
        return Stream.concat(totals.figures().stream(), settings.figures().stream())
                .toList();
    }
}
