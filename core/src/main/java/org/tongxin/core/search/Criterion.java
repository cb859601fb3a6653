package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The one number by which a course is chosen with a stated probability, as whoever decides gives it: aims, weighted, and
 * ceilings on others. To be small. What it leaves out is in the table of all aims, which always stands beside it.
 *
 * <p>A ceiling is a price, not a wall: what a run has above it counts, at the price, as so much of the weighted aims. A wall
 * could not be promised from runs, and would call a course impossible for the sake of one unit. Immutable.
 *
 * @param name for people
 * @param weights by aim, 0 or more, at least one above 0
 * @param ceilings on other aims
 */
public record Criterion(String name, Map<Aim, Double> weights, List<Ceiling> ceilings) {

    /**
     * Checks the weights.
     *
     * @throws IllegalArgumentException when one is negative or none is above 0
     */
    public Criterion {
        boolean fine = weights.values().stream().allMatch(each -> each >= 0 && each < Double.POSITIVE_INFINITY)
                && weights.values().stream().anyMatch(each -> each > 0);
        if (!fine) {
            throw new IllegalArgumentException("The weights of the criterion “" + name + "” (" + weights
                    + ") must be 0 or more, with one above 0.");
        }
        weights = Map.copyOf(new EnumMap<>(weights));
        ceilings = List.copyOf(ceilings);
    }

    /**
     * How much of an aim is tolerated.
     *
     * @param aim which
     * @param most tolerated in a run, 0 or more
     * @param price what each unit above counts for, above 0
     */
    public record Ceiling(Aim aim, double most, double price) {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is left
         */
        public Ceiling {
            if (!(most >= 0 && price > 0 && price < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The ceiling of " + aim + " (" + most
                        + ") must be 0 or more, and its price (" + price + ") above 0.");
            }
        }
    }

    /** One aim alone. */
    public static Criterion of(Aim aim) {
        return new Criterion(aim.title(), Map.of(aim, 1.0), List.of());
    }

    /** The same with one more ceiling. */
    public Criterion below(Aim aim, double most, double price) {
        List<Ceiling> more = new ArrayList<>(ceilings);
        more.add(new Ceiling(aim, most, price));
        return new Criterion(name, weights, more);
    }

    /** The number of a run. */
    public double of(Outcome outcome) {
        double sum = 0;
        for (Aim aim : Aim.values()) {
            sum += weights.getOrDefault(aim, 0.0) * outcome.of(aim);
        }
        for (Ceiling each : ceilings) {
            sum += each.price() * Math.max(0, outcome.of(each.aim()) - each.most());
        }
        return sum;
    }
}
