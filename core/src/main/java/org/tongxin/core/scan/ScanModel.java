package org.tongxin.core.scan;

/**
 * What is counted and what "no cluster" means. Immutable and safe for use by several threads; made by the four factory
 * methods.
 */
public abstract sealed class ScanModel permits PermutationModel, PopulationModel, ControlModel, ExpectationModel {

    private final CaseCounts cases;

    ScanModel(CaseCounts cases) {
        if (cases.total() == 0) {
            throw new IllegalArgumentException("There is no case in the period. Nothing can be scanned without one.");
        }
        this.cases = cases;
    }

    /**
     * Cases alone: place and day have nothing to do with each other. Needs no population, and a place that is always busy
     * or a day that is busy everywhere is no cluster. Kulldorff, Heffernan, Hartman, Assunção, Mostashari: A space-time
     * permutation scan statistic for disease outbreak detection, PLoS Medicine 2 (2005) e59.
     *
     * @throws IllegalArgumentException when there is no case
     */
    public static ScanModel spaceTimePermutation(CaseCounts cases) {
        return new PermutationModel(cases);
    }

    /**
     * Discrete Poisson: cases fall on the places in proportion to their population, and on all days alike. Kulldorff 1997,
     * 2001.
     *
     * @param population {@code population[place]}, 0 or more, in people
     * @throws IllegalArgumentException when there is no case, the length is wrong, a population is negative or not finite,
     *     or cases were seen where nobody lives
     */
    public static ScanModel poisson(CaseCounts cases, double[] population) {
        return new PopulationModel(cases, population);
    }

    /**
     * Bernoulli: each person counted is a case or a control, by the same chance everywhere. Kulldorff 1997.
     *
     * @throws IllegalArgumentException when there is no case or no control, or places or periods differ
     */
    public static ScanModel bernoulli(CaseCounts cases, CaseCounts controls) {
        return new ControlModel(cases, controls);
    }

    /**
     * Expectation-based Poisson: each place and day has its own expected count, such as a weekday-aware baseline. A day
     * that is busy everywhere is a cluster here. Neill 2009.
     *
     * @param expected {@code expected[place][day]}, above 0, in cases
     * @throws IllegalArgumentException when there is no case, the shape is wrong, or a value is not finite and above 0
     */
    public static ScanModel expectationPoisson(CaseCounts cases, double[][] expected) {
        return new ExpectationModel(cases, expected);
    }

    final CaseCounts cases() {
        return cases;
    }

    /** What the largest share of a zone is measured in, {@code [place]}. */
    abstract double[] sizes();

    abstract Expectations expectations(Windows windows);

    abstract LikelihoodRatio ratio();

    /** Refuses windows that make no sense for the model. */
    void check(Windows windows) {}

    /** No draw enters more cases than this. */
    abstract long mostCases(Windows windows);

    /** A new draw, for one thread. */
    abstract CaseDraw draw(Windows windows);

    static double[] totals(CaseCounts counts) {
        double[] totals = new double[counts.places().size()];
        for (int place = 0; place < totals.length; place++) {
            totals[place] = counts.totalOf(place);
        }
        return totals;
    }
}
