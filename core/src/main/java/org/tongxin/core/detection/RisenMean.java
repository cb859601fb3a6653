package org.tongxin.core.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest log-likelihood ratio of a risen mean over all starts since the run began. Not thread-safe: one run, one
 * thread.
 */
final class RisenMean {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-13;

    private final double alpha;
    private final List<Point> points = new ArrayList<>();
    private double statistic;

    private record Point(double count, double mean) {}

    /** @param alpha variance mu + alpha mu^2; 0 is Poisson */
    RisenMean(double alpha) {
        this.alpha = alpha;
    }

    double statistic() {
        return statistic;
    }

    /** Takes the next point and gives the statistic there. */
    double add(double count, double mean) {
        points.add(new Point(count, mean));
        statistic = alpha == 0 ? bestOfPoisson() : bestOfNegativeBinomial();
        return statistic;
    }

    private double bestOfPoisson() {
        double best = 0;
        double counts = 0;
        double means = 0;
        for (Point point : points.reversed()) {
            counts += point.count;
            means += point.mean;
            if (counts > means) {
                double kappa = Math.log(counts / means);
                best = Math.max(best, kappa * counts - (counts - means));
            }
        }
        return best;
    }

    private double bestOfNegativeBinomial() {
        double best = 0;
        double kappa = 0;
        for (int start = points.size() - 1; start >= 0; start--) {
            List<Point> since = points.subList(start, points.size());
            kappa = likeliestRise(since, kappa);
            if (kappa > 0) {
                best = Math.max(best, ratio(since, kappa));
            }
        }
        return best;
    }

    /** Root of the score, which falls with kappa; 0 where it is negative from the start. */
    private double likeliestRise(List<Point> since, double guess) {
        if (score(since, 0).value <= 0) {
            return 0;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double kappa = guess;
        for (int step = 0; step < MOST_STEPS; step++) {
            Score score = score(since, kappa);
            low = score.value > 0 ? kappa : low;
            high = score.value > 0 ? high : kappa;
            double next = kappa - score.value / score.slope;
            if (!(next > low && next < high)) {
                next = high == Double.POSITIVE_INFINITY ? kappa + 1 : (low + high) / 2;
            }
            if (Math.abs(next - kappa) <= TOLERANCE * (1 + kappa)) {
                return next;
            }
            kappa = next;
        }
        return kappa;
    }

    private record Score(double value, double slope) {}

    /** Sum of (y - mu e^kappa) / (1 + alpha mu e^kappa) and its derivative by kappa. */
    private Score score(List<Point> since, double kappa) {
        double factor = Math.exp(kappa);
        double value = 0;
        double slope = 0;
        for (Point point : since) {
            double mean = point.mean * factor;
            double variance = 1 + alpha * mean;
            value += (point.count - mean) / variance;
            slope -= mean * (1 + alpha * point.count) / (variance * variance);
        }
        return new Score(value, slope);
    }

    private double ratio(List<Point> since, double kappa) {
        double growth = Math.expm1(kappa);
        double sum = 0;
        for (Point point : since) {
            double share = alpha * point.mean / (1 + alpha * point.mean);
            sum += point.count * kappa - (point.count + 1 / alpha) * Math.log1p(share * growth);
        }
        return sum;
    }
}
