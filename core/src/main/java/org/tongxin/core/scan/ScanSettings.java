package org.tongxin.core.scan;

/**
 * How a scan is run. Immutable and safe for use by several threads.
 *
 * @param maxShare largest share of all cases (discrete Poisson: of the population; Bernoulli: of cases and controls;
 *     expectation-based Poisson: of what was expected) that a zone may hold, above 0, at most 1
 * @param maxRadiusKilometres largest radius of a zone in kilometres, 0 or more; infinite for none
 * @param maxDays length of the longest window in days, 1 or more; has no meaning when purely spatial
 * @param purelySpatial whether the whole period is the only window
 * @param tiesTogether whether places at equal distance from a centre enter its zone together; otherwise one after the
 *     other, the lesser coordinate first, as in SaTScan
 * @param minCases smallest number of cases in a cluster, 1 or more
 * @param replications number of simulated worlds, 0 or more; 0 gives clusters without p-values
 * @param stopAfter number of simulated worlds at least as extreme as the real one after which the simulation stops
 *     early (Besag, Clifford: Sequential Monte Carlo p-values, Biometrika 78 (1991) 301-304); 0 for never
 * @param seed any number; with the same input and settings it gives the same result, whatever the number of threads
 * @param threads number of threads for the simulation, 1 or more
 */
public record ScanSettings(
        double maxShare,
        double maxRadiusKilometres,
        int maxDays,
        boolean purelySpatial,
        boolean tiesTogether,
        int minCases,
        int replications,
        int stopAfter,
        long seed,
        int threads) {

    /** @throws IllegalArgumentException when a value is outside its range; the message names it */
    public ScanSettings {
        if (!(maxShare > 0 && maxShare <= 1)) {
            throw new IllegalArgumentException("The maxShare (" + maxShare + ") must lie above 0 and at most at 1.");
        }
        if (!(maxRadiusKilometres >= 0)) {
            throw new IllegalArgumentException(
                    "The maxRadiusKilometres (" + maxRadiusKilometres + ") must be 0 or more.");
        }
        requireAtLeast("maxDays", maxDays, 1);
        requireAtLeast("minCases", minCases, 1);
        requireAtLeast("replications", replications, 0);
        requireAtLeast("stopAfter", stopAfter, 0);
        requireAtLeast("threads", threads, 1);
    }

    /**
     * Half of the cases, any radius, windows of 1 to 14 days, at least 2 cases, 999 worlds without early stop, seed 1, one
     * thread: the settings under which the reference values were computed.
     */
    public static ScanSettings defaults() {
        return new ScanSettings(0.5, Double.POSITIVE_INFINITY, 14, false, false, 2, 999, 0, 1, 1);
    }

    /** The same settings with another largest share. */
    public ScanSettings withMaxShare(double share) {
        return new ScanSettings(
                share,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with another largest radius. */
    public ScanSettings withMaxRadiusKilometres(double kilometres) {
        return new ScanSettings(
                maxShare,
                kilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with another longest window. */
    public ScanSettings withMaxDays(int days) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                days,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with the whole period as only window. */
    public ScanSettings asPurelySpatial() {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                true,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with places at equal distance entering together, or not. */
    public ScanSettings withTiesTogether(boolean together) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                together,
                minCases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with another smallest number of cases. */
    public ScanSettings withMinCases(int cases) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                cases,
                replications,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with another number of simulated worlds. */
    public ScanSettings withReplications(int worlds) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                worlds,
                stopAfter,
                seed,
                threads);
    }

    /** The same settings with an early stop after so many worlds at least as extreme. */
    public ScanSettings withStopAfter(int worlds) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                worlds,
                seed,
                threads);
    }

    /** The same settings with another seed. */
    public ScanSettings withSeed(long number) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                number,
                threads);
    }

    /** The same settings with another number of threads. */
    public ScanSettings withThreads(int number) {
        return new ScanSettings(
                maxShare,
                maxRadiusKilometres,
                maxDays,
                purelySpatial,
                tiesTogether,
                minCases,
                replications,
                stopAfter,
                seed,
                number);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be " + least + " or more.");
        }
    }
}
