package org.tongxin.core.reproduction;

import java.util.List;
import org.tongxin.core.statistics.GammaDistribution;

/**
 * The instantaneous reproduction number after Cori et al. [1]: how many a case would infect if all stayed as it is now.
 *
 * <p><b>Idea.</b> New cases are Poisson with the mean R times the infection pressure of earlier cases. With a gamma prior
 * for R, constant in a window, the posterior is gamma: its shape grows by the cases, its rate by the pressure in the
 * window.
 *
 * <p><b>Cost.</b> Days times lags for the pressure, and seven gamma quantiles for each window.
 *
 * <p><b>Where it fails.</b> Late reports make the newest windows too low; a window that ends within one mean serial interval
 * of the start has no estimate (NaN); a window without pressure only repeats the prior. All cases after day 0 are taken as
 * infected here; imported ones raise R.
 *
 * <p>Immutable and safe for use by several threads. Source: [1] Cori, Ferguson, Fraser, Cauchemez: A new framework and
 * software to estimate time-varying reproduction numbers during epidemics, American Journal of Epidemiology 178 (2013)
 * 1505-1512.
 *
 * @param serialInterval see {@link SerialInterval}
 * @param priorMean mean of R before any data, above 0
 * @param priorDeviation its standard deviation, above 0
 */
public record InstantaneousReproduction(SerialInterval serialInterval, double priorMean, double priorDeviation) {

    /** Prior mean and deviation of the source: so wide that R above 1 is not doubted without data. */
    public static final double DEFAULT_PRIOR = 5;

    /** @throws IllegalArgumentException when a value is not a finite number above 0 */
    public InstantaneousReproduction {
        if (!(priorMean > 0 && priorDeviation > 0)
                || Double.isInfinite(priorMean)
                || Double.isInfinite(priorDeviation)) {
            throw new IllegalArgumentException("The priorMean (" + priorMean + ") and the priorDeviation ("
                    + priorDeviation + ") must be finite numbers above 0.");
        }
    }

    /** With the prior of the source. */
    public static InstantaneousReproduction of(SerialInterval serialInterval) {
        return new InstantaneousReproduction(serialInterval, DEFAULT_PRIOR, DEFAULT_PRIOR);
    }

    /**
     * Estimates R for each window.
     *
     * @param incidence {@code incidence[day]}, new cases, 0 or finite numbers above, no day missing
     * @return one estimate for each window, in the same order; unmodifiable
     * @throws IllegalArgumentException when a day is missing or negative, or a window ends after the series
     */
    public List<ReproductionEstimate> estimate(double[] incidence, List<Window> windows) {
        Window.check(incidence, windows);
        double[] pressure = serialInterval.pressure(incidence);
        double meanInterval = serialInterval.mean();
        return windows.stream()
                .map(window -> window.lastDay() + 1 <= meanInterval
                        ? none(window)
                        : estimate(window, window.sum(incidence), window.sum(pressure)))
                .toList();
    }

    /**
     * Probability that R of one window lies above a bound.
     *
     * @param bound 0 or more
     * @param incidence {@code incidence[day]}, new cases, 0 or finite numbers above, no day missing
     * @return 0 to 1; NaN where there is no estimate
     * @throws IllegalArgumentException when a day is missing or negative, or the window ends after the series
     */
    public double probabilityAbove(double bound, double[] incidence, Window window) {
        Window.check(incidence, List.of(window));
        if (window.lastDay() + 1 <= serialInterval.mean()) {
            return Double.NaN;
        }
        return posterior(window.sum(incidence), window.sum(serialInterval.pressure(incidence)))
                .upperTail(bound);
    }

    private GammaDistribution posterior(double cases, double pressure) {
        double priorShape = priorMean / priorDeviation * (priorMean / priorDeviation);
        double priorRate = priorMean / (priorDeviation * priorDeviation);
        return new GammaDistribution(priorShape + cases, 1 / (priorRate + pressure));
    }

    private static ReproductionEstimate none(Window window) {
        return ReproductionEstimate.of(window, Double.NaN, Double.NaN, ReproductionEstimate.noQuantiles(), 1);
    }

    private ReproductionEstimate estimate(Window window, double cases, double pressure) {
        GammaDistribution posterior = posterior(cases, pressure);
        double[] quantiles = new double[ReproductionEstimate.PROBABILITIES.length];
        for (int index = 0; index < quantiles.length; index++) {
            quantiles[index] = posterior.quantile(ReproductionEstimate.PROBABILITIES[index]);
        }
        return ReproductionEstimate.of(window, posterior.mean(), posterior.deviation(), quantiles, 1);
    }
}
