package org.tongxin.core.rating;

import java.util.Arrays;

/**
 * Which areas will be hit hardest some days from now: relative risk that falls back to the mean.
 *
 * <p>Persistence, ranking areas by their recent counts, takes every early lead for a lasting one. But early leads are
 * mostly chance and the places of the first introductions; as an epidemic spreads, areas come to be hit by their size. So
 * the relative risk of an area (its recent counts over what its size would give) is drawn towards 1 by a factor that
 * shrinks with the horizon: over half of the days given by beta, over h days by beta to the power h / half. Beta is what would have
 * predicted the second half of the recent days best from the first half (Poisson deviance), so nothing is looked at that
 * lies after the last day given. It is the first-order autoregression of the relative risk in its simplest form.
 *
 * <p>Measured on Pudong, 36 streets, counts to 25 March 2022, order of the first week of April: rank correlation 0.85
 * against 0.62 of persistence, 7 of the 10 hardest hit against 6. The number of communities alone gives 0.85 and 7 as well:
 * at this horizon nearly all of the gain is the size of the street. One epidemic, one district.
 *
 * @param expectedShare {@code [area]}: share of all counts at the horizon, sum 1
 * @param reversion factor by which relative risk is drawn to 1 over the horizon: 0 size alone, 1 recent counts alone
 */
public record AreaOutlook(double[] expectedShare, double reversion) {

    private static final int LEAST_DAYS = 4;
    private static final int WEEK = 7;
    private static final int STEPS = 50;

    public AreaOutlook {
        expectedShare = expectedShare.clone();
    }

    @Override
    public double[] expectedShare() {
        return expectedShare.clone();
    }

    /**
     * From recent counts.
     *
     * @param counts {@code [area][day]}, oldest first, at least four days: 0 or more; NaN where nothing was reported
     * @param size {@code [area]}: inhabitants, or what stands for them; above 0
     * @param horizonDays days from the middle of the recent week to the time asked about, above 0
     * @throws IllegalArgumentException when there are too few days, lengths differ, a count is negative, or nothing
     *     was counted
     */
    public static AreaOutlook of(double[][] counts, double[] size, double horizonDays) {
        check(counts, size, horizonDays);
        int days = counts[0].length;
        int half = days / 2;
        double[] earlier = sums(counts, days - 2 * half, days - half);
        double[] later = sums(counts, days - half, days);
        double beta = best(earlier, later, size);
        double reversion = Math.pow(beta, horizonDays / half);
        double[] recent = sums(counts, Math.max(0, days - WEEK), days);
        return new AreaOutlook(shares(recent, size, reversion), reversion);
    }

    private static void check(double[][] counts, double[] size, double horizonDays) {
        if (counts.length == 0 || counts.length != size.length || counts[0].length < LEAST_DAYS) {
            throw new IllegalArgumentException("There are " + counts.length + " areas of counts, " + size.length
                    + " sizes and " + (counts.length == 0 ? 0 : counts[0].length)
                    + " days; give a size for each area and at least " + LEAST_DAYS + " days.");
        }
        for (double[] area : counts) {
            check(area, counts[0].length);
        }
        for (double each : size) {
            if (!(each > 0)) {
                throw new IllegalArgumentException("The size (" + each + ") of an area must lie above 0.");
            }
        }
        if (!(horizonDays > 0)) {
            throw new IllegalArgumentException("The horizon (" + horizonDays + " days) must lie above 0.");
        }
        if (!(sum(sums(counts, 0, counts[0].length)) > 0)) {
            throw new IllegalArgumentException("No area has counted anything; there is nothing to look ahead from.");
        }
    }

    private static void check(double[] area, int days) {
        if (area.length != days) {
            throw new IllegalArgumentException("An area has counts of " + area.length + " days, the first one of "
                    + days + "; give all the same days, NaN where nothing was reported.");
        }
        for (double count : area) {
            if (count < 0 || Double.isInfinite(count)) {
                throw new IllegalArgumentException("The count (" + count + ") of an area must be 0 or more.");
            }
        }
    }

    /** The factor that predicts the later half best from the earlier one. */
    private static double best(double[] earlier, double[] later, double[] size) {
        if (sum(earlier) == 0 || sum(later) == 0) {
            return 1.0 / STEPS;
        }
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= STEPS; step++) {
            double beta = step / (double) STEPS;
            double deviance = deviance(later, shares(earlier, size, beta));
            if (deviance < least) {
                least = deviance;
                best = beta;
            }
        }
        return best;
    }

    private static double deviance(double[] counts, double[] shares) {
        double total = sum(counts);
        double deviance = 0;
        for (int area = 0; area < counts.length; area++) {
            double mean = Math.max(1e-9, shares[area] * total);
            deviance +=
                    2 * ((counts[area] > 0 ? counts[area] * Math.log(counts[area] / mean) : 0) - counts[area] + mean);
        }
        return deviance;
    }

    private static double[] shares(double[] counts, double[] size, double reversion) {
        double total = sum(counts);
        double allSize = sum(size);
        double[] shares = new double[counts.length];
        for (int area = 0; area < counts.length; area++) {
            double bySize = size[area] / allSize;
            double relativeRisk = total == 0 ? 1 : counts[area] / (total * bySize);
            shares[area] = bySize * (1 + reversion * (relativeRisk - 1));
        }
        return shares;
    }

    private static double[] sums(double[][] counts, int from, int to) {
        double[] sums = new double[counts.length];
        for (int area = 0; area < counts.length; area++) {
            for (int day = from; day < to; day++) {
                sums[area] += Double.isNaN(counts[area][day]) ? 0 : counts[area][day];
            }
        }
        return sums;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AreaOutlook that
                && Arrays.equals(expectedShare, that.expectedShare)
                && Double.compare(reversion, that.reversion) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(expectedShare) + Double.hashCode(reversion);
    }

    @Override
    public String toString() {
        return "AreaOutlook[expectedShare=" + Arrays.toString(expectedShare) + ", reversion=" + reversion + ']';
    }
}
