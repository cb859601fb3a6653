package org.tongxin.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;

/**
 * A supply problem as a mixed program: whole units on each lane, and what is missing in each tier. Asked for the least
 * total, with floors under the communities, or for the greatest coverage above such floors.
 */
final class SupplyModel {

    /** What is asked for. */
    private enum Goal {
        /** The least total. */
        COST,
        /** The greatest least coverage. */
        COVERAGE
    }

    /** HiGHS is quick or not at all here, and keeps no plan when it stops; SCIP gets better all the time. */
    private static final long HIGHS_WORK = 40_000_000;

    private static final long SCIP_WORK = 150_000_000;

    private static final int ABSENT = -1;

    private record Way(int variable, int depot, int community, int item) {}

    private final SupplyProblem problem;
    private final Program program = new Program();
    private final Goal goal;
    private final BitSet chosen;
    private final List<Way> ways = new ArrayList<>();
    private final int[][] needs;
    private final int[] floors;
    private int waysSeen;

    /**
     * @param floor units that each community is to get at least; above its need where there is no plan
     * @param chosen the ways that may be used, in the order of {@link #relaxation}
     */
    private SupplyModel(SupplyProblem problem, Goal goal, long[] floor, BitSet chosen) {
        this.problem = problem;
        this.goal = goal;
        this.chosen = chosen;
        this.needs = new int[problem.communities()][problem.items()];
        this.floors = new int[problem.communities()];
        addNeeds(floor);
        addWays();
        if (goal == Goal.COVERAGE) {
            addCoverage();
        }
    }

    /** The greatest least coverage above the floors. */
    static SupplyModel ofCoverage(SupplyProblem problem, long[] floor) {
        return new SupplyModel(problem, Goal.COVERAGE, floor, all(problem));
    }

    /** The least total above the floors, over some of the ways. */
    static SupplyModel ofCost(SupplyProblem problem, long[] floor, BitSet chosen) {
        return new SupplyModel(problem, Goal.COST, floor, chosen);
    }

    /** What the least total is at least, and how much dearer each way makes it. */
    static Relaxation relaxation(SupplyProblem problem, long[] floor) {
        SupplyModel model = new SupplyModel(problem, Goal.COST, floor, all(problem));
        return Relaxation.of(
                model.program, model.ways.stream().mapToInt(Way::variable).toArray());
    }

    private static BitSet all(SupplyProblem problem) {
        BitSet all = new BitSet();
        all.set(0, problem.lanes() * problem.items());
        return all;
    }

    /** The program given to a solver. */
    MixedProgram given(MixedProgram.Solver solver) {
        return new MixedProgram(program, solver, solver == MixedProgram.Solver.HIGHS ? HIGHS_WORK : SCIP_WORK);
    }

    /** The plan found, with its total counted in whole numbers. */
    SupplyPlan plan(MixedProgram solved) {
        List<Shipment> shipments = new ArrayList<>();
        for (Way way : ways) {
            long quantity = solved.value(way.variable());
            if (quantity > 0) {
                shipments.add(new Shipment(way.depot(), way.community(), way.item(), quantity));
            }
        }
        long total = SupplyChecker.check(problem, new SupplyPlan(shipments, 0)).total();
        return new SupplyPlan(shipments, total);
    }

    private void addNeeds(long[] floor) {
        for (int community = 0; community < problem.communities(); community++) {
            floors[community] = floor[community] > 0 ? program.row(floor[community], Double.POSITIVE_INFINITY) : ABSENT;
            for (int item = 0; item < problem.items(); item++) {
                long need = problem.need(community, item);
                needs[community][item] = program.row(need, need);
                for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
                    addMissing(community, item, tier);
                }
            }
        }
    }

    private void addMissing(int community, int item, int tier) {
        long need = problem.need(community, item, tier);
        if (need > 0) {
            double price = goal == Goal.COVERAGE ? 0 : problem.penalty(community, tier);
            program.put(needs[community][item], program.variable(need, false, price), 1);
        }
    }

    private void addWays() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            int capacity = program.row(Double.NEGATIVE_INFINITY, capacity(depot));
            for (int item = 0; item < problem.items(); item++) {
                int stock = program.row(Double.NEGATIVE_INFINITY, problem.available(depot, item));
                for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                    addWay(depot, lane, item, stock, capacity);
                }
            }
        }
    }

    private void addWay(int depot, int lane, int item, int stock, int capacity) {
        int community = problem.laneCommunity(lane);
        long most = Math.min(problem.available(depot, item), problem.need(community, item));
        if (most == 0 || !chosen.get(waysSeen++)) {
            return;
        }
        double price = goal == Goal.COVERAGE ? 0 : problem.unitCost(lane, item);
        int variable = program.variable(most, true, price);
        program.put(needs[community][item], variable, 1);
        program.put(stock, variable, 1);
        program.put(capacity, variable, problem.weight(item));
        if (floors[community] != ABSENT) {
            program.put(floors[community], variable, 1);
        }
        ways.add(new Way(variable, depot, community, item));
    }

    /** One share for all, as great as can be: a community's units are at least that share of its need. */
    private void addCoverage() {
        int share = program.variable(1, false, -1);
        int[] covered = new int[problem.communities()];
        for (int community = 0; community < covered.length; community++) {
            covered[community] = program.row(0, Double.POSITIVE_INFINITY);
            program.put(covered[community], share, -problem.need(community));
        }
        for (Way way : ways) {
            program.put(covered[way.community()], way.variable(), 1);
        }
    }

    private double capacity(int depot) {
        long capacity = problem.capacity(depot);
        return capacity == SupplyProblem.UNLIMITED ? Double.POSITIVE_INFINITY : capacity;
    }
}
