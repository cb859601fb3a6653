package org.tongxin.core.forecast;

import java.util.List;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;

/**
 * How a district goes from one day to the next: the step of R, and the infections it brings.
 *
 * <p>Each particle and day has a run of random numbers of its own, so that neither the order of the particles nor what
 * another world does changes anything.
 *
 * @param settings see there
 * @param population residents
 * @param interventions in the order of the effects of the particles
 * @param seed of all steps
 */
record Dynamics(TransmissionSettings settings, int population, List<Intervention> interventions, long seed) {

    /** From this dispersion on nothing differs from Poisson. */
    private static final double POISSON_SIZE = 1e9;

    Dynamics {
        interventions = List.copyOf(interventions);
    }

    /** Moves all particles on by a day; R is multiplied by the factor. */
    void advance(Particles particles, double factor) {
        particles.day++;
        double[] force = settings.generationInterval().weights();
        double[] inForce = inForce(particles.day);
        for (int particle = 0; particle < particles.size; particle++) {
            SequentialRandom random = SequentialRandom.of(seed, particles.day, particle);
            walk(particles, particle, random);
            double reproduction =
                    factor * reproduction(particles, particle, inForce) * susceptible(particles, particle);
            particles.keepReproduction(particle, particles.day, reproduction);
            double infectious = clustered(particles.weighted(particle, particles.day, force), random);
            infect(particles, particle, reproduction * infectious, random);
        }
    }

    private void walk(Particles particles, int particle, SequentialRandom random) {
        double median = Math.log(settings.medianReproduction());
        double distance = particles.logReproduction[particle] - median;
        particles.logReproduction[particle] =
                median + settings.persistence() * distance + settings.dailyStep() * Variates.normal(random);
    }

    /** So many infectious persons count as many as this: some infect a lot, most nobody. */
    private double clustered(double infectious, SequentialRandom random) {
        double size = settings.offspringSize();
        return size >= POISSON_SIZE ? infectious : Variates.gamma(random, size * infectious) / size;
    }

    private void infect(Particles particles, int particle, double infected, SequentialRandom random) {
        int persons = population - particles.everInfected[particle];
        double imported = susceptible(particles, particle) * Math.exp(particles.logImports[particle]);
        int drawn = Variates.poisson(random, Math.min(persons, infected + imported));
        particles.infect(particle, particles.day, Math.min(persons, drawn));
    }

    /** The share of the population that was never infected. */
    double susceptible(Particles particles, int particle) {
        return 1 - (double) particles.everInfected[particle] / population;
    }

    /** R of one particle on its day, while all are susceptible. */
    double reproduction(Particles particles, int particle) {
        return reproduction(particles, particle, inForce(particles.day));
    }

    private double[] inForce(int day) {
        return interventions.stream()
                .mapToDouble(intervention -> intervention.inForce(day))
                .toArray();
    }

    private static double reproduction(Particles particles, int particle, double[] inForce) {
        double logarithm = particles.logReproduction[particle];
        for (int index = 0; index < inForce.length; index++) {
            logarithm += inForce[index] * particles.effects.get(index)[particle];
        }
        return Math.exp(logarithm);
    }
}
