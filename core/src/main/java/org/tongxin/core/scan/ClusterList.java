package org.tongxin.core.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Picks clusters by falling statistic; one that shares a place with a stronger one says nothing new and is left out. */
final class ClusterList {

    private final Places places;
    private final Zones zones;
    private final Windows windows;
    private final SimulatedMaxima maxima;

    ClusterList(Places places, Zones zones, Windows windows, SimulatedMaxima maxima) {
        this.places = places;
        this.zones = zones;
        this.windows = windows;
        this.maxima = maxima;
    }

    List<ScanCluster> of(BestZone[] bestByCentre) {
        List<ScanCluster> clusters = new ArrayList<>();
        BitSet taken = new BitSet(places.size());
        for (BestZone best : strongestFirst(bestByCentre)) {
            if (best.statistic() > 0 && isFree(best, taken)) {
                clusters.add(cluster(best));
                take(best, taken);
            }
        }
        clusters.removeIf(cluster -> maxima.size() > 0 && maxima.atLeast(cluster.statistic()) == maxima.size());
        return clusters;
    }

    /**
     * Of equal ones the zone with fewer places, then the centre whose id stands first as text, then in the order given. So
     * SaTScan decides on its own samples, where the order of the file would not reproduce its most likely cluster.
     */
    private List<BestZone> strongestFirst(BestZone[] bestByCentre) {
        return Arrays.stream(bestByCentre)
                .sorted(Comparator.comparingDouble(BestZone::statistic)
                        .reversed()
                        .thenComparingInt(best -> best.lastEntry() - zones.start(best.centre()))
                        .thenComparing(best -> places.get(best.centre()).id()))
                .toList();
    }

    private boolean isFree(BestZone best, BitSet taken) {
        for (int entry = zones.start(best.centre()); entry <= best.lastEntry(); entry++) {
            if (taken.get(zones.member(entry))) {
                return false;
            }
        }
        return true;
    }

    private void take(BestZone best, BitSet taken) {
        for (int entry = zones.start(best.centre()); entry <= best.lastEntry(); entry++) {
            taken.set(zones.member(entry));
        }
    }

    private ScanCluster cluster(BestZone best) {
        List<Place> members = new ArrayList<>();
        for (int entry = zones.start(best.centre()); entry <= best.lastEntry(); entry++) {
            members.add(places.get(zones.member(entry)));
        }
        double pValue = maxima.pValue(best.statistic());
        return new ScanCluster(
                places.get(best.centre()),
                members,
                places.kilometres(best.centre(), zones.member(best.lastEntry())),
                windows.firstDayOf(best.window()),
                windows.days() - 1,
                best.statistic(),
                pValue,
                windows.purelySpatial() ? Double.NaN : 1 / pValue,
                best.count(),
                best.expected());
    }
}
