package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Supply problems from a seed, and their best plans by trying every one. */
final class SupplyCases {

    /** What the best plan has; the coverage first where the aim asks for it. */
    record Best(Coverage coverage, long total) {}

    private SupplyCases() {}

    /** Two depots, two or three communities, one or two items, small numbers: ties and shortage happen. */
    static SupplyProblem small(long seed, SupplyProblem.Aim aim, boolean withCapacity) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L); // the first draws of small seeds are all alike
        int communities = 2 + random.nextInt(2);
        int items = communities == 3 ? 1 : 1 + random.nextInt(2);
        SupplyProblemBuilder builder =
                SupplyProblem.builder(2, communities, items).aim(aim);
        builder.penalties(20 + random.nextInt(9), 9 + random.nextInt(9), random.nextInt(9));
        for (int depot = 0; depot < 2; depot++) {
            for (int item = 0; item < items; item++) {
                builder.stock(depot, item, random.nextInt(5), random.nextInt(2));
            }
            if (withCapacity) {
                builder.capacity(depot, random.nextInt(8));
            }
        }
        for (int item = 0; item < items; item++) {
            builder.weight(item, random.nextInt(3));
        }
        for (int community = 0; community < communities; community++) {
            builder.priority(community, random.nextInt(3));
            for (int item = 0; item < items; item++) {
                builder.need(community, item, random.nextInt(2), random.nextInt(2), random.nextInt(2));
            }
            for (int depot = 0; depot < 2; depot++) {
                if (random.nextInt(4) > 0) {
                    builder.lane(depot, community, random.nextInt(12));
                }
            }
        }
        return builder.build();
    }

    /** Communities near depots in a square, four parts in five of the need in stock. */
    static SupplyProblem district(long seed, int depots, int communities, int items, SupplyProblem.Aim aim) {
        Random random = new Random(seed);
        SupplyProblemBuilder builder =
                SupplyProblem.builder(depots, communities, items).aim(aim).penalties(40_000, 20_000, 8_000);
        long[] needOfItem = new long[items];
        for (int community = 0; community < communities; community++) {
            builder.priority(community, 1 + random.nextInt(3));
            for (int item = 0; item < items; item++) {
                long units = 20 + random.nextInt(300);
                needOfItem[item] += units;
                builder.need(community, item, units / 2, units * 3 / 10, units - units / 2 - units * 3 / 10);
            }
            for (int depot = 0; depot < depots; depot++) {
                builder.lane(depot, community, 1 + random.nextInt(5_000));
            }
        }
        for (int depot = 0; depot < depots; depot++) {
            for (int item = 0; item < items; item++) {
                boolean empty = random.nextInt(10) < 4;
                long mean = needOfItem[item] * 8 / (6L * depots);
                builder.stock(depot, item, empty ? 0 : 1 + random.nextLong(2 * mean), 0);
            }
        }
        return builder.build();
    }

    static Best bruteForce(SupplyProblem problem) {
        return new Search(problem).best();
    }

    private static final class Search {

        private final SupplyProblem problem;
        private final List<int[]> choices = new ArrayList<>();
        private final List<Shipment> sent = new ArrayList<>();
        private Best best = new Best(new Coverage(0, 1), Long.MAX_VALUE);

        Search(SupplyProblem problem) {
            this.problem = problem;
            for (int depot = 0; depot < problem.depots(); depot++) {
                for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                    for (int item = 0; item < problem.items(); item++) {
                        choices.add(new int[] {depot, problem.laneCommunity(lane), item});
                    }
                }
            }
        }

        Best best() {
            decide(0);
            return best;
        }

        private void decide(int next) {
            if (next == choices.size()) {
                judge();
                return;
            }
            int[] choice = choices.get(next);
            long most = Math.min(problem.available(choice[0], choice[2]), problem.need(choice[1], choice[2]));
            decide(next + 1);
            for (long units = 1; units <= most; units++) {
                sent.add(new Shipment(choice[0], choice[1], choice[2], units));
                decide(next + 1);
                sent.removeLast();
            }
        }

        private void judge() {
            PlanCheck counted = SupplyChecker.check(problem, new SupplyPlan(sent, -1));
            if (counted.violations().size() > 1) {
                return;
            }
            Coverage coverage = problem.aim() == SupplyProblem.Aim.CHEAPEST
                    ? new Coverage(0, 1)
                    : SupplyChecker.leastCoverage(problem, new SupplyPlan(sent, -1));
            int fairer = coverage.compareTo(best.coverage());
            if (fairer > 0 || (fairer == 0 && counted.total() < best.total())) {
                best = new Best(coverage, counted.total());
            }
        }
    }
}
