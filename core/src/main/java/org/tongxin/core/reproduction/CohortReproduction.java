package org.tongxin.core.reproduction;

import java.util.Arrays;
import java.util.List;
import org.tongxin.core.random.KeyedRandom;

/**
 * The case or cohort reproduction number after Wallinga and Teunis [1]: how many the cases of a day did infect.
 *
 * <p><b>Idea.</b> Each later case was infected by one of the earlier ones, with a probability in proportion to the serial
 * interval's weight of their distance. R of a day is what its cases are so given, for each case; a window's value is the
 * mean over its cases.
 *
 * <p><b>Where it fails: at the right end.</b> Those whom the newest cases will infect are not yet in the series, so the
 * newest values are too low, the last one is 0, always. Each result says which share of the infections can be seen
 * already ({@link ReproductionEstimate#completeness()}); below {@value ReproductionEstimate#COMPLETE_FROM} it calls itself
 * biased down. The mean is not corrected. For the present use {@link InstantaneousReproduction}. A case on a day without
 * infection pressure is given to nobody; a window without cases has no estimate (NaN).
 *
 * <p><b>Uncertainty.</b> With simulations, each case of each day draws its infector's day, keyed by the seed, and the
 * quantiles are those of the simulated values: they hold the chance of who infected whom, not that of how many fall ill.
 * Without simulations deviation and quantiles are NaN.
 *
 * <p>Immutable and safe for use by several threads. Cost: days times lags, with simulations also cases times lags for each.
 * Source: [1] Wallinga, Teunis: Different epidemic curves for severe acute respiratory syndrome reveal similar impacts of
 * control measures, American Journal of Epidemiology 160 (2004) 509-516.
 *
 * @param serialInterval see {@link SerialInterval}
 * @param simulations number of simulated infection trees, 0 for none
 * @param seed of the simulations
 */
public record CohortReproduction(SerialInterval serialInterval, int simulations, long seed) {

    private static final long INFECTOR = KeyedRandom.key("infector");

    /** @throws IllegalArgumentException when the number of simulations is negative */
    public CohortReproduction {
        if (simulations < 0) {
            throw new IllegalArgumentException("The number of simulations (" + simulations + ") must be 0 or more.");
        }
    }

    /** Without simulations. */
    public static CohortReproduction of(SerialInterval serialInterval) {
        return new CohortReproduction(serialInterval, 0, 0);
    }

    /**
     * Estimates R for each window.
     *
     * @param incidence {@code incidence[day]}, new cases, 0 or finite numbers above, no day missing; whole numbers when there
     *     are simulations
     * @return one estimate for each window, in the same order; unmodifiable
     * @throws IllegalArgumentException when a day is missing or negative (or not whole), or a window ends after the series
     */
    public List<ReproductionEstimate> estimate(double[] incidence, List<Window> windows) {
        Window.check(incidence, windows);
        double[] pressure = serialInterval.pressure(incidence);
        double[] infected = infected(incidence, pressure);
        double[] visible = visible(incidence);
        double[][] simulated = simulate(incidence, pressure);
        return windows.stream()
                .map(window -> estimate(window, incidence, infected, visible, simulated))
                .toList();
    }

    /** {@code infected[day]}: later cases given to the cases of a day. */
    private double[] infected(double[] incidence, double[] pressure) {
        double[] infected = new double[incidence.length];
        for (int day = 0; day < incidence.length; day++) {
            double sum = 0;
            for (int later = day + 1; later < Math.min(incidence.length, day + serialInterval.lags()); later++) {
                if (incidence[later] > 0 && pressure[later] > 0) {
                    sum += serialInterval.weight(later - day) * incidence[later] / pressure[later];
                }
            }
            infected[day] = sum * incidence[day];
        }
        return infected;
    }

    /** {@code visible[day]}: cases of a day, each weighted with the share of its serial interval inside the series. */
    private double[] visible(double[] incidence) {
        double all = serialInterval.share(serialInterval.lags());
        double[] visible = new double[incidence.length];
        Arrays.setAll(visible, day -> incidence[day] * serialInterval.share(incidence.length - 1 - day) / all);
        return visible;
    }

    /** {@code [simulation][day]}: later cases that drew the day as their infector's. */
    private double[][] simulate(double[] incidence, double[] pressure) {
        KeyedRandom random = new KeyedRandom(seed);
        double[][] infected = new double[simulations][incidence.length];
        for (int simulation = 0; simulation < simulations; simulation++) {
            for (int day = 1; day < incidence.length; day++) {
                for (int person = 0; person < whole(incidence[day]) && pressure[day] > 0; person++) {
                    double share = random.uniform(INFECTOR, simulation, day, person) * pressure[day];
                    infected[simulation][infectorsDay(incidence, day, share)]++;
                }
            }
        }
        return infected;
    }

    private static long whole(double cases) {
        if (cases != Math.rint(cases)) {
            throw new IllegalArgumentException(
                    "The incidence (" + cases + ") must be whole for simulations. Ask for 0 simulations.");
        }
        return (long) cases;
    }

    /** The day at which the pressure, summed from the nearest day back, passes the share; the last infectious day by rounding. */
    private int infectorsDay(double[] incidence, int day, double share) {
        double sum = 0;
        int found = day - 1;
        for (int lag = 1; lag < Math.min(day + 1, serialInterval.lags()) && sum <= share; lag++) {
            double part = serialInterval.weight(lag) * incidence[day - lag];
            sum += part;
            found = part > 0 ? day - lag : found;
        }
        return found;
    }

    private ReproductionEstimate estimate(
            Window window, double[] incidence, double[] infected, double[] visible, double[][] simulated) {
        double cases = window.sum(incidence);
        if (cases == 0) {
            return ReproductionEstimate.of(
                    window, Double.NaN, Double.NaN, ReproductionEstimate.noQuantiles(), Double.NaN);
        }
        double[] values = new double[simulations];
        Arrays.setAll(values, simulation -> window.sum(simulated[simulation]) / cases);
        return ReproductionEstimate.of(
                window,
                window.sum(infected) / cases,
                simulations > 1 ? deviation(values) : Double.NaN,
                simulations > 0 ? quantiles(values) : ReproductionEstimate.noQuantiles(),
                window.sum(visible) / cases);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static double[] quantiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[ReproductionEstimate.PROBABILITIES.length];
        for (int index = 0; index < quantiles.length; index++) {
            double position = ReproductionEstimate.PROBABILITIES[index] * (sorted.length - 1);
            int below = (int) position;
            int above = Math.min(below + 1, sorted.length - 1);
            quantiles[index] = sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        }
        return quantiles;
    }
}
