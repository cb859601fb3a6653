package org.tongxin.core.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;

/**
 * What is known of a district after the reports up to a day: equally probable pasts. Immutable and safe for use by several
 * threads.
 */
public final class Posterior {

    /** Longest forecast in days: beyond it the walk of R has long taken over. */
    public static final int MAX_DAYS_AHEAD = 60;

    private static final long STEPS = KeyedRandom.key("forecast steps");
    private static final long REPORTS = KeyedRandom.key("forecast reports");

    private final Particles particles;
    private final Dynamics dynamics;
    private final Reports reports;
    private final double logEvidence;
    private final double effectiveParticles;

    /** @param particles equally weighted; taken over, not copied */
    Posterior(Particles particles, Dynamics dynamics, Reports reports, double logEvidence, double effectiveParticles) {
        this.particles = particles;
        this.dynamics = dynamics;
        this.reports = reports;
        this.logEvidence = logEvidence;
        this.effectiveParticles = effectiveParticles;
    }

    /** The last day known. */
    public int day() {
        return particles.day;
    }

    /** The number of equally probable pasts. */
    public int particles() {
        return particles.size;
    }

    /** Logarithm of the probability of all reports but the first under the settings: larger is better, of the same days. */
    public double logEvidence() {
        return logEvidence;
    }

    /** How many particles the last weights were worth, 1 to {@link #particles()}; few mean that a report came as a surprise. */
    public double effectiveParticles() {
        return effectiveParticles;
    }

    /** R on the last day, in the population as it is by now: immunity and interventions included. */
    public Band effectiveReproduction() {
        return effectiveReproduction(particles.day);
    }

    /**
     * R of a day as it looks now, later reports included.
     *
     * @param day from that of the first report, of the last 30 days known
     * @throws IllegalArgumentException when the day is later, earlier or no longer kept
     */
    public Band effectiveReproduction(int day) {
        requireKept("R", day, Math.max(particles.firstDay, firstKept()));
        return ofEach(particle -> particles.reproduction(particle, day));
    }

    /**
     * Infections of a day, never reported ones included, as it looks now.
     *
     * @param day of the last 30 days known; those before the first report as they must have been
     * @throws IllegalArgumentException when the day is later or no longer kept
     */
    public Band infections(int day) {
        requireKept("infections", day, firstKept());
        return ofEach(particle -> particles.infections(particle, day));
    }

    private int firstKept() {
        return particles.day - particles.history + 1;
    }

    private void requireKept(String what, int day, int first) {
        if (day < first || day > particles.day) {
            throw new IllegalArgumentException("Of day " + day + " the " + what + " is not known, only of days " + first
                    + " to " + particles.day + ".");
        }
    }

    private Band ofEach(IntToDoubleFunction value) {
        double[] values = new double[particles.size];
        Arrays.setAll(values, value);
        return Band.of(values);
    }

    /** Share of infections that is ever reported: mostly the prior, see {@link ReportingSettings}. */
    public Band ascertainment() {
        return ofEach(particle -> reports.ascertainment(particles, particle));
    }

    /** Size of the noise of the reports: the variance of a count with the mean m is m + m² / size. */
    public Band noiseSize() {
        return ofEach(particle -> Math.exp(particles.logSize[particle]));
    }

    /** Mean number of infections a day that come from outside. */
    public Band importsPerDay() {
        return ofEach(particle -> Math.exp(particles.logImports[particle]));
    }

    /**
     * The factor by which an intervention multiplies R once in full force, as learned so far.
     *
     * @param index in the order of announcement, from 0
     * @throws IndexOutOfBoundsException when there is no such intervention
     */
    public Band interventionFactor(int index) {
        return Band.of(
                Arrays.stream(particles.effects.get(index)).map(Math::exp).toArray());
    }

    /**
     * A possible present drawn at random: the same seed and index give the same one.
     *
     * @param index any number; another index is another draw
     */
    public EpidemicState sample(long seed, long index) {
        int particle = new KeyedRandom(seed).below(particles.size, index);
        int[] infectionsByAge = new int[particles.history];
        Arrays.setAll(infectionsByAge, age -> particles.infections(particle, particles.day - age));
        return new EpidemicState(
                particles.day,
                infectionsByAge,
                dynamics.reproduction(particles, particle),
                reports.ascertainment(particles, particle),
                dynamics.susceptible(particles, particle));
    }

    /**
     * The coming days if all stays as announced. The same seed gives the same forecast.
     *
     * @param days 1 to {@link #MAX_DAYS_AHEAD}
     * @throws IllegalArgumentException when the number of days is outside its range
     */
    public Forecast forecast(int days, long seed) {
        return forecast(days, seed, List.of());
    }

    /**
     * The coming days if R changes. With the same seed, forecasts with different changes share their chance, so that their
     * differences are less uncertain than they are.
     *
     * @param days 1 to {@link #MAX_DAYS_AHEAD}
     * @param changes any number, in any order
     * @throws IllegalArgumentException when the number of days is outside its range
     */
    public Forecast forecast(int days, long seed, List<ReproductionChange> changes) {
        Checks.within("number of days", days, 1, MAX_DAYS_AHEAD);
        KeyedRandom random = new KeyedRandom(seed);
        Dynamics future =
                new Dynamics(dynamics.settings(), dynamics.population(), dynamics.interventions(), random.bits(STEPS));
        Particles paths = particles.copy();
        int[][] reported = new int[days][];
        int[][] infected = new int[days][];
        for (int ahead = 0; ahead < days; ahead++) {
            future.advance(paths, factor(changes, paths.day + 1));
            reported[ahead] = reported(paths, random.bits(REPORTS));
            infected[ahead] = infected(paths);
        }
        return new Forecast(particles.day + 1, reported, infected);
    }

    private static double factor(List<ReproductionChange> changes, int day) {
        return changes.stream()
                .filter(change -> change.fromDay() <= day)
                .mapToDouble(ReproductionChange::factor)
                .reduce(1, (first, second) -> first * second);
    }

    private int[] reported(Particles paths, long seed) {
        int[] drawn = new int[paths.size];
        Arrays.setAll(drawn, path -> reports.draw(paths, path, SequentialRandom.of(seed, paths.day, path)));
        return drawn;
    }

    private static int[] infected(Particles paths) {
        int[] persons = new int[paths.size];
        Arrays.setAll(persons, path -> paths.infections(path, paths.day));
        return persons;
    }
}
