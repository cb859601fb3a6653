package org.tongxin.core.allocation;

import java.util.Arrays;

/**
 * A rooted tree over all nodes whose parts can be cut off and hung up elsewhere. Children are kept as a chain, so that a
 * part can be walked through without a stack. For one thread only.
 */
final class SpanningTree {

    private static final int NONE = -1;

    private final int[] parent;
    private final int[] arc;
    private final int[] depth;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] previousSibling;

    SpanningTree(int nodes) {
        parent = filled(nodes);
        arc = filled(nodes);
        depth = new int[nodes];
        firstChild = filled(nodes);
        nextSibling = filled(nodes);
        previousSibling = filled(nodes);
    }

    int parent(int node) {
        return parent[node];
    }

    /** The arc between a node and its parent. */
    int arc(int node) {
        return arc[node];
    }

    /** The lowest node above both, or one of them. */
    int meeting(int one, int other) {
        int a = one;
        int b = other;
        while (a != b) {
            if (depth[a] >= depth[b]) {
                a = parent[a];
            } else {
                b = parent[b];
            }
        }
        return a;
    }

    /** Hangs a free node. */
    void hang(int node, int below, int by) {
        parent[node] = below;
        arc[node] = by;
        depth[node] = depth[below] + 1;
        previousSibling[node] = NONE;
        nextSibling[node] = firstChild[below];
        if (firstChild[below] != NONE) {
            previousSibling[firstChild[below]] = node;
        }
        firstChild[below] = node;
    }

    /**
     * Cuts a part off and hangs it up by another of its nodes: the way from that node to the old top is turned round.
     *
     * @param cut the top of the part
     * @param end the node of the part that becomes its top
     * @param below the node outside that holds it from now on
     * @param by the arc between them
     */
    void move(int cut, int end, int below, int by) {
        int node = end;
        int newParent = below;
        int newArc = by;
        boolean more = true;
        while (more) {
            int oldParent = parent[node];
            int oldArc = arc[node];
            more = node != cut;
            unhang(node);
            hang(node, newParent, newArc);
            newParent = node;
            newArc = oldArc;
            node = oldParent;
        }
    }

    /** Adds a number to the value of a node and of all below it, and sets their depths anew. */
    void shift(int top, long[] value, long change) {
        int node = top;
        while (true) {
            value[node] += change;
            depth[node] = depth[parent[node]] + 1;
            if (firstChild[node] != NONE) {
                node = firstChild[node];
                continue;
            }
            while (node != top && nextSibling[node] == NONE) {
                node = parent[node];
            }
            if (node == top) {
                return;
            }
            node = nextSibling[node];
        }
    }

    private void unhang(int node) {
        if (previousSibling[node] == NONE) {
            firstChild[parent[node]] = nextSibling[node];
        } else {
            nextSibling[previousSibling[node]] = nextSibling[node];
        }
        if (nextSibling[node] != NONE) {
            previousSibling[nextSibling[node]] = previousSibling[node];
        }
    }

    private static int[] filled(int nodes) {
        int[] none = new int[nodes];
        Arrays.fill(none, NONE);
        return none;
    }
}
