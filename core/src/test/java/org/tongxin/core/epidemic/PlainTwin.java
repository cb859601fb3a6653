package org.tongxin.core.epidemic;

import java.util.ArrayList;
import java.util.List;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.SequentialRandom;

/**
 * The same model without any art: every infectious person tries every contact on every day by one draw, the probability being
 * written out in full. Its only use is to be compared with.
 */
final class PlainTwin {

    static final int NEVER = Integer.MAX_VALUE;

    private final Model model;
    private final Population population;
    private final Encounters encounters;
    private final double[] classes;
    private PlainCare care;

    PlainTwin(Model model) {
        this.model = model;
        population = model.population();
        encounters = new Encounters(
                population,
                model.contacts(),
                Encounters.matchings(population.places()),
                Encounters.streets(population.places()),
                0);
        classes = model.disease().infectiousness().classes();
        care = new PlainCare(model, encounters, this::stranger, SequentialRandom.of(0, 0));
    }

    /** @param onset first day of symptoms; like the two that follow {@link #NEVER} where there are none */
    record Ill(int person, int begins, int onset, int ends, double infectiousness, int isolatedFrom, int hospitalFrom) {

        boolean isSymptomatic() {
            return onset != NEVER;
        }

        boolean isInfectious(int day) {
            return day >= begins && day <= ends;
        }
    }

    /** Infections by day. */
    double[] run(long seed) {
        SequentialRandom random = SequentialRandom.of(seed, 4711);
        care = new PlainCare(model, encounters, this::stranger, random);
        boolean[] infected = new boolean[population.size()];
        List<Ill> ill = new ArrayList<>();
        double[] daily = new double[model.days() + 1];
        int seeds = model.arrivals().getFirst().people();
        for (int i = 0; i < seeds; ) {
            int person = random.below(population.size());
            if (!infected[person]) {
                infected[person] = true;
                ill.add(fallIll(person, 0, random));
                i++;
            }
        }
        daily[0] = seeds;
        care.work(0, ill);
        for (int day = 1; day <= model.days(); day++) {
            care.work(day, ill);
            List<Integer> fresh = day(day, ill, infected, random);
            daily[day] = fresh.size();
            for (int person : fresh) {
                ill.add(fallIll(person, day, random));
            }
        }
        return daily;
    }

    private List<Integer> day(int day, List<Ill> ill, boolean[] infected, SequentialRandom random) {
        List<Integer> fresh = new ArrayList<>();
        for (Ill each : ill) {
            if (day > each.begins && day <= each.ends) {
                tryAll(each, day, infected, fresh, random);
            }
        }
        return fresh;
    }

    private void tryAll(Ill ill, int day, boolean[] infected, List<Integer> fresh, SequentialRandom random) {
        for (int i = 0; i < encounters.inHome(ill.person); i++) {
            attempt(ill, encounters.atHome(ill.person, i), Layer.HOUSEHOLD, day, infected, fresh, random);
        }
        int group = encounters.groupOf(ill.person);
        for (int i = 0; group >= 0 && i < encounters.inGroup(group); i++) {
            Layer layer = Layer.of(encounters.layerOfGroup(group));
            attempt(ill, encounters.ofGroup(group, i), layer, day, infected, fresh, random);
        }
        for (int i = 0; i < encounters.neighbours(ill.person); i++) {
            attempt(ill, encounters.neighbour(ill.person, i), Layer.COMMUNITY, day, infected, fresh, random);
        }
        for (int i = 0; i < model.contacts().strangers(); i++) {
            attempt(ill, care.stranger(ill.person, day, i), Layer.RANDOM, day, infected, fresh, random);
        }
    }

    private int stranger(int person, SequentialRandom random) {
        double where = random.uniform();
        int community = population.community(person);
        if (where < model.contacts().withinCommunity()) {
            int start = population.places().communityStart(community);
            return start + random.below(population.places().communitySize(community));
        }
        // The test district has one street.
        return random.below(population.size());
    }

    private void attempt(
            Ill ill,
            int target,
            Layer layer,
            int day,
            boolean[] infected,
            List<Integer> fresh,
            SequentialRandom random) {
        if (infected[target]) {
            return;
        }
        boolean early = day - ill.begins <= model.disease().infectiousness().earlyDays();
        double source = model.contacts().transmission(layer)
                * ill.infectiousness
                * (early ? model.disease().infectiousness().earlyFactor() : 1)
                * (ill.isSymptomatic() ? 1 : model.disease().infectiousness().asymptomaticFactor());
        double susceptibility = model.disease().susceptibility()[AgeDecade.of(population.age(target))];
        double probability = Math.min(1, source * susceptibility);
        double number = random.uniform();
        // What is left is never more than all: most attempts need not be asked about.
        if (number < probability && number < probability * left(ill, target, layer, day)) {
            infected[target] = true;
            fresh.add(target);
        }
    }

    /** The share that measures, restrictions and the target's dose leave. */
    private double left(Ill ill, int target, Layer layer, int day) {
        double left = care.remaining(ill.person, target, layer, day)
                * (1 - care.protection(target, day).againstInfection());
        for (Rule rule : model.response().rules()) {
            if (!PlainCare.inForce(rule, day)) {
                continue;
            }
            if (rule.measure() instanceof Measure.ContactLimit limit) {
                left *= limit.remaining().getOrDefault(layer, 1.0);
            }
            if (layer != Layer.HOUSEHOLD && rule.measure() instanceof Measure.Masks masks) {
                left *= 1 - masks.wearing() * masks.prevented();
            }
            boolean crosses = population.community(ill.person) != population.community(target);
            if (crosses && layer != Layer.HOUSEHOLD && rule.measure() instanceof Measure.MovementLimit limit) {
                left *= limit.remaining();
            }
        }
        return left;
    }

    private Ill fallIll(int person, int day, SequentialRandom random) {
        Disease disease = model.disease();
        int band = AgeDecade.of(population.age(person));
        int begins = day + draw(disease.latent(), random);
        double severity = random.uniform();
        double severe =
                disease.severe()[band] * (1 - care.protection(person, day).againstSevere());
        int onset = NEVER;
        int hospitalFrom = NEVER;
        int ends = begins;
        if (severity >= disease.symptomatic()[band]) {
            ends += draw(disease.asymptomaticRecovery(), random);
        } else {
            onset = begins + draw(disease.toSymptoms(), random);
            if (severity >= severe) {
                ends = onset + draw(disease.mildRecovery(), random);
            } else {
                hospitalFrom = onset + draw(disease.toSevere(), random);
                ends = hospitalFrom + inHospital(severity / severe * disease.severe()[band], band, random);
            }
        }
        double infectiousness = classes[random.below(classes.length)];
        return new Ill(person, begins, onset, ends, infectiousness, isolatedFrom(begins, ends, random), hospitalFrom);
    }

    private int inHospital(double severity, int band, SequentialRandom random) {
        Disease disease = model.disease();
        if (severity >= disease.critical()[band]) {
            return draw(disease.severeRecovery(), random);
        }
        int days = draw(disease.toCritical(), random);
        boolean dies = severity < disease.fatal()[band];
        return days + draw(dies ? disease.toDeath() : disease.criticalRecovery(), random);
    }

    private int isolatedFrom(int begins, int ends, SequentialRandom random) {
        for (Rule rule : model.response().rules()) {
            if (rule.measure() instanceof Measure.SelfIsolation isolation
                    && random.uniform() < isolation.probability()) {
                return begins + isolation.afterDays() <= ends ? begins + isolation.afterDays() : NEVER;
            }
        }
        return NEVER;
    }

    private static int draw(Period period, SequentialRandom random) {
        double[] probability = period.probabilities();
        double number = random.uniform();
        int day = 0;
        while (day < probability.length - 1 && number >= probability[day]) {
            number -= probability[day++];
        }
        return day;
    }
}
