package org.tongxin.core.scan;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.tongxin.core.random.SequentialRandom;

/**
 * The scan statistic for circles of places and, unless purely spatial, windows of days that end on the last day [1, 2].
 *
 * <p><b>Idea.</b> For each place as centre, the zones are its nearest places, one more at a time; with each window they make
 * a cylinder. The statistic is the largest logarithm of the likelihood ratio of all cylinders that hold more cases than
 * expected. The same is computed for many worlds drawn without a cluster, and the rank of the real one among them is the
 * p-value, which so accounts for the many cylinders tried.
 *
 * <p><b>Cost.</b> n² log n for n places, then for each simulated world up to n² / 2 zones at about a nanosecond for each
 * four windows; see {@link ReplicaScan} for how. Memory: up to 8 n² bytes.
 *
 * <p><b>Where it fails.</b> Clusters that are not round are found in parts or with quiet places inside. A p-value holds
 * for one scan; scans on many streams need a correction beyond it. The p-value is never below 1 / (replications + 1).
 *
 * <p>Stateless; safe for use by several threads. Same input, settings and seed, same result, whatever the number of
 * threads.
 *
 * <p>Sources: [1] Kulldorff: A spatial scan statistic, Communications in Statistics: Theory and Methods 26 (1997)
 * 1481-1496. [2] Kulldorff: Prospective time periodic geographical disease surveillance using a scan statistic, Journal of
 * the Royal Statistical Society A 164 (2001) 61-72. Models: see {@link ScanModel}.
 */
public final class Scan {

    private Scan() {}

    /**
     * Scans and simulates.
     *
     * @throws IllegalArgumentException when the longest window is longer than the period, or the model cannot be purely
     *     spatial
     * @throws IllegalStateException when the thread is interrupted while it waits for others
     */
    public static ScanResult run(ScanModel model, ScanSettings settings) {
        Places places = model.cases().places();
        Windows windows = Windows.of(model.cases().days(), settings);
        model.check(windows);
        Zones zones = Zones.of(places, model.sizes(), settings);
        Expectations expectations = model.expectations(windows);
        BestZone[] best = new ObservedScan(
                        zones, expectations, model.ratio(), settings.minCases(), windows.cumulative(model.cases()))
                .bestByCentre();
        double observed =
                Arrays.stream(best).mapToDouble(BestZone::statistic).max().orElse(0);
        SimulatedMaxima maxima = simulate(model, settings, windows, zones, expectations, observed);
        return new ScanResult(new ClusterList(places, zones, windows, maxima).of(best), maxima);
    }

    private static SimulatedMaxima simulate(
            ScanModel model,
            ScanSettings settings,
            Windows windows,
            Zones zones,
            Expectations expectations,
            double observed) {
        GradedZones graded = GradedZones.of(zones, expectations);
        Lanes lanes = Lanes.of(windows.count(), model.mostCases(windows));
        Thresholds thresholds = new Thresholds(
                graded, expectations, model.ratio(), settings.minCases(), model.mostCases(windows), lanes);
        return new Simulation(
                        settings,
                        () -> worker(
                                model.draw(windows),
                                new Tally(lanes, zones.centres()),
                                new ReplicaScan(
                                        graded, expectations, model.ratio(), settings.minCases(), lanes, thresholds),
                                settings.seed()))
                .run(observed);
    }

    private static IntToDoubleFunction worker(CaseDraw draw, Tally tally, ReplicaScan scan, long seed) {
        return world -> {
            tally.clear();
            draw.into(tally, SequentialRandom.of(seed, world));
            return scan.largest(tally);
        };
    }
}
