package org.tongxin.core.detection;

/**
 * How {@link FarringtonFlexible} is run. Immutable and safe for use by several threads.
 *
 * @param yearsBack earlier years to learn from, 1 or more; a trend needs 3
 * @param halfWindow points on both sides of the reference that count as "the same time of year", 0 or more
 * @param seasonGroups levels the year is cut into; 1 uses only the windows around the references
 * @param pastPointsExcluded points before the tested one that are not learnt from, 0 or more
 * @param reweight whether past outbreaks are given less weight
 * @param weightsThreshold Anscombe residual from which on they are, above 0
 * @param trend whether a trend is tried
 * @param trendThreshold the trend is kept when its p-value is below this, above 0 up to 1
 * @param populationOffset whether the mean is taken as proportional to the population of the series
 * @param alpha nominal probability of a false alarm, above 0 and below 1
 * @param threshold how the bound is computed
 * @param recentCases fewest cases in the recent points for an alarm, 0 for no such limit
 * @param recentPoints number of recent points, the tested one included, 1 or more
 * @param trendDispersion which dispersion enters standard errors and the test of the trend
 */
public record FarringtonSettings(
        int yearsBack,
        int halfWindow,
        int seasonGroups,
        int pastPointsExcluded,
        boolean reweight,
        double weightsThreshold,
        boolean trend,
        double trendThreshold,
        boolean populationOffset,
        double alpha,
        Threshold threshold,
        int recentCases,
        int recentPoints,
        TrendDispersion trendDispersion) {

    /** How the bound is computed from the mean, its standard error and the dispersion. */
    public enum Threshold {
        /** Normal quantile after the power 2/3, which makes counts symmetric. */
        DELTA_TWO_THIRDS,
        /** Normal quantile after the square root, which makes the variance constant. */
        DELTA_SQUARE_ROOT,
        /** Normal quantile of the counts themselves. */
        DELTA_NONE,
        /** Quantile of the negative binomial with the estimated mean put in as if it were known. */
        NEGATIVE_BINOMIAL,
        /** The same with the upper limit of the mean: allows for the error of the mean as well. */
        NEGATIVE_BINOMIAL_UPPER_MEAN
    }

    /** Which dispersion enters standard errors and the test of the trend. */
    public enum TrendDispersion {
        /** The floored dispersion phi, the same that enters the bound. */
        CORRECTED,
        /**
         * After reweighting the residuals weighted with the prior weights only, as the R package surveillance does: far
         * too small for large counts. For comparison with that package.
         */
        COMPATIBLE
    }

    /** @throws IllegalArgumentException when a value is outside its range */
    public FarringtonSettings {
        Checks.atLeast("yearsBack", yearsBack, 1);
        Checks.atLeast("halfWindow", halfWindow, 0);
        Checks.atLeast("seasonGroups", seasonGroups, 1);
        Checks.atLeast("pastPointsExcluded", pastPointsExcluded, 0);
        Checks.positive("weightsThreshold", weightsThreshold);
        Checks.probability("alpha", alpha);
        Checks.atLeast("recentCases", recentCases, 0);
        Checks.atLeast("recentPoints", recentPoints, 1);
        if (!(trendThreshold > 0 && trendThreshold <= 1)) {
            throw new IllegalArgumentException(
                    "The trendThreshold (" + trendThreshold + ") must lie above 0, up to 1.");
        }
    }

    /** Noufaily et al. 2013: ten season groups, half a year left out, negative binomial bound, alpha 0.005. */
    public static FarringtonSettings noufaily() {
        return new FarringtonSettings(
                5,
                3,
                10,
                26,
                true,
                2.58,
                true,
                1,
                false,
                0.005,
                Threshold.NEGATIVE_BINOMIAL,
                5,
                4,
                TrendDispersion.CORRECTED);
    }

    /** The original method in this frame: windows only, power 2/3, weights from residual 1, trend at 0.05, alpha 0.05. */
    public static FarringtonSettings original() {
        return new FarringtonSettings(
                5,
                3,
                1,
                3,
                true,
                1,
                true,
                0.05,
                false,
                0.05,
                Threshold.DELTA_TWO_THIRDS,
                5,
                4,
                TrendDispersion.CORRECTED);
    }

    /** The same settings with another number of years. */
    public FarringtonSettings withYearsBack(int years) {
        return new FarringtonSettings(
                years,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                populationOffset,
                alpha,
                threshold,
                recentCases,
                recentPoints,
                trendDispersion);
    }

    /** The same settings with another false-alarm probability. */
    public FarringtonSettings withAlpha(double probability) {
        return new FarringtonSettings(
                yearsBack,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                populationOffset,
                probability,
                threshold,
                recentCases,
                recentPoints,
                trendDispersion);
    }

    /** The same settings with another bound. */
    public FarringtonSettings withThreshold(Threshold bound) {
        return new FarringtonSettings(
                yearsBack,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                populationOffset,
                alpha,
                bound,
                recentCases,
                recentPoints,
                trendDispersion);
    }

    /** The same settings with the mean proportional to the population, or not. */
    public FarringtonSettings withPopulationOffset(boolean proportional) {
        return new FarringtonSettings(
                yearsBack,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                proportional,
                alpha,
                threshold,
                recentCases,
                recentPoints,
                trendDispersion);
    }

    /** The same settings with another limit of recent cases. */
    public FarringtonSettings withRecentLimit(int cases, int points) {
        return new FarringtonSettings(
                yearsBack,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                populationOffset,
                alpha,
                threshold,
                cases,
                points,
                trendDispersion);
    }

    /** The same settings with another dispersion for the trend. */
    public FarringtonSettings with(TrendDispersion dispersion) {
        return new FarringtonSettings(
                yearsBack,
                halfWindow,
                seasonGroups,
                pastPointsExcluded,
                reweight,
                weightsThreshold,
                trend,
                trendThreshold,
                populationOffset,
                alpha,
                threshold,
                recentCases,
                recentPoints,
                dispersion);
    }
}
