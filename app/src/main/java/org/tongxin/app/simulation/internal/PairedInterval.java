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
        double mean = mean(differences);
        double[] means = means(differences, draws);
        if (means.length < 2) {
            return new Difference(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double half = quantile(means.length - 1) * error(means);
        return new Difference(mean, mean - half, mean + half);
    }

    /**
     * The probability that the mean lies below 0, by the same distribution around the mean found; a half where nothing
     * speaks for either side.
     */
    static double below(List<Double> differences, List<Integer> draws) {
        double mean = mean(differences);
        double[] means = means(differences, draws);
        if (means.length < 2 || mean == 0) {
            return 0.5;
        }
        double tail = StudentDistribution.twoSided(mean / error(means), means.length - 1.0) / 2;
        return mean < 0 ? 1 - tail : tail;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    /** Means of the draws. */
    private static double[] means(List<Double> values, List<Integer> draws) {
        Map<Integer, double[]> sums = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            double[] draw = sums.computeIfAbsent(draws.get(i), number -> new double[2]);
            draw[0] += values.get(i);
            draw[1]++;
        }
        return sums.values().stream().mapToDouble(draw -> draw[0] / draw[1]).toArray();
    }

    private static double error(double[] means) {
        return Ensemble.deviation(means) / Math.sqrt(means.length);
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
