package org.tongxin.core.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A supply problem over time as a network: root → depot in a period → the same depot in the next period; depot in a period → need
 * → root. Where what leaves is limited, a door stands between depot and needs. A tier pays its penalty back, and the first units of
 * a need, up to its floor, pay a premium that no detour can outweigh. For one thread only.
 *
 * <p>Where nothing limits what leaves, leaving later than goods become available is never better, so that lanes start only in the
 * periods of a release; {@link TimedSupplyBound} does not rely on that.
 */
final class TimedSupplyNetwork {

    private final TimedSupplyProblem problem;
    private final NetworkSimplex network;
    private final int[][] nodeOfDepot;
    private final int[][] nodeOfDoor;
    private final int[] nodeOfNeed;
    private final List<int[]> lanes = new ArrayList<>();
    private final long premium;
    private int nodes = 1;

    TimedSupplyNetwork(TimedSupplyProblem problem) {
        this.problem = problem;
        nodeOfDepot = new int[problem.depots()][problem.periods()];
        nodeOfDoor = new int[problem.depots()][];
        nodeOfNeed = new int[problem.needs()];
        numberNodes();
        premium = TimedSupplyLimits.dearest(problem)
                .multiply(BigInteger.valueOf(nodes + 1L))
                .longValueExact();
        network = new NetworkSimplex(nodes);
        addNeeds();
        addDepots();
        addLanes();
    }

    void solve() {
        network.solve();
    }

    /** What is sent, in no particular order. */
    List<TimedShipment> shipments() {
        List<TimedShipment> sent = new ArrayList<>();
        for (int[] lane : lanes) {
            long quantity = network.flow(lane[0]);
            if (quantity > 0) {
                sent.add(new TimedShipment(lane[1], lane[2], lane[3], quantity));
            }
        }
        return sent;
    }

    /** What a further unit in each depot and period would save; where none can leave anew, what it was worth when it came. */
    TimedSupplyPrices prices() {
        long[][] stock = new long[problem.depots()][problem.periods()];
        long[][] door = new long[problem.depots()][problem.periods()];
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int period = 0; period < problem.periods(); period++) {
                boolean kept = period > 0 && !isStart(depot, period);
                long here = Math.max(0, network.price(nodeOfDepot[depot][period]));
                stock[depot][period] = kept ? Math.max(here, stock[depot][period - 1]) : here;
                door[depot][period] =
                        hasDoor(depot) ? Math.max(0, network.price(nodeOfDoor[depot][period])) : stock[depot][period];
            }
        }
        return new TimedSupplyPrices(stock, door);
    }

    private void numberNodes() {
        for (int need = 0; need < problem.needs(); need++) {
            nodeOfNeed[need] = nodes++;
        }
        for (int depot = 0; depot < problem.depots(); depot++) {
            nodeOfDoor[depot] = new int[problem.isLimited(depot) ? problem.periods() : 0];
            for (int period = 0; period < problem.periods(); period++) {
                nodeOfDepot[depot][period] = nodes++;
                if (hasDoor(depot)) {
                    nodeOfDoor[depot][period] = nodes++;
                }
            }
        }
    }

    private void addNeeds() {
        for (int need = 0; need < problem.needs(); need++) {
            if (problem.need(need) > 0) {
                addTiers(need);
            } else {
                hang(nodeOfNeed[need]);
            }
        }
    }

    private void addTiers(int need) {
        int node = nodeOfNeed[need];
        long floor = problem.floor(need);
        int held = NetworkSimplex.ROOT;
        for (int tier = 0; tier < SupplyProblem.TIERS; tier++) {
            long units = problem.need(need, tier);
            long first = Math.min(floor, units);
            long saved = problem.penalty(need, tier);
            int firstArc = network.arc(node, NetworkSimplex.ROOT, first, -saved - premium);
            int restArc = network.arc(node, NetworkSimplex.ROOT, units - first, -saved);
            held = units == 0 ? held : first < units ? restArc : firstArc;
            floor -= first;
        }
        network.hang(node, held);
    }

    private void addDepots() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int period = 0; period < problem.periods(); period++) {
                int node = nodeOfDepot[depot][period];
                network.arc(NetworkSimplex.ROOT, node, problem.release(depot, period), 0);
                hang(node);
                if (period + 1 < problem.periods()) {
                    int next = nodeOfDepot[depot][period + 1];
                    network.arc(node, next, problem.holding(depot), problem.holdingCost(depot));
                }
                if (hasDoor(depot)) {
                    network.arc(node, nodeOfDoor[depot][period], problem.outbound(depot, period), 0);
                    hang(nodeOfDoor[depot][period]);
                }
            }
        }
    }

    /** What nobody takes is left. */
    private void hang(int node) {
        network.hang(node, network.arc(node, NetworkSimplex.ROOT, Long.MAX_VALUE, 0));
    }

    private void addLanes() {
        for (int depot = 0; depot < problem.depots(); depot++) {
            for (int lane = problem.firstLane(depot); lane < problem.firstLane(depot + 1); lane++) {
                int need = problem.laneNeed(lane);
                int last = problem.need(need) == 0 ? -1 : problem.deadline(need) - problem.transit(lane);
                for (int departure = 0; departure <= last; departure++) {
                    if (isStart(depot, departure)) {
                        addLane(depot, lane, departure);
                    }
                }
            }
        }
    }

    private boolean isStart(int depot, int period) {
        return hasDoor(depot) || problem.release(depot, period) > 0;
    }

    private boolean hasDoor(int depot) {
        return nodeOfDoor[depot].length > 0;
    }

    private void addLane(int depot, int lane, int departure) {
        int need = problem.laneNeed(lane);
        int[] from = hasDoor(depot) ? nodeOfDoor[depot] : nodeOfDepot[depot];
        long waited = Math.multiplyExact(problem.delayCost(need), (long) departure + problem.transit(lane));
        int arc = network.arc(
                from[departure], nodeOfNeed[need], Long.MAX_VALUE, Math.addExact(problem.laneCost(lane), waited));
        lanes.add(new int[] {arc, depot, need, departure});
    }
}
