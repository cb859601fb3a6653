package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** First cases, each among people who are all susceptible; many are worked on together, and do not know of one another. */
final class FirstCases {

    /** Most cases worked on together. */
    private static final int TOGETHER = 256;

    private final Model model;
    private final Prepared ofModel;
    private final Register nobodyInfected;
    private final double[] susceptibility;
    private final double mostSusceptible;

    FirstCases(Model model) {
        this.model = model;
        ofModel = Prepared.of(model);
        nobodyInfected = new Register(model.population());
        susceptibility = model.disease().susceptibility();
        mostSusceptible = Arrays.stream(susceptibility).max().orElseThrow();
    }

    /** People infected by a case on average, with these contacts instead of the model's. */
    double mean(Contacts contacts, int cases, long seed) {
        Model with = model.withContacts(contacts);
        Prepared prepared = ofModel.under(with);
        Encounters encounters =
                new Encounters(with.population(), contacts, prepared.matchings(), prepared.streetOfCommunity(), 0);
        Calendar attempts = new Calendar(prepared.course().longest + 2);
        Exposure exposure = new Exposure(with.population(), encounters, prepared.spread(), nobodyInfected, attempts);
        Patient patient = new Patient(with.population(), prepared.course(), new Vaccinations(Immunity.NONE, List.of()));
        Patients patients = new Patients(prepared.course(), patient);
        int together = Math.clamp(susceptiblePeople() / 8, 1, TOGETHER);
        long infected = 0;
        for (int from = 0; from < cases; from += together) {
            long seedOfBatch = Ensemble.seed(seed, from);
            Chance chance = new Chance(seedOfBatch);
            encounters.start(seedOfBatch);
            exposure.start(chance);
            int[] people = people(chance, Math.min(together, cases - from));
            Batch batch = exposure.begin(people, 0, people.length);
            patients.read(chance, batch, 0);
            exposure.end(patients, 1);
            infected += pairs(attempts);
            attempts.clear();
        }
        return (double) infected / cases;
    }

    /** So many are worked on together at most that different ones are easily drawn. */
    private int susceptiblePeople() {
        int people = 0;
        for (int person = 0; person < nobodyInfected.size(); person++) {
            people += susceptibility[AgeDecade.of(model.population().age(person))] > 0 ? 1 : 0;
        }
        if (people == 0) {
            throw new IllegalArgumentException("Nobody of these ages is susceptible; there can be no first case.");
        }
        return people;
    }

    /** Different people, drawn by susceptibility as an epidemic would. */
    private int[] people(Chance chance, int wanted) {
        Set<Integer> people = new LinkedHashSet<>();
        for (int i = 0; people.size() < wanted; i++) {
            int person = Chance.below(chance.onDay(i, Purpose.ARRIVAL, 0), nobodyInfected.size());
            double number = Chance.uniform(chance.onDay(i, Purpose.SAMPLE, 0)) * mostSusceptible;
            if (number < susceptibility[AgeDecade.of(model.population().age(person))]) {
                people.add(person);
            }
        }
        return people.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Different pairs of somebody who infects and somebody else who is infected. */
    private static long pairs(Calendar attempts) {
        long[] pairs = new long[Calendar.CHUNK];
        int count = 0;
        for (int day = 0; day < attempts.days(); day++) {
            for (int chunk = attempts.firstChunk(day); chunk >= 0; chunk = attempts.nextChunk(chunk)) {
                for (int i = 0; i < attempts.fill(day, chunk); i++) {
                    if (count == pairs.length) {
                        pairs = Arrays.copyOf(pairs, 2 * count);
                    }
                    long attempt = attempts.entries(chunk)[i];
                    pairs[count] = (long) Attempt.source(attempt) << Integer.SIZE | Attempt.target(attempt);
                    count += Attempt.source(attempt) == Attempt.target(attempt) ? 0 : 1;
                }
            }
        }
        return Arrays.stream(pairs, 0, count).sorted().distinct().count();
    }
}
