package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Supply problems over time from a seed, and what their best plans cost by other ways. */
final class TimedSupplyCases {

    private TimedSupplyCases() {}

    /** Two depots, two needs, three periods, small numbers: ties, shortage, doors and floors happen. */
    static TimedSupplyProblem small(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L); // the first draws of small seeds are all alike
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(2, 2, 3);
        parts.penalties(20 + random.nextInt(9), 9 + random.nextInt(9), random.nextInt(9));
        boolean doors = random.nextBoolean();
        for (int depot = 0; depot < 2; depot++) {
            for (int period = 0; period < 3; period++) {
                parts.release(depot, period, random.nextInt(3));
                if (doors) {
                    parts.outbound(depot, period, random.nextInt(3));
                }
            }
            parts.holding(depot, random.nextBoolean() ? SupplyProblem.UNLIMITED : random.nextInt(3), random.nextInt(4));
        }
        for (int need = 0; need < 2; need++) {
            parts.need(need, random.nextInt(2), random.nextInt(2), random.nextInt(2));
            parts.deadline(need, random.nextInt(3)).priority(need, random.nextInt(3));
            parts.delay(need, random.nextInt(4));
            for (int depot = 0; depot < 2; depot++) {
                if (random.nextInt(5) > 0) {
                    parts.lane(depot, need, random.nextInt(2), random.nextInt(12));
                }
            }
        }
        return withFloor(parts, random).build();
    }

    private static TimedSupplyProblemBuilder withFloor(TimedSupplyProblemBuilder parts, Random random) {
        long asked = parts.build().need(0);
        return parts.floor(0, random.nextInt(3) == 0 ? Math.min(1, asked) : 0);
    }

    /** Warehouses with stock now, makers with so much a day, needs with days of their own; nothing limited. */
    static TimedSupplyProblem district(long seed, int depots, int needs, int periods) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        TimedSupplyProblemBuilder parts = TimedSupplyProblem.builder(depots, needs, periods);
        parts.penalties(40_000, 20_000, 8_000);
        for (int depot = 0; depot < depots; depot++) {
            for (int period = 0; period < periods; period++) {
                boolean makes = depot % 3 == 0 && period > 0;
                boolean stock = depot % 3 > 0 && period == 0;
                parts.release(depot, period, stock ? random.nextInt(900) : makes ? random.nextInt(60) : 0);
            }
        }
        for (int need = 0; need < needs; need++) {
            parts.need(need, random.nextInt(100), random.nextInt(60), random.nextInt(40));
            parts.deadline(need, random.nextInt(periods)).priority(need, 1 + random.nextInt(3));
            parts.delay(need, 1 + random.nextInt(90));
            for (int depot = 0; depot < depots; depot++) {
                parts.lane(depot, need, random.nextInt(2), random.nextInt(900));
            }
        }
        return parts.build();
    }

    /** Each release a depot, each lane that still arrives in time from it a lane, with the waiting in its cost. */
    static SupplyProblem withoutTime(TimedSupplyProblem timed) {
        SupplyProblemBuilder parts = SupplyProblem.builder(timed.depots() * timed.periods(), timed.needs(), 1);
        parts.penalties(timed.tierPenalty(0), timed.tierPenalty(1), timed.tierPenalty(2));
        for (int need = 0; need < timed.needs(); need++) {
            parts.priority(need, timed.priority(need));
            parts.need(need, 0, timed.need(need, 0), timed.need(need, 1), timed.need(need, 2));
        }
        for (int depot = 0; depot < timed.depots(); depot++) {
            for (int period = 0; period < timed.periods(); period++) {
                int release = depot * timed.periods() + period;
                parts.stock(release, 0, timed.release(depot, period), 0);
                for (int lane = timed.firstLane(depot); lane < timed.firstLane(depot + 1); lane++) {
                    int arrival = period + timed.transit(lane);
                    int need = timed.laneNeed(lane);
                    if (arrival <= timed.deadline(need)) {
                        parts.lane(release, need, timed.laneCost(lane) + arrival * timed.delayCost(need));
                    }
                }
            }
        }
        return parts.build();
    }

    /** The least total of all plans, each followed day by day; empty where none keeps the floors. */
    static Optional<Long> leastByTrying(TimedSupplyProblem problem) {
        List<int[]> ways = new ArrayList<>();
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                int last = problem.deadline(problem.laneNeed(lane)) - problem.transit(lane);
                for (int departure = 0; departure <= last; departure++) {
                    ways.add(new int[] {depot, lane, departure});
                }
            }
        }
        long least = new Trial(problem, ways).least(0, 0);
        return least == Long.MAX_VALUE ? Optional.empty() : Optional.of(least);
    }

    /** All plans, one way after the other. */
    private static final class Trial {

        private final TimedSupplyProblem problem;
        private final List<int[]> ways;
        private final long[][] sent;
        private final long[] got;

        Trial(TimedSupplyProblem problem, List<int[]> ways) {
            this.problem = problem;
            this.ways = ways;
            this.sent = new long[problem.depots()][problem.periods()];
            this.got = new long[problem.needs()];
        }

        long least(int way, long transport) {
            if (way == ways.size()) {
                return total(transport);
            }
            int depot = ways.get(way)[0];
            int lane = ways.get(way)[1];
            int departure = ways.get(way)[2];
            int need = problem.laneNeed(lane);
            long unit = problem.laneCost(lane) + problem.delayCost(need) * (departure + problem.transit(lane));
            long least = Long.MAX_VALUE;
            long most = Math.min(
                    problem.need(need) - got[need], problem.outbound(depot, departure) - sent[depot][departure]);
            for (long units = 0; units <= Math.min(most, 6); units++) {
                sent[depot][departure] += units;
                got[need] += units;
                least = Math.min(least, least(way + 1, transport + units * unit));
                sent[depot][departure] -= units;
                got[need] -= units;
            }
            return least;
        }

        private long total(long transport) {
            long total = transport;
            for (int depot = 0; depot < problem.depots(); depot++) {
                long kept = keeping(depot);
                if (kept < 0) {
                    return Long.MAX_VALUE;
                }
                total += kept;
            }
            for (int need = 0; need < problem.needs(); need++) {
                if (got[need] < problem.floor(need)) {
                    return Long.MAX_VALUE;
                }
                for (long unit = got[need]; unit < problem.need(need); unit++) {
                    total += problem.penalty(need, tier(need, unit));
                }
            }
            return total;
        }

        private int tier(int need, long unit) {
            long first = problem.need(need, 0);
            return unit < first ? 0 : unit < first + problem.need(need, 1) ? 1 : 2;
        }

        /** The cheapest way of keeping what is sent, by trying every amount kept each day; negative where there is none. */
        private long keeping(int depot) {
            return keeping(depot, 0, 0);
        }

        private long keeping(int depot, int period, long before) {
            if (period == problem.periods()) {
                return 0;
            }
            long left = before + problem.release(depot, period) - sent[depot][period];
            long best = -1;
            for (long kept = 0; kept <= Math.min(left, problem.holding(depot)); kept++) {
                long later = keeping(depot, period + 1, kept);
                long cost = kept * problem.holdingCost(depot) + later;
                best = later >= 0 && (best < 0 || cost < best) ? cost : best;
            }
            return best;
        }
    }
}
