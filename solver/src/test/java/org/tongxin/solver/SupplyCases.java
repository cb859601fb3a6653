package org.tongxin.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tongxin.core.allocation.Coverage;
import org.tongxin.core.allocation.PlanCheck;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;

/** Supply problems from a seed, and the best plan of a small one by trying all. */
final class SupplyCases {

    /** The coverage is the same for all where the aim does not ask for it. */
    record Best(Coverage coverage, long total) {}

    private SupplyCases() {}

    /** Two depots, two communities, two items, numbers up to four. */
    static SupplyProblem small(long seed, SupplyProblem.Aim aim) {
        return random(seed, aim, new int[] {2, 2, 2}, 2, true);
    }

    static SupplyProblem random(long seed, SupplyProblem.Aim aim, int[] size, int most, boolean withCapacity) {
        int depots = size[0];
        int communities = size[1];
        int items = size[2];
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        SupplyProblemBuilder builder =
                SupplyProblem.builder(depots, communities, items).aim(aim).penalties(60, 30, random.nextInt(20));
        for (int item = 0; item < items; item++) {
            builder.weight(item, 1 + random.nextInt(3));
        }
        for (int depot = 0; depot < depots; depot++) {
            if (withCapacity) {
                builder.capacity(depot, random.nextInt(most * items * 2));
            }
            for (int item = 0; item < items; item++) {
                builder.stock(depot, item, random.nextInt(2 * most + 1), random.nextInt(2));
            }
        }
        for (int community = 0; community < communities; community++) {
            builder.priority(community, 1 + random.nextInt(3));
            for (int item = 0; item < items; item++) {
                builder.need(community, item, random.nextInt(most), random.nextInt(most), random.nextInt(most));
            }
            for (int depot = 0; depot < depots; depot++) {
                if (random.nextInt(4) > 0) {
                    builder.lane(depot, community, random.nextInt(20));
                }
            }
        }
        return builder.build();
    }

    static Best bruteForce(SupplyProblem problem) {
        List<int[]> ways = new ArrayList<>();
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                for (int item = 0; item < problem.items(); item++) {
                    ways.add(new int[] {depot, problem.laneCommunity(lane), item});
                }
            }
        }
        return best(problem, ways, new ArrayList<>(), new Best(new Coverage(0, 1), Long.MAX_VALUE));
    }

    private static Best best(SupplyProblem problem, List<int[]> ways, List<Shipment> sent, Best known) {
        if (ways.isEmpty()) {
            return better(problem, new SupplyPlan(sent, -1), known);
        }
        int[] way = ways.getFirst();
        List<int[]> rest = ways.subList(1, ways.size());
        Best best = best(problem, rest, sent, known);
        long most = Math.min(problem.available(way[0], way[2]), problem.need(way[1], way[2]));
        for (long units = 1; units <= most; units++) {
            sent.add(new Shipment(way[0], way[1], way[2], units));
            best = best(problem, rest, sent, best);
            sent.removeLast();
        }
        return best;
    }

    private static Best better(SupplyProblem problem, SupplyPlan plan, Best known) {
        PlanCheck check = SupplyChecker.check(problem, plan);
        if (check.violations().size() > 1) {
            return known;
        }
        Coverage coverage = problem.aim() == SupplyProblem.Aim.CHEAPEST
                ? new Coverage(0, 1)
                : SupplyChecker.leastCoverage(problem, plan);
        int fairer = coverage.compareTo(known.coverage());
        boolean better = fairer > 0 || (fairer == 0 && check.total() < known.total());
        return better ? new Best(coverage, check.total()) : known;
    }
}
