package org.tongxin.core.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The early-warning index of an area: each indicator's share of its points, added up.
 *
 * <p>Every contribution is rounded to a tenth of a point and the index is their sum, so the parts that are shown are the
 * index, exactly. What is unknown adds nothing and lowers the known share; with too little known there is no level. The
 * rare grave fact is kept from being averaged away by floor rules. Immutable and safe for use by several threads.
 */
public final class RiskIndex {

    private final IndexConfig config;
    private final Thresholds thresholds;

    public RiskIndex(IndexConfig config, Thresholds thresholds) {
        this.config = config;
        this.thresholds = thresholds;
    }

    /** @param values of the indicators by name; absent or NaN where nothing is known. Names of no indicator are only looked at by floor rules. */
    public IndexResult of(Map<String, Double> values) {
        List<Contribution> contributions = new ArrayList<>(config.indicators().size());
        int tenths = 0;
        double known = 0;
        for (Indicator indicator : config.indicators()) {
            double value = values.getOrDefault(indicator.name(), Double.NaN);
            Contribution part = contribution(indicator, value);
            contributions.add(part);
            tenths += part.tenths();
            known += part.known() ? indicator.weight() / 100 : 0;
        }
        boolean enough = known >= config.leastKnown() - 1e-9;
        Level byIndex = enough ? thresholds.levelOf(tenths / 10.0) : Level.INSUFFICIENT;
        return new IndexResult(tenths, byIndex, floor(values), contributions, known);
    }

    private static Contribution contribution(Indicator indicator, double value) {
        int most = (int) Math.round(10 * indicator.weight());
        int tenths = Double.isNaN(value)
                ? 0
                : (int) Math.round(10 * indicator.weight() * indicator.curve().of(value));
        return new Contribution(indicator.name(), indicator.part(), value, tenths, most);
    }

    private Optional<FloorRule> floor(Map<String, Double> values) {
        return config.floors().stream()
                .filter(rule -> values.getOrDefault(rule.indicator(), Double.NaN) >= rule.from())
                .max(Comparator.comparing(FloorRule::level));
    }

    /**
     * A change of one indicator that would bring the index below a value.
     *
     * @param indicator its name
     * @param from its value now
     * @param to the value that would do
     * @param tenths tenths of a point that this takes off
     */
    public record Relief(String indicator, double from, double to, int tenths) {}

    /**
     * What would lower it: for each indicator that action can change, how far it would have to go to bring the index below
     * {@code target}; where it alone cannot, how much it can take off at most. Those that suffice come first, in the order
     * of the configuration; then the others, the largest relief first. A level that a floor rule holds stays all the same.
     */
    public List<Relief> reliefs(IndexResult result, double target) {
        int needed = tenthsAbove(result, target);
        List<Relief> enough = new ArrayList<>();
        List<Relief> partly = new ArrayList<>();
        for (int i = 0; i < config.indicators().size(); i++) {
            Indicator indicator = config.indicators().get(i);
            Contribution now = result.contributions().get(i);
            if (!indicator.changeable() || now.tenths() == 0) {
                continue;
            }
            int least = now.tenths() - least(indicator);
            int off = Math.min(needed, least);
            double share = indicator.curve().within((now.tenths() - off) / (10 * indicator.weight()));
            double to = indicator.curve().valueOf(share, now.value());
            if (off > 0 && !Double.isNaN(to)) {
                (off >= needed ? enough : partly).add(new Relief(indicator.name(), now.value(), to, off));
            }
        }
        partly.sort(Comparator.comparingInt(Relief::tenths).reversed());
        enough.addAll(partly);
        return enough;
    }

    /** Tenths of a point that must go for the index to lie below {@code target}; 0 or less when it does. */
    public static int tenthsAbove(IndexResult result, double target) {
        int most = (int) Math.ceil(10 * target);
        while (most / 10.0 >= target) {
            most--;
        }
        return result.tenths() - most;
    }

    private static int least(Indicator indicator) {
        double[] shares = indicator.curve().share();
        return (int) Math.round(10 * indicator.weight() * Math.min(shares[0], shares[shares.length - 1]));
    }
}
