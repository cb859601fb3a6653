package org.tongxin.core.population;

import java.util.List;

/**
 * What is published about the people of a district, and what a synthetic population must add up to.
 *
 * @param code national code
 * @param residents people of the district, 1 or more
 * @param streets in the order in which people are numbered
 * @param maleShare men among all, 0 .. 1
 * @param bands shares by age, the first from 0 on, rising, adding up to 1 within 0.01
 * @param pyramid people by single year of age from 0 on, in any proportion; the last is that age and older
 * @param collective collective quarters
 * @param meanFamilySize people of a family household, 1 .. 6
 * @param familySizes how many family households have 1, 2, … people, in any proportion; what lies above
 *     {@value #MAX_FAMILY} counts as {@value #MAX_FAMILY}
 * @param contacts published contacts by age
 * @param figures the totals above with their sources, to be printed beside results
 */
public record DistrictTotals(
        String code,
        String name,
        int residents,
        List<StreetWeights> streets,
        double maleShare,
        List<AgeBand> bands,
        List<Double> pyramid,
        CollectiveQuarters collective,
        double meanFamilySize,
        List<Double> familySizes,
        ContactMatrices contacts,
        List<Figure> figures) {

    /** Most people of a family household. */
    public static final int MAX_FAMILY = 6;

    /** Two numbers beyond the last community say where else somebody works. */
    private static final int MAX_COMMUNITIES = Population.MAX_COMMUNITIES - 2;

    private static final double SHARE_TOLERANCE = 0.01;

    /** @throws IllegalArgumentException when something is missing, negative, or does not add up */
    public DistrictTotals {
        streets = List.copyOf(streets);
        bands = List.copyOf(bands);
        pyramid = List.copyOf(pyramid);
        familySizes = List.copyOf(familySizes);
        figures = List.copyOf(figures);
        require(residents >= 1 && residents <= Population.MAX_PEOPLE, "number of residents", residents);
        require(!streets.isEmpty(), "number of streets", streets.size());
        require(count(streets) <= MAX_COMMUNITIES, "number of communities", count(streets));
        require(maleShare >= 0 && maleShare <= 1, "share of men", maleShare);
        require(meanFamilySize >= 1 && meanFamilySize <= MAX_FAMILY, "mean size of a family household", meanFamilySize);
        requireBands(bands, pyramid.size());
        requireCounts("pyramid of ages", pyramid);
        requireCounts("table of household sizes", familySizes);
    }

    /** Number of communities. */
    public int communities() {
        return count(streets);
    }

    private static int count(List<StreetWeights> streets) {
        return streets.stream().mapToInt(street -> street.communities().size()).sum();
    }

    private static void require(boolean fits, String what, double value) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "The " + what + " (" + value + ") of a district is outside what is possible. Check its table.");
        }
    }

    private static void requireBands(List<AgeBand> bands, int ages) {
        double sum = 0;
        int next = 0;
        for (int i = 0; i < bands.size(); i++) {
            AgeBand band = bands.get(i);
            boolean begins = i == 0 ? band.fromAge() == 0 : band.fromAge() >= next;
            require(begins && band.fromAge() < ages, "beginning of age band " + (i + 1), band.fromAge());
            next = band.fromAge() + 1;
            sum += band.share();
        }
        require(Math.abs(sum - 1) <= SHARE_TOLERANCE, "sum of the shares of age bands", sum);
    }

    private static void requireCounts(String what, List<Double> counts) {
        double sum = 0;
        for (double count : counts) {
            require(count >= 0 && count < Double.POSITIVE_INFINITY, "entry in the " + what, count);
            sum += count;
        }
        require(sum > 0, "sum of the " + what, sum);
    }
}
