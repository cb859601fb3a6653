package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The rule of the Robert Koch Institute's old system: the mean of comparable counts plus two standard deviations, and for
 * small means the upper 95 % limit of a Poisson mean from a table. A count above the bound alarms.
 *
 * <p><b>Where it fails.</b> No trend, and past outbreaks widen the bound. Missing counts are left out of the comparison.
 * Source: Höhle: surveillance: an R package for the monitoring of infectious diseases, Computational Statistics 22 (2007)
 * 571-582.
 *
 * @param yearsBack earlier years to compare with, 0 or more
 * @param halfWindow points on both sides of the reference, and before the tested point, 0 or more
 * @param currentYear whether the points just before the tested one count
 */
public record RkiMethod(int yearsBack, int halfWindow, boolean currentYear) implements DetectionMethod {

    /** The six points before. */
    public static final RkiMethod DEFAULT = new RkiMethod(0, 6, true);

    /** Upper 95 % limit of a Poisson mean, {@code [whole part of the mean]}, three decimals, as the old system had it. */
    private static final double[] LIMIT_OF_SMALL_MEAN = {
        3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633, 19.050, 20.335, 21.364,
        22.945, 23.762, 25.400, 26.306, 27.735, 28.966, 30.017
    };

    private static final double LARGEST_SMALL_MEAN = 20;
    private static final double DEVIATIONS = 2;

    /** @throws IllegalArgumentException when a value is outside its range or nothing is left to compare with */
    public RkiMethod {
        BaseValues.check(yearsBack, halfWindow, currentYear);
    }

    @Override
    public Optional<String> refusal(CountSeries series, int first) {
        return BaseValues.refusal("The RKI rule", series, first, yearsBack, halfWindow, currentYear);
    }

    @Override
    public List<Detection> test(CountSeries series, int first, int end) {
        List<Detection> results = new ArrayList<>(end - first);
        for (int index = first; index < end; index++) {
            double[] base = BaseValues.of(series, index, yearsBack, halfWindow, currentYear);
            results.add(Detection.above(this, series, index, bound(base), BaseValues.mean(base)));
        }
        return Collections.unmodifiableList(results);
    }

    /** NaN, and so no alarm, when all base values are missing. */
    private static double bound(double[] base) {
        if (base.length == 0) {
            return Double.NaN;
        }
        double mean = BaseValues.mean(base);
        if (mean <= LARGEST_SMALL_MEAN) {
            return LIMIT_OF_SMALL_MEAN[(int) mean];
        }
        return mean + DEVIATIONS * BaseWindow.of(base, 0, base.length, 0).deviation();
    }
}
