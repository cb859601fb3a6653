package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts the candidates in order: level by level, the less restrictive first within a level. */
final class Ranks {

    private final List<Policy> policies;
    private final Records records;
    private final double indifference;
    private final ParetoFront front;
    private final List<Integer> knees;

    Ranks(List<Policy> policies, Records records, double indifference) {
        this.policies = policies;
        this.records = records;
        this.indifference = indifference;
        front = ParetoFront.of(records.meanAims());
        knees = front.knees();
    }

    /** All candidates, a chosen one first whatever its mean, since its promise rests on more than the mean. */
    List<Assessment> from(int chosen) {
        double[] mean = IntStream.range(0, policies.size())
                .mapToDouble(each -> records.criterion(each).mean())
                .toArray();
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, mean.length).boxed().toList());
        left.sort(Comparator.comparingDouble(each -> mean[each]));
        List<Assessment> ranked = new ArrayList<>();
        ranked.add(assessment(chosen, 1, 1));
        for (int level = 1; !left.isEmpty(); level++) {
            double most = mean[left.getFirst()] + indifference;
            List<Integer> alike = new ArrayList<>(
                    left.stream().filter(each -> mean[each] <= most).toList());
            left.removeAll(alike);
            alike.sort(records.byRestriction(policies));
            for (int each : alike) {
                if (each != chosen) {
                    ranked.add(assessment(each, ranked.size() + 1, level));
                }
            }
        }
        return ranked;
    }

    private Assessment assessment(int candidate, int rank, int level) {
        Map<Aim, Summary> aims = new EnumMap<>(Aim.class);
        for (Aim aim : Aim.values()) {
            aims.put(aim, records.aim(candidate, aim));
        }
        Map<Quantity, Double> means = new EnumMap<>(Quantity.class);
        for (Quantity what : Quantity.values()) {
            means.put(what, records.mean(candidate, outcome -> outcome.of(what)));
        }
        return new Assessment(
                rank,
                level,
                policies.get(candidate),
                records.criterion(candidate),
                aims,
                means,
                records.last(candidate),
                front.contains(candidate),
                front.bend(candidate),
                knees.contains(candidate));
    }
}
