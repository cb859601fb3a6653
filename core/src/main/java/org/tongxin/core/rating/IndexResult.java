package org.tongxin.core.rating;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of one area on one day.
 *
 * @param tenths the index in tenths of a point, 0 to 1000: the sum of the contributions, exactly; weights that are no whole
 *     tenths may add up to a few tenths more
 * @param byIndex the level of this value alone, before any hysteresis and without floor rules
 * @param floor the gravest floor rule that holds, whether it decides or not
 * @param contributions one an indicator, in the order of the configuration
 * @param known share of the weights whose indicators are known, 0 to 1
 */
public record IndexResult(
        int tenths, Level byIndex, Optional<FloorRule> floor, List<Contribution> contributions, double known) {

    /** The level of the day before any hysteresis: that of the index, or of a floor rule above it. */
    public Level level() {
        return floor.map(rule -> Level.graver(rule.level(), byIndex)).orElse(byIndex);
    }

    /** The floor rule that decides the level of the day, where one does. */
    public Optional<FloorRule> decidingFloor() {
        return floor.filter(rule -> rule.level().above(byIndex));
    }

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
