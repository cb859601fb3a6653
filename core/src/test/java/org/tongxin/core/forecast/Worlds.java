package org.tongxin.core.forecast;

import java.util.stream.IntStream;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;

/** Settings and made-up epidemics whose truth is known. */
final class Worlds {

    static final int WILLOW_DISTRICT = 2_000_000;

    private Worlds() {}

    /**
     * Infections of a day are caused by those of the day before and reported on the same day; nothing but the infections is
     * unknown, so that the exact filter can be computed.
     */
    static ForecastSettings oneDayChain(double reproduction, double offspringSize, double imports, int particles) {
        return new ForecastSettings(
                new TransmissionSettings(DayDistribution.of(0, 1), reproduction, 0, 1, 0, offspringSize, imports, 0),
                new ReportingSettings(DayDistribution.of(1), 0.8, 0.8, 5, 0, 0.02, 0),
                particles,
                1);
    }

    /** What a simulated district reports, and its R: {@code [day]}. */
    record Epidemic(double[] reproductionOfDay, int[] reportsOfDay) {

        int days() {
            return reportsOfDay.length;
        }
    }

    /**
     * A plain simulation with the parameters of the settings, R as their walk: written apart from the filter. Starts with so
     * many infections on each of the ten days before.
     */
    static Epidemic simulate(ForecastSettings settings, int days, int before, long seed) {
        SequentialRandom random = SequentialRandom.of(seed);
        TransmissionSettings transmission = settings.transmission();
        ReportingSettings reporting = settings.reporting();
        double ascertainment = (reporting.leastAscertainment() + reporting.mostAscertainment()) / 2;
        int lead = 60;
        int[] infections = new int[lead + days];
        IntStream.range(lead - 10, lead).forEach(day -> infections[day] = before);
        double deviation = transmission.reproductionSpread() * Variates.normal(random);
        double[] reproduction = new double[days];
        int[] reports = new int[days];
        for (int day = 0; day < days; day++) {
            deviation = transmission.persistence() * deviation + transmission.dailyStep() * Variates.normal(random);
            reproduction[day] = transmission.medianReproduction() * Math.exp(deviation);
            double force = past(infections, lead + day, transmission.generationInterval());
            double clustered =
                    Variates.gamma(random, force * transmission.offspringSize()) / transmission.offspringSize();
            infections[lead + day] =
                    Variates.poisson(random, reproduction[day] * clustered + transmission.medianImports());
            double shown = ascertainment * past(infections, lead + day, reporting.delay());
            reports[day] = Variates.negativeBinomial(random, shown, reporting.medianSize());
        }
        return new Epidemic(reproduction, reports);
    }

    private static double past(int[] infections, int day, DayDistribution weights) {
        double sum = 0;
        for (int ago = 0; ago < weights.days(); ago++) {
            sum += weights.weight(ago) * infections[day - ago];
        }
        return sum;
    }
}
