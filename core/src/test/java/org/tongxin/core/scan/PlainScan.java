package org.tongxin.core.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The scan written down as it is defined, without any haste: every zone, every window, every sum from the start. */
record PlainScan(ScanModel model, ScanSettings settings) {

    record Cylinder(int centre, List<Integer> members, int window, int count, double expected, double statistic) {}

    /** The strongest cylinder, the first of equal ones; null when none stands out. */
    Cylinder strongest(int[][] casesByWindowAndPlace) {
        Windows windows = Windows.of(model.cases().days(), settings);
        Expectations expectations = model.expectations(windows);
        Cylinder strongest = null;
        for (int centre = 0; centre < places().size(); centre++) {
            for (List<Integer> members : zones(centre)) {
                for (int window = 0; window < windows.count(); window++) {
                    Cylinder cylinder = cylinder(centre, members, window, expectations, casesByWindowAndPlace[window]);
                    if (cylinder.statistic() > 0
                            && (strongest == null || cylinder.statistic() > strongest.statistic() * (1 + 1e-12))) {
                        strongest = cylinder;
                    }
                }
            }
        }
        return strongest;
    }

    private Cylinder cylinder(int centre, List<Integer> members, int window, Expectations expectations, int[] cases) {
        double[] weights = expectations.weights(window);
        int count = members.stream().mapToInt(member -> cases[member]).sum();
        double weight = members.stream().mapToDouble(member -> weights[member]).reduce(0, Double::sum);
        double expected = expectations.expected(weight);
        double statistic =
                count >= settings.minCases() && count > expected ? model.ratio().of(count, expected) : 0;
        return new Cylinder(centre, members, window, count, expected, statistic);
    }

    /** Nearest places first; a zone does not end between two that enter together. */
    private List<List<Integer>> zones(int centre) {
        List<Integer> order = IntStream.range(0, places().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> places().kilometres(centre, place))
                        .thenComparingDouble(place -> places().get(place).first())
                        .thenComparingDouble(place -> places().get(place).second()))
                .toList();
        double[] sizes = model.sizes();
        double most = settings.maxShare()
                * IntStream.range(0, sizes.length)
                        .mapToDouble(place -> sizes[place])
                        .sum();
        List<List<Integer>> zones = new ArrayList<>();
        for (int end = 1; end <= order.size(); end++) {
            List<Integer> members = order.subList(0, end);
            double size = members.stream().mapToDouble(member -> sizes[member]).sum();
            double radius = places().kilometres(centre, order.get(end - 1));
            boolean tied = end < order.size() && enterTogether(centre, order.get(end - 1), order.get(end));
            if (!tied && size <= most && radius <= settings.maxRadiusKilometres()) {
                zones.add(members);
            }
        }
        return zones;
    }

    private boolean enterTogether(int centre, int one, int other) {
        return settings.tiesTogether()
                ? places().kilometres(centre, one) == places().kilometres(centre, other)
                : places().kilometres(one, other) == 0;
    }

    private Places places() {
        return model.cases().places();
    }
}
