package org.tongxin.core.search;

import java.util.ArrayList;
import java.util.List;

/** Weights of several aims, evenly spread: all ways to share a number of equal parts among them. */
final class Weightings {

    private Weightings() {}

    /** With as few parts as give at least that many weightings; one weighting for a single aim. */
    static List<double[]> of(int aims, int atLeast) {
        if (aims == 1) {
            return List.of(new double[] {1});
        }
        int parts = 1;
        List<double[]> all = shared(aims, parts);
        while (all.size() < atLeast) {
            parts++;
            all = shared(aims, parts);
        }
        return all;
    }

    private static List<double[]> shared(int aims, int parts) {
        List<double[]> all = new ArrayList<>();
        share(new double[aims], 0, parts, parts, all);
        return all;
    }

    private static void share(double[] weights, int aim, int left, int parts, List<double[]> all) {
        if (aim == weights.length - 1) {
            weights[aim] = (double) left / parts;
            all.add(weights.clone());
            return;
        }
        for (int given = 0; given <= left; given++) {
            weights[aim] = (double) given / parts;
            share(weights, aim + 1, left - given, parts, all);
        }
    }
}
