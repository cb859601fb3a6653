package org.tongxin.core.rating;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of one area on one day.
 *
 * @param tenths the index in tenths of a point, 0 to 1000: the sum of the contributions, exactly
 * @param level the level of this value alone, before any hysteresis; a floor rule may have raised it
 * @param floor the floor rule that decided, where one did
 * @param contributions one an indicator, in the order of the configuration
 * @param known share of the weights whose indicators are known, 0 to 1
 */
public record IndexResult(
        int tenths, Level level, Optional<FloorRule> floor, List<Contribution> contributions, double known) {

    public double index() {
        return tenths / 10.0;
    }

    /** Tenths of a point of each part, in the order of the configuration. */
    public Map<String, Integer> tenthsByPart() {
        Map<String, Integer> sums = new LinkedHashMap<>();
        contributions.forEach(each -> sums.merge(each.part(), each.tenths(), Integer::sum));
        return sums;
    }

    /** The contributions that are not zero, largest first: the reasons. */
    public List<Contribution> reasons() {
        return contributions.stream()
                .filter(each -> each.tenths() > 0)
                .sorted(Comparator.comparingInt(Contribution::tenths).reversed())
                .toList();
    }
}
