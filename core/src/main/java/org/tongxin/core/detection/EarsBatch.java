package org.tongxin.core.detection;

import java.util.Arrays;
import org.tongxin.core.statistics.NormalDistribution;

/**
 * The bounds of {@link Ears} for a whole series at once. The loops run over the windows inside and over the places in a
 * window outside, so that the compiler can do several windows in one instruction; each window's sums are still added in
 * the same order as in the plain form, so that the results are the same to the last digit.
 */
final class EarsBatch {

    private final double[] counts;
    private final int baseline;

    /** {@code [start]}: of the window that starts there. */
    private final double[] mean;

    private final double[] deviation;

    private EarsBatch(double[] counts, EarsSettings settings) {
        this.counts = counts;
        this.baseline = settings.baseline();
        this.mean = new double[Math.max(0, counts.length - baseline + 1)];
        this.deviation = new double[mean.length];
        takeMeans();
        takeDeviations(settings.minSigma());
    }

    static double[] upperBounds(double[] counts, EarsMethod method, EarsSettings settings) {
        EarsBatch batch = new EarsBatch(counts, settings);
        double quantile = NormalDistribution.upperQuantile(settings.alpha());
        double[] bounds = new double[counts.length];
        Arrays.fill(bounds, Double.NaN);
        if (method == EarsMethod.C3) {
            batch.cumulativeBounds(bounds, quantile);
        } else {
            batch.plainBounds(bounds, quantile, settings.baseline() + method.guardBand());
        }
        return bounds;
    }

    private void takeMeans() {
        for (int place = 0; place < baseline; place++) {
            for (int start = 0; start < mean.length; start++) {
                mean[start] += counts[start + place];
            }
        }
        for (int start = 0; start < mean.length; start++) {
            mean[start] /= baseline;
        }
        takeConstants();
    }

    /** A constant window has exactly its constant as mean, as in {@link BaseWindow}. */
    private void takeConstants() {
        int run = 0;
        for (int index = 0; index < counts.length; index++) {
            run = index > 0 && counts[index] == counts[index - 1] ? run + 1 : 1;
            if (run >= baseline) {
                mean[index - baseline + 1] = counts[index];
            }
        }
    }

    private void takeDeviations(double minSigma) {
        for (int place = 0; place < baseline; place++) {
            for (int start = 0; start < mean.length; start++) {
                double distance = counts[start + place] - mean[start];
                deviation[start] += distance * distance;
            }
        }
        for (int start = 0; start < mean.length; start++) {
            deviation[start] = Math.max(Math.sqrt(deviation[start] / (baseline - 1)), minSigma);
        }
    }

    /** @param reach distance from a window's start to the point it bounds */
    private void plainBounds(double[] bounds, double quantile, int reach) {
        for (int index = reach; index < counts.length; index++) {
            bounds[index] = mean[index - reach] + quantile * deviation[index - reach];
        }
    }

    private void cumulativeBounds(double[] bounds, double quantile) {
        int reach = baseline + EarsMethod.C2.guardBand();
        double[] lowering = new double[counts.length];
        for (int index = reach; index < counts.length; index++) {
            double excess = (counts[index] - mean[index - reach]) / deviation[index - reach];
            lowering[index] = Math.max(0, excess - 1);
        }
        for (int index = reach + EarsMethod.C3.memory(); index < counts.length; index++) {
            double allowance = quantile - lowering[index - 1] - lowering[index - 2];
            bounds[index] = Math.max(0, counts[index] + deviation[index - reach] * allowance);
        }
    }
}
