package org.tongxin.app.simulation.internal;

import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.population.Places;

/** Sums over runs by community, in whole numbers, so that their order does not matter. Belongs to one thread. */
final class CommunityTally {

    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;

    private final Places places;
    private final int days;
    private final int[] hit7;
    private final int[] hit14;
    private final long[] infected7;
    private final long[] infected14;
    private int runs;

    /** @param days length of a run, 14 or more */
    CommunityTally(Places places, int days) {
        this.places = places;
        this.days = days;
        hit7 = new int[places.communities()];
        hit14 = new int[hit7.length];
        infected7 = new long[hit7.length];
        infected14 = new long[hit7.length];
    }

    /** Sums of no runs, of the same communities. */
    CommunityTally empty() {
        return new CommunityTally(places, days);
    }

    /** Room for one run. */
    PlaceTotals one() {
        return new PlaceTotals(places.communities(), days);
    }

    void add(PlaceTotals one) {
        runs++;
        for (int community = 0; community < hit7.length; community++) {
            long in7 = Math.round(one.infected(community, 1, WEEK));
            long in14 = in7 + Math.round(one.infected(community, WEEK + 1, FORTNIGHT));
            infected7[community] += in7;
            infected14[community] += in14;
            hit7[community] += in7 > 0 ? 1 : 0;
            hit14[community] += in14 > 0 ? 1 : 0;
        }
    }

    void join(CommunityTally other) {
        runs += other.runs;
        for (int community = 0; community < hit7.length; community++) {
            hit7[community] += other.hit7[community];
            hit14[community] += other.hit14[community];
            infected7[community] += other.infected7[community];
            infected14[community] += other.infected14[community];
        }
    }

    double probability7(int community) {
        return (double) hit7[community] / runs;
    }

    double probability14(int community) {
        return (double) hit14[community] / runs;
    }

    /** Mean number of synthetic people infected. */
    double infections7(int community) {
        return (double) infected7[community] / runs;
    }

    /** Likewise within 14 days. */
    double infections14(int community) {
        return (double) infected14[community] / runs;
    }
}
