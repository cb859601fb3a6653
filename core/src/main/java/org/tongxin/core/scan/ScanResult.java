package org.tongxin.core.scan;

import java.util.List;

/**
 * What a scan found. Immutable and safe for use by several threads.
 *
 * @param clusters the most likely cluster first, then by falling statistic those without a place in common with one before;
 *     of equal ones that with fewer places, then that whose centre's id stands first as text; a cluster weaker than every simulated maximum (p = 1) is left out; empty when nothing stands out
 * @param maxima the largest statistics of the simulated worlds
 */
public record ScanResult(List<ScanCluster> clusters, SimulatedMaxima maxima) {

    /** Copies the list of clusters. */
    public ScanResult {
        clusters = List.copyOf(clusters);
    }
}
