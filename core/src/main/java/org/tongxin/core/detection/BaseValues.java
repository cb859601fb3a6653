package org.tongxin.core.detection;

import java.util.Optional;

/** The counts that the methods of the Robert Koch Institute's old system compare with: just before, and in earlier years. */
final class BaseValues {

    private BaseValues() {}

    /**
     * The known ones among the {@code halfWindow} counts before the point, if the current year counts, and the
     * {@code halfWindow} on both sides of the points whole years earlier (index steps, not dates).
     */
    static double[] of(CountSeries series, int index, int yearsBack, int halfWindow, boolean currentYear) {
        double[] values = currentYear ? series.knownCounts(index - halfWindow, index) : new double[0];
        for (int year = 1; year <= yearsBack; year++) {
            int reference = index - year * series.pointsPerYear();
            values = join(values, series.knownCounts(reference - halfWindow, reference + halfWindow + 1));
        }
        return values;
    }

    private static double[] join(double[] one, double[] other) {
        double[] both = new double[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static void check(int yearsBack, int halfWindow, boolean currentYear) {
        if (yearsBack < 0 || halfWindow < 0) {
            throw new IllegalArgumentException(
                    "The yearsBack (" + yearsBack + ") and the halfWindow (" + halfWindow + ") must not be negative.");
        }
        if (yearsBack == 0 && (!currentYear || halfWindow == 0)) {
            throw new IllegalArgumentException("With yearsBack (0), currentYear (" + currentYear + ") and halfWindow ("
                    + halfWindow + ") nothing is left to compare with.");
        }
    }

    static Optional<String> refusal(
            String method, CountSeries series, int first, int yearsBack, int halfWindow, boolean currentYear) {
        int fromYears = yearsBack == 0 ? 0 : yearsBack * series.pointsPerYear() + halfWindow;
        int needed = Math.max(fromYears, currentYear ? halfWindow : 0);
        return first >= needed
                ? Optional.empty()
                : Optional.of(method + " needs " + needed + " points of history before point " + first + ", has "
                        + first + ".");
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
