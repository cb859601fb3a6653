package org.tongxin.core.forecast;

import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;
import org.tongxin.core.statistics.GammaFunction;

/** How infections show in the reports of a day: what is expected, how probable a count is, and a count drawn. */
final class Reports {

    /** Euler's constant: what a harmonic sum exceeds the logarithm by. */
    private static final double EULER = 0.5772156649015329;

    private final ReportingSettings settings;
    private final double[] delay;

    /** About the sum of 1 / (count + 1) over the counts from 0 to the population. */
    private final double countsSum;

    Reports(ReportingSettings settings, int population) {
        this.settings = settings;
        delay = settings.delay().weights();
        countsSum = Math.log(population + 1.0) + EULER;
    }

    /** Share of infections that is ever reported. */
    double ascertainment(Particles particles, int particle) {
        double share = 1 / (1 + Math.exp(-particles.ascertainmentLogit[particle]));
        return settings.leastAscertainment() + share * (settings.mostAscertainment() - settings.leastAscertainment());
    }

    /** Reports expected on the day of the particle, of which the given share has arrived. */
    double expected(Particles particles, int particle, double completeness) {
        double infections = particles.weighted(particle, particles.day, delay);
        return completeness * (settings.straysPerDay() + ascertainment(particles, particle) * infections);
    }

    /** Logarithm of the probability of the count of a day. */
    double logProbability(int count, Particles particles, int particle, double completeness) {
        double mean = expected(particles, particle, completeness);
        double explained = logNegativeBinomial(count, mean, Math.exp(particles.logSize[particle]));
        double unexplained = 1 / ((count + 1.0) * countsSum);
        double share = settings.unexplainedShare();
        return share == 0 ? explained : Math.log((1 - share) * Math.exp(explained) + share * unexplained);
    }

    private static double logNegativeBinomial(int count, double mean, double size) {
        double choices = GammaFunction.log(count + size) - GammaFunction.log(size) - GammaFunction.log(count + 1.0);
        return choices - size * Math.log1p(mean / size) - count * Math.log1p(size / mean);
    }

    int draw(Particles particles, int particle, SequentialRandom random) {
        double mean = Math.min(KeyedRandom.MAX_POISSON_MEAN, expected(particles, particle, 1));
        return Variates.negativeBinomial(random, mean, Math.exp(particles.logSize[particle]));
    }
}
