package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts a plan of goods anew and lists every rule it breaks. Written apart from the solvers and sharing none of their
 * code, so that a plan is trusted for what it is and not for where it came from. It proves no optimum: a bound does.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class SupplyChecker {

    private final SupplyProblem problem;
    private final SupplyPlan plan;
    private final long[][] sent;
    private final long[][] received;
    private final List<String> violations = new ArrayList<>();

    private SupplyChecker(SupplyProblem problem, SupplyPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.sent = new long[problem.depots()][problem.items()];
        this.received = new long[problem.communities()][problem.items()];
    }

    /**
     * Checks a plan against its problem.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static PlanCheck check(SupplyProblem problem, SupplyPlan plan) {
        return new SupplyChecker(problem, plan).check();
    }

    /** The least coverage over the communities with a need; {@link Coverage#FULL} when there are none. */
    public static Coverage leastCoverage(SupplyProblem problem, SupplyPlan plan) {
        SupplyChecker counted = new SupplyChecker(problem, plan);
        counted.count();
        Coverage least = Coverage.FULL;
        for (int community = 0; community < problem.communities(); community++) {
            Coverage coverage = counted.coverage(community);
            least = coverage.compareTo(least) < 0 ? coverage : least;
        }
        return least;
    }

    private PlanCheck check() {
        long total = Math.addExact(count(), shortage());
        checkDepots();
        if (total != plan.total()) {
            violations.add("The plan states " + plan.total() + " and costs " + total + ".");
        }
        return new PlanCheck(total, violations);
    }

    private long count() {
        long cost = 0;
        Shipment before = new Shipment(-1, -1, -1, 0);
        for (Shipment shipment : plan.shipments()) {
            if (isKnown(shipment) && isNew(before, shipment)) {
                cost = Math.addExact(cost, transport(shipment));
            }
            before = shipment;
        }
        return cost;
    }

    private boolean isKnown(Shipment shipment) {
        boolean known = isWithin(shipment.depot(), problem.depots())
                && isWithin(shipment.community(), problem.communities())
                && isWithin(shipment.item(), problem.items());
        if (!known) {
            violations.add(shipment + " names a depot, community or item that does not exist.");
        } else if (shipment.quantity() < 1) {
            violations.add(shipment + " must have a quantity of 1 or more.");
            return false;
        }
        return known;
    }

    /** The plan is in order, so the same lane and item would stand next to each other. */
    private boolean isNew(Shipment before, Shipment shipment) {
        if (Shipment.ORDER.compare(before, shipment) == 0) {
            violations.add(shipment + " is there twice.");
            return false;
        }
        return true;
    }

    private long transport(Shipment shipment) {
        int item = shipment.item();
        sent[shipment.depot()][item] = Math.addExact(sent[shipment.depot()][item], shipment.quantity());
        received[shipment.community()][item] = Math.addExact(received[shipment.community()][item], shipment.quantity());
        int lane = problem.findLane(shipment.depot(), shipment.community());
        if (lane < 0) {
            violations.add(shipment + " has no lane.");
            return 0;
        }
        return Math.multiplyExact(shipment.quantity(), problem.unitCost(lane, item));
    }

    private void checkDepots() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            long weight = 0;
            for (int item = 0; item < problem.items(); item++) {
                long units = sent[depot][item];
                if (units > problem.available(depot, item)) {
                    violations.add("Depot " + depot + " sends " + units + " units of item " + item + " and may send "
                            + problem.available(depot, item) + ".");
                }
                weight = Math.addExact(weight, Math.multiplyExact(units, problem.weight(item)));
            }
            if (weight > problem.capacity(depot)) {
                violations.add("Depot " + depot + " sends a weight of " + weight + " and may send "
                        + problem.capacity(depot) + ".");
            }
        }
    }

    private long shortage() {
        long sum = 0;
        for (int community = 0; community < problem.communities(); community++) {
            for (int item = 0; item < problem.items(); item++) {
                sum = Math.addExact(sum, shortage(community, item));
            }
        }
        return sum;
    }

    private long shortage(int community, int item) {
        long left = received[community][item];
        long sum = 0;
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long met = Math.min(left, problem.need(community, item, tier));
            long missing = problem.need(community, item, tier) - met;
            sum = Math.addExact(sum, Math.multiplyExact(missing, problem.penalty(community, tier)));
            left -= met;
        }
        if (left > 0) {
            violations.add(
                    "Community " + community + " gets " + left + " units of item " + item + " more than it needs.");
        }
        return sum;
    }

    private Coverage coverage(int community) {
        long need = 0;
        long met = 0;
        for (int item = 0; item < problem.items(); item++) {
            long wanted = 0;
            for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
                wanted += problem.need(community, item, tier);
            }
            need += wanted;
            met += Math.min(wanted, received[community][item]);
        }
        return need == 0 ? Coverage.FULL : new Coverage(met, need);
    }

    private static boolean isWithin(int index, int count) {
        return index >= 0 && index < count;
    }
}
