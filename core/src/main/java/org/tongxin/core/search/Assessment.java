package org.tongxin.core.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A policy as the search saw it. Immutable.
 *
 * @param rank 1 for the chosen one
 * @param level policies of one level differ by less than the indifference from the best of it; the less restrictive stands
 *     first among them; 1 or more
 * @param policy the policy
 * @param criterion the number that decides
 * @param aims all aims
 * @param means of all that was counted
 * @param last stage in which it was still compared
 * @param onFront whether none is at least as good in all aims, by the means
 * @param bend how sharply the front bends here: see {@link ParetoFront}
 * @param knee whether it is one of the knees
 */
public record Assessment(
        int rank,
        int level,
        Policy policy,
        Summary criterion,
        Map<Aim, Summary> aims,
        Map<Quantity, Double> means,
        SearchWatch.Stage last,
        boolean onFront,
        double bend,
        boolean knee) {

    /** Copies the maps. */
    public Assessment {
        aims = Map.copyOf(new EnumMap<>(aims));
        means = Map.copyOf(new EnumMap<>(means));
    }

    /** An aim. */
    public Summary of(Aim aim) {
        return Objects.requireNonNull(aims.get(aim));
    }

    /** Mean of what was counted. */
    public double of(Quantity what) {
        return means.getOrDefault(what, 0.0);
    }

    /** Harms of the measures by their names, in the order of the rates. */
    public Map<String, Double> harms(List<HarmRate> rates) {
        Map<String, Double> harms = new LinkedHashMap<>();
        rates.forEach(each -> harms.put(each.name(), each.harm(of(Quantity.HELD_DAYS), of(Quantity.LIMITED_DAYS))));
        return harms;
    }
}
