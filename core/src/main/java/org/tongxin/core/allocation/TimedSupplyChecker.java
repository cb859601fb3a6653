package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts a plan of goods over time anew and lists every rule it breaks. Written apart from the solver and sharing none of its
 * code. Goods are followed backwards: what leaves in a period and is not released in it must have been kept from before. It
 * proves no optimum: a bound does.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class TimedSupplyChecker {

    private final TimedSupplyProblem problem;
    private final TimedSupplyPlan plan;
    private final long[][] sent;
    private final long[] received;
    private final List<String> violations = new ArrayList<>();

    private TimedSupplyChecker(TimedSupplyProblem problem, TimedSupplyPlan plan) {
        this.problem = problem;
        this.plan = plan;
        this.sent = new long[problem.depots()][problem.periods()];
        this.received = new long[problem.needs()];
    }

    /**
     * Checks a plan against its problem.
     *
     * @throws ArithmeticException when the total does not fit a {@code long}
     */
    public static PlanCheck check(TimedSupplyProblem problem, TimedSupplyPlan plan) {
        return new TimedSupplyChecker(problem, plan).check();
    }

    private PlanCheck check() {
        long total = Math.addExact(Math.addExact(count(), keeping()), shortage());
        if (total != plan.total()) {
            violations.add("The plan states " + plan.total() + " and costs " + total + ".");
        }
        return new PlanCheck(total, violations);
    }

    private long count() {
        long cost = 0;
        TimedShipment before = new TimedShipment(-1, -1, -1, 0);
        for (TimedShipment shipment : plan.shipments()) {
            if (isKnown(shipment) && isNew(before, shipment)) {
                cost = Math.addExact(cost, transport(shipment));
            }
            before = shipment;
        }
        return cost;
    }

    private boolean isKnown(TimedShipment shipment) {
        boolean known = isWithin(shipment.depot(), problem.depots())
                && isWithin(shipment.need(), problem.needs())
                && isWithin(shipment.departure(), problem.periods());
        if (!known) {
            violations.add(shipment + " names a depot, need or period that does not exist.");
        } else if (shipment.quantity() < 1) {
            violations.add(shipment + " must have a quantity of 1 or more.");
            return false;
        }
        return known;
    }

    /** The plan is in order, so the same lane and departure would stand next to each other. */
    private boolean isNew(TimedShipment before, TimedShipment shipment) {
        if (TimedShipment.ORDER.compare(before, shipment) == 0) {
            violations.add(shipment + " is there twice.");
            return false;
        }
        return true;
    }

    private long transport(TimedShipment shipment) {
        int depot = shipment.depot();
        int departure = shipment.departure();
        sent[depot][departure] = Math.addExact(sent[depot][departure], shipment.quantity());
        received[shipment.need()] = Math.addExact(received[shipment.need()], shipment.quantity());
        int lane = problem.findLane(depot, shipment.need());
        if (lane < 0) {
            violations.add(shipment + " has no lane.");
            return 0;
        }
        long arrival = (long) departure + problem.transit(lane);
        if (arrival > problem.deadline(shipment.need())) {
            violations.add(shipment + " arrives in period " + arrival + ", after the last of use, which is "
                    + problem.deadline(shipment.need()) + ".");
        }
        long waiting = Math.multiplyExact(arrival, problem.delayCost(shipment.need()));
        return Math.multiplyExact(shipment.quantity(), Math.addExact(problem.laneCost(lane), waiting));
    }

    private long keeping() {
        long cost = 0;
        for (int depot = 0; depot < problem.depots(); depot++) {
            long carried = 0;
            for (int period = problem.periods() - 1; period >= 0; period--) {
                checkKept(depot, period, carried);
                cost = Math.addExact(cost, Math.multiplyExact(carried, problem.holdingCost(depot)));
                checkDoor(depot, period);
                carried = Math.max(0, Math.addExact(sent[depot][period], carried) - problem.release(depot, period));
            }
            if (carried > 0) {
                violations.add("Depot " + depot + " sends " + carried + " units before they are there.");
            }
        }
        return cost;
    }

    private void checkKept(int depot, int period, long carried) {
        if (carried > problem.holding(depot)) {
            violations.add("Depot " + depot + " would have to keep " + carried + " units after period " + period
                    + " and can keep " + problem.holding(depot) + ".");
        }
    }

    private void checkDoor(int depot, int period) {
        if (sent[depot][period] > problem.outbound(depot, period)) {
            violations.add("Depot " + depot + " sends " + sent[depot][period] + " units in period " + period
                    + " and may send " + problem.outbound(depot, period) + ".");
        }
    }

    private long shortage() {
        long sum = 0;
        for (int need = 0; need < problem.needs(); need++) {
            if (received[need] < problem.floor(need)) {
                violations.add("Need " + need + " gets " + received[need] + " units and is to get "
                        + problem.floor(need) + " in any case.");
            }
            sum = Math.addExact(sum, shortage(need));
        }
        return sum;
    }

    private long shortage(int need) {
        long left = received[need];
        long sum = 0;
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long met = Math.min(left, problem.need(need, tier));
            long missing = problem.need(need, tier) - met;
            sum = Math.addExact(sum, Math.multiplyExact(missing, problem.penalty(need, tier)));
            left -= met;
        }
        if (left > 0) {
            violations.add("Need " + need + " gets " + left + " units more than it asks for.");
        }
        return sum;
    }

    private static boolean isWithin(int index, int count) {
        return index >= 0 && index < count;
    }
}
