package org.tongxin.core.population;

import java.util.List;

/** The pyramid of single years, its open end spread out, raked to the bands and the share of men. */
final class RakedAges {

    private RakedAges() {}

    /** People by sex (0 men, 1 women) and age, adding up exactly. */
    static int[][] of(DistrictTotals totals, SynthesisSettings settings, int people) {
        double[] ages = raked(spread(totals.pyramid(), settings.value(Parameter.OLDEST_RATIO)), totals.bands());
        double[] cells = new double[2 * ages.length];
        for (int age = 0; age < ages.length; age++) {
            cells[2 * age] = ages[age] * totals.maleShare();
            cells[2 * age + 1] = ages[age] * (1 - totals.maleShare());
        }
        int[] counts = Apportionment.split(cells, people, 0);
        int[][] bySex = new int[2][ages.length];
        for (int cell = 0; cell < counts.length; cell++) {
            bySex[cell % 2][cell / 2] = counts[cell];
        }
        return bySex;
    }

    /** The open end falls by the same ratio from year to year. */
    private static double[] spread(List<Double> pyramid, double ratio) {
        double[] ages = new double[Population.MAX_AGE + 1];
        int open = Math.min(pyramid.size() - 1, Population.MAX_AGE);
        double beyond = 0;
        for (int age = 0; age < pyramid.size(); age++) {
            if (age < open) {
                ages[age] = pyramid.get(age);
            } else {
                beyond += pyramid.get(age);
            }
        }
        double parts = 0;
        for (int age = open; age <= Population.MAX_AGE; age++) {
            ages[age] = Math.pow(ratio, age - open);
            parts += ages[age];
        }
        for (int age = open; age <= Population.MAX_AGE; age++) {
            ages[age] *= beyond / parts;
        }
        return ages;
    }

    private static double[] raked(double[] ages, List<AgeBand> bands) {
        for (int i = 0; i < bands.size(); i++) {
            int from = bands.get(i).fromAge();
            int end = i + 1 < bands.size() ? bands.get(i + 1).fromAge() : ages.length;
            rake(ages, from, end, bands.get(i).share());
        }
        return ages;
    }

    private static void rake(double[] ages, int from, int end, double share) {
        double sum = 0;
        for (int age = from; age < end; age++) {
            sum += ages[age];
        }
        if (sum == 0 && share > 0) {
            throw new IllegalArgumentException("The pyramid has nobody of " + from + ".." + (end - 1)
                    + " years, but the age bands say a share of " + share + ". Check both tables.");
        }
        for (int age = from; age < end; age++) {
            ages[age] *= sum == 0 ? 0 : share / sum;
        }
    }
}
