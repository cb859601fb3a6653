package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * A circulation of least cost in a network with capacities, by the primal network simplex method. For one thread only.
 *
 * <p><b>Idea.</b> A basis is a spanning tree; the arcs outside it carry nothing or all they can. Prices make the tree's
 * arcs free of reduced cost. An arc outside with a gain enters: flow is pushed around the one cycle it closes, the arc
 * that blocks leaves, and the part of the tree that was cut off is hung up elsewhere and repriced [1, chapter 11]. Each
 * node can always send something to the root (the tree is strongly feasible); of several blocking arcs the last one on
 * the way round from the top keeps it so, and the method cannot run in circles [2]. The entering arc is the best of a
 * block of some √arcs, going round [3].
 *
 * <p>Everything starts at zero flow, so arcs towards the root hold up the first tree, one for each node, given by
 * {@link #hang}. Node 0 is the root.
 *
 * <p><b>Cost.</b> A pivot costs the length of the cycle and the size of the part moved; the number of pivots grows a
 * little faster than the number of nodes in practice. Memory: O(arcs + nodes). <b>Where it fails.</b> The worst case is
 * exponential, though no such case is known from practice.
 *
 * <p>Sources: [1] Ahuja, Magnanti, Orlin: Network Flows, 1993. [2] Cunningham: A network simplex method, Mathematical
 * Programming 11 (1976) 105-116. [3] Kovács: Minimum-cost flow algorithms: an experimental evaluation, Optimization
 * Methods and Software 30 (2015) 94-127, on pricing by blocks.
 */
final class NetworkSimplex {

    static final int ROOT = 0;

    private static final byte EMPTY = 1;

    /** In the tree, or without any capacity: never to enter. */
    private static final byte IN_TREE = 0;

    private static final byte FULL = -1;
    private static final int SMALLEST_BLOCK = 20;

    private final SpanningTree tree;
    private final long[] price;
    private int arcs;
    private int[] tail = new int[64];
    private int[] head = new int[64];
    private long[] capacity = new long[64];
    private long[] cost = new long[64];
    private long[] flow = new long[0];
    private byte[] state = new byte[0];
    private int next;

    NetworkSimplex(int nodes) {
        tree = new SpanningTree(nodes);
        price = new long[nodes];
    }

    /** Adds an arc and gives its number, which counts from 0. */
    int arc(int from, int to, long most, long unitCost) {
        if (arcs == tail.length) {
            tail = Arrays.copyOf(tail, 2 * arcs);
            head = Arrays.copyOf(head, 2 * arcs);
            capacity = Arrays.copyOf(capacity, 2 * arcs);
            cost = Arrays.copyOf(cost, 2 * arcs);
        }
        tail[arcs] = from;
        head[arcs] = to;
        capacity[arcs] = most;
        cost[arcs] = unitCost;
        return arcs++;
    }

    /** Lets the first tree hold a node by an arc that leads from it, with room, to a node that is held already. */
    void hang(int node, int arc) {
        tree.hang(node, head[arc], arc);
        price[node] = price[head[arc]] - cost[arc];
    }

    void solve() {
        flow = new long[arcs];
        state = new byte[arcs];
        for (int arc = 0; arc < arcs; arc++) {
            state[arc] = capacity[arc] == 0 ? IN_TREE : EMPTY;
        }
        for (int node = 1; node < price.length; node++) {
            state[tree.arc(node)] = IN_TREE;
        }
        int entering = entering();
        while (entering >= 0) {
            pivot(entering);
            entering = entering();
        }
    }

    long flow(int arc) {
        return flow[arc];
    }

    /** The price of a node: an arc's cost, plus the price where it starts, less the price where it ends, is its reduced cost. */
    long price(int node) {
        return price[node];
    }

    private int entering() {
        int block = Math.max(SMALLEST_BLOCK, (int) Math.sqrt(arcs));
        int best = -1;
        long least = 0;
        for (int looked = 1; looked <= arcs; looked++) {
            long gain = state[next] * (cost[next] + price[tail[next]] - price[head[next]]);
            if (gain < least) {
                least = gain;
                best = next;
            }
            next = next + 1 == arcs ? 0 : next + 1;
            if (best >= 0 && looked % block == 0) {
                return best;
            }
        }
        return best;
    }

    /** The cycle leads from the top down to {@code first}, over the entering arc to {@code second}, and up again. */
    private void pivot(int entering) {
        boolean forward = state[entering] == EMPTY;
        int first = forward ? tail[entering] : head[entering];
        int second = forward ? head[entering] : tail[entering];
        int top = tree.meeting(first, second);
        long change = capacity[entering];
        int cut = -1;
        boolean cutBelowFirst = false;
        for (int node = first; node != top; node = tree.parent(node)) {
            long room = leadsUp(node) ? flow[tree.arc(node)] : roomOf(tree.arc(node));
            if (room < change) {
                change = room;
                cut = node;
                cutBelowFirst = true;
            }
        }
        for (int node = second; node != top; node = tree.parent(node)) {
            long room = leadsUp(node) ? roomOf(tree.arc(node)) : flow[tree.arc(node)];
            if (room <= change) {
                change = room;
                cut = node;
                cutBelowFirst = false;
            }
        }
        push(entering, first, second, top, change);
        if (cut < 0) {
            state[entering] = (byte) -state[entering];
        } else {
            exchange(entering, cut, cutBelowFirst ? first : second, cutBelowFirst ? second : first);
        }
    }

    private void push(int entering, int first, int second, int top, long change) {
        if (change == 0) {
            return;
        }
        flow[entering] += state[entering] * change;
        for (int node = first; node != top; node = tree.parent(node)) {
            flow[tree.arc(node)] += leadsUp(node) ? -change : change;
        }
        for (int node = second; node != top; node = tree.parent(node)) {
            flow[tree.arc(node)] += leadsUp(node) ? change : -change;
        }
    }

    /** Hangs the part below the cut on the entering arc, by its own end of it, and prices it anew. */
    private void exchange(int entering, int cut, int ownEnd, int otherEnd) {
        int leaving = tree.arc(cut);
        state[leaving] = flow[leaving] == 0 ? EMPTY : FULL;
        state[entering] = IN_TREE;
        long wanted = tail[entering] == ownEnd ? price[otherEnd] - cost[entering] : price[otherEnd] + cost[entering];
        tree.move(cut, ownEnd, otherEnd, entering);
        tree.shift(ownEnd, price, wanted - price[ownEnd]);
    }

    private boolean leadsUp(int node) {
        return tail[tree.arc(node)] == node;
    }

    private long roomOf(int arc) {
        return capacity[arc] - flow[arc];
    }
}
