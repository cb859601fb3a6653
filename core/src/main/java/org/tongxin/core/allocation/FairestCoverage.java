package org.tongxin.core.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The greatest least coverage of a supply problem without shared capacity, exactly.
 *
 * <p><b>Idea.</b> Newton's method on cuts [1]: ask for a coverage, at first all. Where a flow cannot give it, its prices
 * name a set of communities that together can get only so many units; the greatest coverage at which the floors of that
 * set fit into these units is the next to ask for. It only falls and is never below the true one, so the first coverage
 * that a flow gives is the greatest.
 *
 * <p><b>Cost.</b> One flow a step; seldom more than ten steps. For one thread only.
 *
 * <p>Source: [1] Radzik: Newton's method for fractional combinatorial optimization, FOCS 1992, 659-669.
 */
final class FairestCoverage {

    private final SupplyProblem problem;
    private final int[] items;
    private Coverage coverage = Coverage.FULL;
    private SupplyPrices proof;

    FairestCoverage(SupplyProblem problem) {
        this.problem = problem;
        this.items = IntStream.range(0, problem.items()).toArray();
        this.proof = new SupplyPrices(new long[problem.depots()][problem.items()], new long[problem.communities()]);
        search();
    }

    Coverage coverage() {
        return coverage;
    }

    /** Whether the last prices refute every greater coverage; counted apart from the flow. */
    boolean isProved() {
        return coverage.equals(Coverage.FULL) || SupplyBound.refutes(problem, proof, floorsAbove());
    }

    /** The units that each community gets at least. */
    static long[] floors(SupplyProblem problem, Coverage coverage) {
        return IntStream.range(0, problem.communities())
                .mapToLong(community -> coverage.unitsOf(problem.need(community)))
                .toArray();
    }

    private long[] floorsAbove() {
        return IntStream.range(0, problem.communities())
                .mapToLong(community -> problem.need(community) == 0 ? 0 : coverage.unitsAbove(problem.need(community)))
                .toArray();
    }

    private void search() {
        boolean given = false;
        while (!given) {
            long[] floor = floors(problem, coverage);
            SupplyNetwork network = new SupplyNetwork(problem, items, floor, SupplyNetwork.Price.PREMIUM_ONLY);
            network.solve();
            given = IntStream.range(0, floor.length).allMatch(place -> network.delivered(place) >= floor[place]);
            if (!given) {
                int[] starved = IntStream.range(0, floor.length)
                        .filter(place -> network.floorPrice(place) > 0)
                        .toArray();
                proof = prices(network);
                coverage = greatest(
                        starved,
                        Arrays.stream(starved).mapToLong(network::delivered).sum());
            }
        }
    }

    private SupplyPrices prices(SupplyNetwork network) {
        long[][] stock = new long[problem.depots()][problem.items()];
        for (int depot = 0; depot < problem.depots(); depot++) {
            int from = depot;
            Arrays.setAll(stock[depot], item -> network.stockPrice(from, item));
        }
        long[] floor = new long[problem.communities()];
        Arrays.setAll(floor, network::floorPrice);
        return new SupplyPrices(stock, floor);
    }

    /** The greatest coverage at which the floors of these communities add up to no more than the units. */
    private Coverage greatest(int[] places, long units) {
        long need = Arrays.stream(places).mapToLong(problem::need).sum();
        Coverage start = new Coverage(Math.max(0, units - places.length), need);
        PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::coverage));
        long left = units;
        for (int place : places) {
            Step step = step(place, start.unitsOf(problem.need(place)));
            left -= step.floor();
            steps.add(step);
        }
        while (true) {
            Coverage reached = steps.element().coverage();
            while (left >= 0 && steps.element().coverage().equals(reached)) {
                Step step = steps.remove();
                steps.add(step(step.place(), step.floor() + 1));
                left--;
            }
            if (left < 0) {
                return reached;
            }
        }
    }

    private Step step(int place, long floor) {
        return new Step(place, floor, new Coverage(floor, problem.need(place)));
    }

    /** A floor, and the coverage up to which it is enough. */
    private record Step(int place, long floor, Coverage coverage) {}
}
