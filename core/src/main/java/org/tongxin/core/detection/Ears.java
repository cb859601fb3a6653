package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * The Early Aberration Reporting System's C1, C2 and C3 [1, 2].
 *
 * <p><b>Idea.</b> The last few points, without season and without years of history, say what is usual here. The bound is
 * their mean plus so many of their standard deviations as the normal distribution leaves above it with probability
 * {@code alpha}. C1 looks at the points directly before; C2 leaves out the two points before the tested one; C3 lowers
 * C2's bound by what the two points before stood above their own expectation (beyond one deviation each), so that three
 * moderate days count as much as one high day.
 *
 * <p><b>Cost.</b> One pass over the base window for each tested point (three for C3); no memory beyond the result. For whole
 * series {@link #upperBounds} does the same several points at a time.
 *
 * <p><b>Where it fails.</b> No weekday, season or trend is known: a daily series with quiet weekends alarms on Mondays.
 * Seven points estimate a deviation badly, so the true false-alarm rate lies well above {@code alpha}. In a run of zeros
 * the deviation is 0 and one case is an alarm; {@code minSigma} is the remedy.
 *
 * <p><b>Compatibility.</b> The alarm is strict (observed &gt; bound). A missing count anywhere in a window that is needed
 * gives a bound of NaN and no alarm, and so does C3 where an earlier excess is 0/0. Both are what the R package
 * surveillance does. Points before the start of the series are taken as missing.
 *
 * <p>Stateless; safe for use by several threads.
 *
 * <p>Sources: [1] Hutwagner, Thompson, Seeman, Treadwell: The bioterrorism preparedness and response Early Aberration
 * Reporting System (EARS), Journal of Urban Health 80 (2003), supplement 1, i89-i96. [2] Salmon, Schumacher, Höhle:
 * Monitoring count time series in R: aberration detection in public health surveillance, Journal of Statistical Software
 * 70 (2016) 10, section 2.2.
 */
public final class Ears {

    private Ears() {}

    /** Number of points a series must hold before the first point that can be tested; that point's index. */
    public static int pointsNeeded(EarsMethod method, EarsSettings settings) {
        return settings.baseline() + method.guardBand() + method.memory();
    }

    /**
     * Tests one point.
     *
     * @param counts {@code counts[t]} is the count at point t, at equal steps in time; NaN where missing
     * @param index the tested point, 0 .. counts.length - 1
     * @return the bound and whether the point is above it; the bound is NaN where the history is too short
     * @throws IndexOutOfBoundsException when there is no such point
     */
    public static DetectionResult at(double[] counts, int index, EarsMethod method, EarsSettings settings) {
        if (index < 0 || index >= counts.length) {
            throw new IndexOutOfBoundsException(
                    "The index (" + index + ") must lie in the series of " + counts.length + " points.");
        }
        BaseWindow window = windowBefore(counts, index, method, settings);
        double bound = method == EarsMethod.C3
                ? cumulativeBound(counts, index, window, settings)
                : window.mean() + NormalDistribution.upperQuantile(settings.alpha()) * window.deviation();
        return DetectionResult.of(index, counts[index], window.mean(), window.deviation(), bound);
    }

    /**
     * Tests every point from {@code first} to the end of the series.
     *
     * @return one result for each point, in order
     * @throws IndexOutOfBoundsException when {@code first} is negative or above the number of points
     */
    public static List<DetectionResult> from(double[] counts, int first, EarsMethod method, EarsSettings settings) {
        if (first < 0 || first > counts.length) {
            throw new IndexOutOfBoundsException(
                    "The first index (" + first + ") must lie in 0.." + counts.length + ".");
        }
        List<DetectionResult> results = new ArrayList<>(counts.length - first);
        for (int index = first; index < counts.length; index++) {
            results.add(at(counts, index, method, settings));
        }
        return Collections.unmodifiableList(results);
    }

    /**
     * The upper bounds of a whole series, faster than point by point and the same in every digit. A count alarms when it
     * is above its bound.
     *
     * @param counts {@code counts[t]}, as in {@link #at}
     * @return {@code bound[t]}, one for each point; NaN where it cannot be computed
     */
    public static double[] upperBounds(double[] counts, EarsMethod method, EarsSettings settings) {
        return EarsBatch.upperBounds(counts, method, settings);
    }

    private static double cumulativeBound(double[] counts, int index, BaseWindow window, EarsSettings settings) {
        double allowance = NormalDistribution.upperQuantile(settings.alpha());
        for (int back = 1; back <= EarsMethod.C3.memory(); back++) {
            allowance -= Math.max(0, excess(counts, index - back, settings) - 1);
        }
        return Math.max(0, counts[index] + window.deviation() * allowance);
    }

    /** How many deviations a point stands above its own C2 expectation. */
    private static double excess(double[] counts, int index, EarsSettings settings) {
        BaseWindow window = windowBefore(counts, index, EarsMethod.C2, settings);
        return window.isComplete() ? (counts[index] - window.mean()) / window.deviation() : Double.NaN;
    }

    private static BaseWindow windowBefore(double[] counts, int index, EarsMethod method, EarsSettings settings) {
        int end = index - method.guardBand();
        return BaseWindow.of(counts, end - settings.baseline(), end, settings.minSigma());
    }
}
