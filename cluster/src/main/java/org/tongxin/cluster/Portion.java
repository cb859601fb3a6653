package org.tongxin.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of runs that one task takes.
 *
 * @param from first number
 * @param to the number after the last
 */
record Portion(int from, int to) implements Serializable {

    /** All numbers 0 .. runs - 1 in portions of at most a size. */
    static List<Portion> of(int runs, int size) {
        List<Portion> portions = new ArrayList<>();
        for (int from = 0; from < runs; from += size) {
            portions.add(new Portion(from, Math.min(runs, from + size)));
        }
        return portions;
    }
}
