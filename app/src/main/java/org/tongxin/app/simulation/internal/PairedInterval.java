package org.tongxin.app.simulation.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongxin.app.simulation.ScenarioResult.Difference;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.statistics.StudentDistribution;

/**
 * The mean of differences and its 95 % interval by Student's t over the means of the draws: runs from one drawn present resemble
 * each other and do not count as independent.
 */
final class PairedInterval {

    private static final double OUTSIDE = 0.05;
    private static final double LARGEST = 1000;

    private PairedInterval() {}

    /** @param draws the draw of each difference, in the same order */
    static Difference of(List<Double> differences, List<Integer> draws) {
        Map<Integer, double[]> sums = new TreeMap<>();
        double sum = 0;
        for (int i = 0; i < differences.size(); i++) {
            double[] draw = sums.computeIfAbsent(draws.get(i), number -> new double[2]);
            draw[0] += differences.get(i);
            draw[1]++;
            sum += differences.get(i);
        }
        double mean = sum / differences.size();
        double[] means =
                sums.values().stream().mapToDouble(draw -> draw[0] / draw[1]).toArray();
        if (means.length < 2) {
            return new Difference(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double half = quantile(means.length - 1) * Ensemble.deviation(means) / Math.sqrt(means.length);
        return new Difference(mean, mean - half, mean + half);
    }

    /** The value that is exceeded on either side with the probability {@value #OUTSIDE} together. */
    static double quantile(int degrees) {
        double low = 0;
        double high = LARGEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (StudentDistribution.twoSided(middle, degrees) > OUTSIDE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
