package org.tongxin.core.forecast;

import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;

/**
 * The cloud before the first report is weighed: parameters from their priors, and infections of the days before that grew
 * at the rate of the particle's own R and fit the first count, to within its noise.
 *
 * <p>Whoever starts in the middle of a decline starts from a level past: how it came down is not known.
 */
final class FirstParticles {

    /** Keeps a share off 0 and 1, where its logit is infinite. */
    private static final double WITHIN = 1 - 0x1p-40;

    private final ForecastSettings settings;
    private final int population;
    private final long seed;

    FirstParticles(ForecastSettings settings, int population, long seed) {
        this.settings = settings;
        this.population = population;
        this.seed = seed;
    }

    /** The cloud on the day before the first report. */
    Particles before(int firstDay, int firstCount) {
        Particles particles = new Particles(settings.particles(), settings.history());
        particles.day = firstDay - 1;
        particles.firstDay = firstDay;
        for (int particle = 0; particle < particles.size; particle++) {
            SequentialRandom random = SequentialRandom.of(seed, particle);
            drawParameters(particles, particle, random);
            drawPast(particles, particle, firstCount, random);
        }
        return particles;
    }

    private void drawParameters(Particles particles, int particle, SequentialRandom random) {
        TransmissionSettings transmission = settings.transmission();
        ReportingSettings reporting = settings.reporting();
        particles.logReproduction[particle] = Math.log(transmission.medianReproduction())
                + transmission.reproductionSpread() * Variates.normal(random);
        particles.logSize[particle] =
                Math.log(reporting.medianSize()) + reporting.sizeSpread() * Variates.normal(random);
        particles.logImports[particle] =
                Math.log(transmission.medianImports()) + transmission.importsSpread() * Variates.normal(random);
        double uniform = 0.5 + WITHIN * (random.uniform() - 0.5);
        particles.ascertainmentLogit[particle] = Math.log(uniform / (1 - uniform));
        particles.logWeight[particle] = -Math.log(particles.size);
    }

    private void drawPast(Particles particles, int particle, int firstCount, SequentialRandom random) {
        double meanDelay = settings.reporting().delay().mean();
        double level = level(particles, particle, firstCount, random);
        double growth = Math.max(0, particles.logReproduction[particle])
                / settings.transmission().generationInterval().mean();
        for (int ago = particles.history - 1; ago >= 1; ago--) {
            int susceptible = population - particles.everInfected[particle];
            double mean = level * Math.exp(growth * (meanDelay - ago));
            int persons = Variates.poisson(random, Math.min(susceptible, mean));
            particles.infect(particle, particles.day + 1 - ago, Math.min(susceptible, persons));
        }
    }

    /** Infections of the day that the first count mostly reports; half a case stands for a count of 0. */
    private double level(Particles particles, int particle, int firstCount, SequentialRandom random) {
        double cases = firstCount + 0.5;
        double noise = Math.sqrt(Math.exp(-particles.logSize[particle]) + 1 / cases);
        double ascertainment = new Reports(settings.reporting(), population).ascertainment(particles, particle);
        return cases / ascertainment * Math.exp(noise * Variates.normal(random));
    }
}
