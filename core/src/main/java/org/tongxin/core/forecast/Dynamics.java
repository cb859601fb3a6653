package org.tongxin.core.forecast;

import java.util.Arrays;
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
            double infectious = clustered(particles.weighted(particle, particles.day, force), random);
            infect(particles, particle, factor * reproduction(particles, particle, inForce) * infectious, random);
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
        return size == Double.POSITIVE_INFINITY ? infectious : Variates.gamma(random, size * infectious) / size;
    }

    private void infect(Particles particles, int particle, double infected, SequentialRandom random) {
        int susceptible = population - particles.everInfected[particle];
        double mean = (double) susceptible / population * (infected + Math.exp(particles.logImports[particle]));
        int persons = Variates.poisson(random, Math.min(susceptible, mean));
        particles.infect(particle, particles.day, Math.min(susceptible, persons));
    }

    /** R of each particle on its day, while all are susceptible: {@code [particle]}. */
    double[] reproductions(Particles particles) {
        double[] inForce = inForce(particles.day);
        double[] reproductions = new double[particles.size];
        Arrays.setAll(reproductions, particle -> reproduction(particles, particle, inForce));
        return reproductions;
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
