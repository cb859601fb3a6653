package org.tongxin.core.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Two policies side by side on the same outbreaks: what changes from one to the other. Immutable.
 *
 * @param first the policy that is compared with
 * @param second the policy that is compared
 * @param differences second less first, by aim; intervals are of paired differences
 */
public record Comparison(Policy first, Policy second, Map<Aim, Summary> differences) {

    /** Copies the map. */
    public Comparison {
        differences = Map.copyOf(new EnumMap<>(differences));
    }

    /**
     * Compares.
     *
     * @param runs 2 or more, rounded up to whole rounds of the situations
     * @param threads 1 or more; changes nothing but the time
     */
    public static Comparison of(
            Situations situations,
            Policy first,
            Policy second,
            CostRates rates,
            long seed,
            int runs,
            int threads,
            SearchWatch watch) {
        Evaluator evaluator = new Evaluator(situations, List.of(first, second), rates, threads, watch);
        int number = situations.wholeRounds(Math.max(2, runs));
        Outcome[][] outcomes = evaluator.evaluate(SearchWatch.Stage.EQUIVALENCE, seed, new int[] {0, 1}, 0, number);
        Map<Aim, Summary> differences = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            differences.put(aim, difference(outcomes, aim));
        }
        return new Comparison(first, second, differences);
    }

    /** What it means to begin a policy some days later. @param days 1 or more */
    public static Comparison later(
            Situations situations,
            Policy policy,
            int days,
            CostRates rates,
            long seed,
            int runs,
            int threads,
            SearchWatch watch) {
        return of(situations, policy, LaterStart.of(policy, days), rates, seed, runs, threads, watch);
    }

    private static Summary difference(Outcome[][] outcomes, Aim aim) {
        double[] differences = new double[outcomes[0].length];
        for (int run = 0; run < differences.length; run++) {
            differences[run] = outcomes[1][run].of(aim) - outcomes[0][run].of(aim);
        }
        return Summary.of(differences);
    }
}
