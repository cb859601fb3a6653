package org.tongxin.core.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Some items of a supply problem as a network, without the capacity that items share: root → depot and item → community
 * and item → community → root. What flows is what is delivered; a tier pays its penalty back, and the first units of a
 * community, up to its floor, pay a premium. For one thread only.
 */
final class SupplyNetwork {

    /** What the arcs cost. */
    enum Price {
        /** Transport, and penalties saved. The premium is above all of them together. */
        REAL,
        /** Nothing but a premium of 1. */
        PREMIUM_ONLY
    }

    private static final int NONE = -1;

    private final SupplyProblem problem;
    private final int[] items;
    private final Price price;
    private final NetworkSimplex network;
    private final int[][] nodeOfDepot;
    private final int[][] nodeOfNeed;
    private final int[] nodeOfCommunity;
    private final int[] floorArc;
    private final int[] restArc;
    private final List<int[]> lanes = new ArrayList<>();
    private int nodes = 1;

    /**
     * @param items which ones
     * @param floor units that each community is to get first, over all these items, at most its need of them
     */
    SupplyNetwork(SupplyProblem problem, int[] items, long[] floor, Price price) {
        this.problem = problem;
        this.items = items;
        this.price = price;
        nodeOfDepot = new int[problem.depots()][items.length];
        nodeOfNeed = new int[problem.communities()][items.length];
        nodeOfCommunity = new int[problem.communities()];
        floorArc = new int[problem.communities()];
        restArc = new int[problem.communities()];
        numberNodes();
        network = new NetworkSimplex(nodes);
        addCommunities(floor);
        addDepots();
        addLanes();
    }

    void solve() {
        network.solve();
    }

    /** What is sent, in no particular order. */
    List<Shipment> shipments() {
        List<Shipment> sent = new ArrayList<>();
        for (int[] lane : lanes) {
            long quantity = network.flow(lane[0]);
            if (quantity > 0) {
                sent.add(new Shipment(lane[1], lane[2], items[lane[3]], quantity));
            }
        }
        return sent;
    }

    /** Units that a community gets. */
    long delivered(int community) {
        return nodeOfCommunity[community] == NONE
                ? 0
                : network.flow(floorArc[community]) + network.flow(restArc[community]);
    }

    /** What a further unit in a depot would save, by item as numbered here. */
    long stockPrice(int depot, int index) {
        return Math.max(0, network.price(nodeOfDepot[depot][index]));
    }

    /** What a community's floor costs at its last unit. */
    long floorPrice(int community) {
        return nodeOfCommunity[community] == NONE ? 0 : Math.max(0, network.price(nodeOfCommunity[community]));
    }

    private void numberNodes() {
        for (int community = 0; community < problem.communities(); community++) {
            nodeOfCommunity[community] = need(community) > 0 ? nodes++ : NONE;
            for (int index = 0; index < items.length; index++) {
                nodeOfNeed[community][index] = problem.need(community, items[index]) > 0 ? nodes++ : NONE;
            }
        }
        for (int[] nodesOfItem : nodeOfDepot) {
            for (int index = 0; index < items.length; index++) {
                nodesOfItem[index] = nodes++;
            }
        }
    }

    private void addCommunities(long[] floor) {
        long premium = premium();
        for (int community = 0; community < problem.communities(); community++) {
            int node = nodeOfCommunity[community];
            if (node == NONE) {
                continue;
            }
            long rest = need(community) - floor[community];
            floorArc[community] = network.arc(node, NetworkSimplex.ROOT, floor[community], -premium);
            restArc[community] = network.arc(node, NetworkSimplex.ROOT, rest, 0);
            network.hang(node, rest > 0 ? restArc[community] : floorArc[community]);
            addNeeds(community);
        }
    }

    private void addNeeds(int community) {
        for (int index = 0; index < items.length; index++) {
            if (nodeOfNeed[community][index] != NONE) {
                addTiers(community, index);
            }
        }
    }

    private void addTiers(int community, int index) {
        int held = NONE;
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long units = problem.need(community, items[index], tier);
            if (units > 0) {
                long saved = price == Price.REAL ? problem.penalty(community, tier) : 0;
                held = network.arc(nodeOfNeed[community][index], nodeOfCommunity[community], units, -saved);
            }
        }
        network.hang(nodeOfNeed[community][index], held);
    }

    private void addDepots() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int index = 0; index < items.length; index++) {
                int node = nodeOfDepot[depot][index];
                long limit = SupplyBound.limit(problem, depot, items[index]);
                network.arc(NetworkSimplex.ROOT, node, limit, 0);
                network.hang(node, network.arc(node, NetworkSimplex.ROOT, Long.MAX_VALUE, 0));
            }
        }
    }

    private void addLanes() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                for (int index = 0; index < items.length; index++) {
                    addLane(depot, lane, index);
                }
            }
        }
    }

    private void addLane(int depot, int lane, int index) {
        int community = problem.laneCommunity(lane);
        if (nodeOfNeed[community][index] == NONE || SupplyBound.limit(problem, depot, items[index]) == 0) {
            return;
        }
        long cost = price == Price.REAL ? problem.unitCost(lane, items[index]) : 0;
        int arc = network.arc(nodeOfDepot[depot][index], nodeOfNeed[community][index], Long.MAX_VALUE, cost);
        lanes.add(new int[] {arc, depot, community, index});
    }

    /** A way round the network passes each node once at most, so that no detour can be dearer than this. */
    private long premium() {
        if (price == Price.PREMIUM_ONLY) {
            return 1;
        }
        long dearest = 1;
        for (int lane = 0; lane < problem.lanes(); lane++) {
            for (int item : items) {
                dearest = Math.max(dearest, problem.unitCost(lane, item));
            }
        }
        for (int community = 0; community < problem.communities(); community++) {
            dearest = Math.max(dearest, problem.penalty(community, 0));
        }
        return Math.multiplyExact(dearest, nodes + 1L);
    }

    private long need(int community) {
        long sum = 0;
        for (int item : items) {
            sum += problem.need(community, item);
        }
        return sum;
    }
}
