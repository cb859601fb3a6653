package org.tongxin.cli;

import java.util.List;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyPlan;
import org.tongxin.core.allocation.SupplyProblem;

/** Why units are not delivered, one line for each community, item and tier. */
final class SupplyReasons {

    private final SupplyProblem problem;
    private final long[][] received;
    private final long[][] left;
    private final long[] capacityLeft;

    private SupplyReasons(SupplyProblem problem, SupplyPlan plan) {
        this.problem = problem;
        received = new long[problem.communities()][problem.items()];
        left = new long[problem.depots()][problem.items()];
        capacityLeft = new long[problem.depots()];
        for (int depot = 0; depot < problem.depots(); depot++) {
            capacityLeft[depot] = problem.capacity(depot);
            for (int item = 0; item < problem.items(); item++) {
                left[depot][item] = problem.available(depot, item);
            }
        }
        plan.shipments().forEach(this::enter);
    }

    static List<String> of(SupplyProblem problem, SupplyPlan plan) {
        return new SupplyReasons(problem, plan).list();
    }

    private void enter(Shipment shipment) {
        received[shipment.community()][shipment.item()] += shipment.quantity();
        left[shipment.depot()][shipment.item()] -= shipment.quantity();
        if (capacityLeft[shipment.depot()] != SupplyProblem.UNLIMITED) {
            capacityLeft[shipment.depot()] -= shipment.quantity() * problem.weight(shipment.item());
        }
    }

    private List<String> list() {
        int[][] depotsOf = depotsOfCommunities();
        Reasons reasons = new Reasons("tiers that are not delivered in full");
        for (int community = 0; community < problem.communities(); community++) {
            for (int item = 0; item < problem.items(); item++) {
                addTiers(reasons, community, item, depotsOf[community]);
            }
        }
        return reasons.list();
    }

    private void addTiers(Reasons reasons, int community, int item, int[] depots) {
        if (received[community][item] == problem.need(community, item)) {
            return;
        }
        String why = why(item, depots);
        long met = received[community][item];
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long wanted = problem.need(community, item, tier);
            long missing = wanted - Math.min(met, wanted);
            met -= wanted - missing;
            if (missing > 0) {
                reasons.add("community " + community + ", item " + item + ", tier " + tier + ": " + missing + " of "
                        + wanted + " not delivered; " + why);
            }
        }
    }

    private String why(int item, int[] depots) {
        boolean held = false;
        boolean stocked = false;
        boolean sendable = false;
        for (int depot : depots) {
            held |= problem.available(depot, item) > 0;
            stocked |= left[depot][item] > 0;
            sendable |= left[depot][item] > 0 && capacityLeft[depot] >= problem.weight(item);
        }
        if (depots.length == 0) {
            return "no lane leads there";
        }
        if (!held) {
            return "no depot with a lane there holds any above its reserve";
        }
        if (!stocked) {
            return "all that depots with a lane there hold above their reserve goes where it counts for at least as much";
        }
        return sendable
                ? "bringing more, or taking it from others, costs at least as much as the shortage"
                : "the capacity of the depots that still hold any is used up";
    }

    private int[][] depotsOfCommunities() {
        int[] count = new int[problem.communities()];
        for (int lane = 0; lane < problem.lanes(); lane++) {
            count[problem.laneCommunity(lane)]++;
        }
        int[][] depots = new int[problem.communities()][];
        for (int community = 0; community < count.length; community++) {
            depots[community] = new int[count[community]];
        }
        for (int depot = problem.depots() - 1; depot >= 0; depot--) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                int community = problem.laneCommunity(lane);
                depots[community][--count[community]] = depot;
            }
        }
        return depots;
    }
}
