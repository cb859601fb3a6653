package org.tongxin.core.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.random.SequentialRandom;
import org.tongxin.core.random.Variates;

/**
 * Follows the reports of one district day by day: a particle filter, described in the package documentation.
 *
 * <p>Days are whole numbers on any scale, such as days since 1970. A day without a report is left out or passed, never given
 * as 0. Each new report costs the same, whatever came before.
 *
 * <p>Mutable; one instance belongs to one thread. {@link #posterior()} can be handed to others. The same seed, settings and
 * calls give the same numbers.
 */
public final class DistrictFilter {

    /** Largest population: beyond it the samplers end. */
    public static final int MAX_POPULATION = 100_000_000;

    /** Longest time without a report, in days; whoever comes back later starts a new filter. */
    public static final int MAX_GAP = 60;

    private static final long STEPS = KeyedRandom.key("steps");
    private static final long FIRST = KeyedRandom.key("first");
    private static final long EFFECT = KeyedRandom.key("effect");
    private static final long RESAMPLING = KeyedRandom.key("resampling");

    private final ForecastSettings settings;
    private final int population;
    private final KeyedRandom random;
    private final Reports reports;
    private final List<Intervention> interventions;
    private @Nullable Particles particles;
    private double logEvidence;
    private double effectiveParticles;

    /**
     * A filter that has seen nothing.
     *
     * @param population residents of the district, 2 to {@link #MAX_POPULATION}
     * @param seed any number
     * @throws IllegalArgumentException when the population is outside its range
     */
    public static DistrictFilter of(ForecastSettings settings, int population, long seed) {
        if (population < 2 || population > MAX_POPULATION) {
            throw new IllegalArgumentException("The population (" + population + ") must lie in 2.." + MAX_POPULATION
                    + ". Maybe it was given in thousands, or the district is unknown.");
        }
        return new DistrictFilter(Objects.requireNonNull(settings), population, new KeyedRandom(seed));
    }

    private DistrictFilter(ForecastSettings settings, int population, KeyedRandom random) {
        this.settings = settings;
        this.population = population;
        this.random = random;
        reports = new Reports(settings.reporting(), population);
        interventions = new ArrayList<>();
        effectiveParticles = settings.particles();
    }

    /** An independent filter that has seen the same, such as before a day that is not complete yet. */
    public DistrictFilter copy() {
        DistrictFilter copy = new DistrictFilter(settings, population, random);
        copy.interventions.addAll(interventions);
        copy.particles = particles == null ? null : particles.copy();
        copy.logEvidence = logEvidence;
        copy.effectiveParticles = effectiveParticles;
        return copy;
    }

    /**
     * Makes a dated measure known. Forecasts made before do not know of it.
     *
     * @throws IllegalArgumentException when it starts on a day already known
     */
    public void announce(Intervention intervention) {
        if (particles != null) {
            if (intervention.startDay() <= particles.day) {
                throw new IllegalArgumentException("The intervention starts on day " + intervention.startDay()
                        + ", but the filter already knows day " + particles.day
                        + ". Announce it before the reports of its first day, or start a new filter.");
            }
            particles.effects.add(effect(intervention, interventions.size()));
        }
        interventions.add(intervention);
    }

    /**
     * Takes in the reports of a day; days left out are passed.
     *
     * @param day after the last one known
     * @param count new reports of that day, 0 or more
     * @throws IllegalArgumentException when the count is negative, or the day is not after the last one, or too far ahead
     */
    public void assimilate(int day, int count) {
        assimilate(day, count, 1);
    }

    /**
     * Takes in the reports of a day that are not complete yet. They cannot be corrected later: keep a {@link #copy()} to take
     * in the full count.
     *
     * @param day after the last one known
     * @param count reports so far, 0 or more
     * @param completeness share of the reports of the day that is expected to have arrived, above 0 and at most 1
     * @throws IllegalArgumentException when a value is outside its range
     */
    public void assimilate(int day, int count, double completeness) {
        if (count < 0) {
            throw new IllegalArgumentException("The count (" + count + ") of day " + day
                    + " must be 0 or more. Leave the day out when nothing was reported.");
        }
        if (!(completeness > 0 && completeness <= 1)) {
            throw new IllegalArgumentException("The completeness (" + completeness + ") of day " + day
                    + " must lie above 0 and at most at 1. Leave the day out when nothing has arrived.");
        }
        if (particles == null) {
            start(day, (int) Math.min(Integer.MAX_VALUE, Math.round(count / completeness)));
        } else {
            Particles current = moveTo(day);
            weigh(current, count, completeness);
            if (effectiveParticles < current.size / 2.0) {
                resample(current);
            }
        }
    }

    /**
     * Moves on to a day without a report, so that forecasts start after it.
     *
     * @param day after the last one known
     * @throws IllegalArgumentException when the day is not after the last one, or too far ahead
     * @throws IllegalStateException when there was no report yet
     */
    public void passWithoutReport(int day) {
        moveTo(day);
    }

    /**
     * What is known now; later reports do not change it.
     *
     * @throws IllegalStateException when there was no report yet
     */
    public Posterior posterior() {
        Particles current = started();
        Particles equal = current.chosen(Weights.systematic(current.logWeight, 0.5));
        return new Posterior(equal, dynamics(), reports, logEvidence, effectiveParticles);
    }

    /** The first count sets the level, and is not weighed again. */
    private void start(int day, int count) {
        Particles first = new FirstParticles(settings, population, random.bits(FIRST)).before(day, count);
        for (int index = 0; index < interventions.size(); index++) {
            first.effects.add(effect(interventions.get(index), index));
        }
        dynamics().advance(first, 1);
        particles = first;
    }

    private double[] effect(Intervention intervention, int index) {
        double[] effect = new double[settings.particles()];
        Arrays.setAll(effect, particle -> {
            SequentialRandom run = SequentialRandom.of(random.bits(EFFECT), index, particle);
            return intervention.logEffect() + intervention.logEffectDeviation() * Variates.normal(run);
        });
        return effect;
    }

    private Dynamics dynamics() {
        return new Dynamics(settings.transmission(), population, interventions, random.bits(STEPS));
    }

    private Particles started() {
        if (particles == null) {
            throw new IllegalStateException("The filter has seen no report yet. Take in the first day with its count.");
        }
        return particles;
    }

    private Particles moveTo(int day) {
        Particles current = started();
        if (day <= current.day) {
            throw new IllegalArgumentException("Day " + day + " is not after day " + current.day
                    + ", the last one known. Maybe the series is not in order, or a day was given twice.");
        }
        if (day - (long) current.day > MAX_GAP) {
            throw new IllegalArgumentException("Day " + day + " is more than " + MAX_GAP + " days after day "
                    + current.day + ", the last one known. Maybe the year is wrong; else start a new filter.");
        }
        Dynamics dynamics = dynamics();
        while (current.day < day) {
            dynamics.advance(current, 1);
        }
        return current;
    }

    private void weigh(Particles current, int count, double completeness) {
        for (int particle = 0; particle < current.size; particle++) {
            current.logWeight[particle] += reports.logProbability(count, current, particle, completeness);
        }
        logEvidence += Weights.normalise(current.logWeight);
        effectiveParticles = Weights.effective(current.logWeight);
    }

    private void resample(Particles current) {
        SequentialRandom run = SequentialRandom.of(random.bits(RESAMPLING), current.day);
        Particles chosen = current.chosen(Weights.systematic(current.logWeight, run.uniform()));
        Arrays.fill(chosen.logWeight, -Math.log(chosen.size));
        Jitter jitter = new Jitter(settings.discount());
        jitter.move(chosen.logSize, run);
        jitter.move(chosen.logImports, run);
        jitter.move(chosen.ascertainmentLogit, run);
        chosen.effects.forEach(effect -> jitter.move(effect, run));
        particles = chosen;
    }
}
