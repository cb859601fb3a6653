package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.population.Places;

/**
 * How many were infected in each community up to some days, run by run, in whole numbers, so that the order of the runs does not
 * matter. Takes {@link #bytes} for each run. Belongs to one thread.
 */
final class CommunityTally {

    private final Places places;
    private final int days;
    private final List<Integer> shown;
    /** Of a run: infected so far, at step * communities + community. */
    private final List<int[]> runs = new ArrayList<>();

    /** @param days length of a run @param shown the days up to which is counted, in order; none where nobody asks */
    CommunityTally(Places places, int days, List<Integer> shown) {
        this.places = places;
        this.days = days;
        this.shown = shown;
    }

    /** Bytes that a run takes. */
    static long bytes(int communities, int steps) {
        return (long) Integer.BYTES * communities * steps;
    }

    /** Sums of no runs, of the same communities. */
    CommunityTally empty() {
        return new CommunityTally(places, days, shown);
    }

    /** Room for one run. */
    PlaceTotals one() {
        return new PlaceTotals(places.communities(), days);
    }

    void add(PlaceTotals one) {
        int communities = places.communities();
        int[] infected = new int[shown.size() * communities];
        for (int community = 0; community < communities; community++) {
            int so = 0;
            int before = 0;
            for (int step = 0; step < shown.size(); step++) {
                so += (int) Math.round(one.infected(community, before + 1, shown.get(step)));
                before = shown.get(step);
                infected[step * communities + community] = so;
            }
        }
        runs.add(infected);
    }

    void join(CommunityTally other) {
        runs.addAll(other.runs);
    }

    /** The days up to which is counted. */
    List<Integer> shown() {
        return shown;
    }

    /** What the runs say of a place at a step. @param low90 nine in ten runs lie from here @param high90 to here */
    record Infections(double probability, double mean, double low90, double high90) {

        private static Infections of(double[] runs) {
            return new Infections(
                    Arrays.stream(runs).filter(run -> run > 0).count() / (double) runs.length,
                    Arrays.stream(runs).average().orElseThrow(),
                    Ensemble.quantile(runs, 0.05),
                    Ensemble.quantile(runs, 0.95));
        }
    }

    /** Of a community, in synthetic people. @param step number of the day among those shown */
    Infections community(int community, int step) {
        return infections(run -> runs.get(run)[step * places.communities() + community]);
    }

    /** Of a street: its communities are added up in each run, before the band is taken. */
    Infections street(int street, int step) {
        int from = step * places.communities();
        int first = places.firstCommunity(street);
        int end = street + 1 < places.streets() ? places.firstCommunity(street + 1) : places.communities();
        return infections(run -> IntStream.range(first, end)
                .map(community -> runs.get(run)[from + community])
                .sum());
    }

    private Infections infections(IntUnaryOperator ofRun) {
        return Infections.of(
                IntStream.range(0, runs.size()).map(ofRun).asDoubleStream().toArray());
    }
}
