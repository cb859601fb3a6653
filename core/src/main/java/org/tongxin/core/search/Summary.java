package org.tongxin.core.search;

import java.util.Arrays;
import org.tongxin.core.epidemic.Ensemble;

/**
 * A number over runs.
 *
 * @param runs 2 or more
 * @param mean over the runs
 * @param low lower end of the 95 % interval of the mean, by Student's distribution
 * @param high its upper end
 * @param upper90 value that nine runs of ten do not exceed
 * @param worstTenth mean of the worst tenth of runs: the conditional value at risk of Rockafellar and Uryasev, Journal of Risk
 *     2 (2000) 21-41
 */
public record Summary(int runs, double mean, double low, double high, double upper90, double worstTenth) {

    private static final double TAIL = 0.025;
    private static final double TENTH = 0.1;

    /** Of at least two values. */
    static Summary of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double half = StudentQuantile.upper(TAIL, values.length - 1.0)
                * Ensemble.deviation(values)
                / Math.sqrt(values.length);
        return new Summary(
                values.length, mean, mean - half, mean + half, Ensemble.quantile(values, 1 - TENTH), worst(values));
    }

    /** The run on the edge of the worst tenth counts with the part of it that belongs there. */
    private static double worst(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double wanted = TENTH * sorted.length;
        double left = wanted;
        double sum = 0;
        for (int i = sorted.length - 1; left > 1e-9; i--) {
            sum += Math.min(1, left) * sorted[i];
            left -= 1;
        }
        return sum / wanted;
    }
}
