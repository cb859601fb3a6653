package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One case after the other, each among people who are all susceptible. */
final class FirstCases {

    private final Model model;
    private final Prepared prepared;
    private final Register register;
    private final Calendar attempts;
    private final Encounters encounters;
    private final Exposure exposure;
    private final Patient patient;

    FirstCases(Model model) {
        this.model = model;
        prepared = Prepared.of(model);
        register = new Register(model.population());
        attempts = new Calendar(prepared.course().longest + 2);
        encounters = new Encounters(
                model.population(), model.contacts(), prepared.matchings(), prepared.streetOfCommunity(), 0);
        exposure = new Exposure(model.population(), encounters, prepared.spread(), register, attempts);
        patient = new Patient(model.population(), prepared.course(), new Vaccinations(Immunity.NONE, List.of()));
    }

    double mean(int cases, long seed) {
        long infected = 0;
        for (int number = 0; number < cases; number++) {
            infected += infectedBy(new Chance(Ensemble.seed(seed, number)), Ensemble.seed(seed, number));
        }
        return (double) infected / cases;
    }

    private int infectedBy(Chance chance, long seed) {
        encounters.start(seed);
        exposure.start(chance);
        int person = firstCase(chance);
        register.infect(person, 0);
        patient.read(chance, person, 0, Register.ageBand(register.of(person)));
        exposure.begin(new int[] {person}, 0, 1);
        exposure.note(0, patient, 1);
        exposure.end(1);
        int infected = targets().size();
        register.clear();
        attempts.clear();
        return infected;
    }

    /** Drawn by susceptibility, as an epidemic would. */
    private int firstCase(Chance chance) {
        for (int i = 0; ; i++) {
            int person = Chance.below(chance.onDay(i, Purpose.ARRIVAL, 0), register.size());
            if (isSusceptible(person, chance.onDay(i, Purpose.SAMPLE, 0))) {
                return person;
            }
        }
    }

    private boolean isSusceptible(int person, long bits) {
        double[] byBand = model.disease().susceptibility();
        double most = Arrays.stream(byBand).max().orElseThrow();
        return Chance.uniform(bits) * most < byBand[Register.ageBand(register.of(person))];
    }

    private Set<Integer> targets() {
        Set<Integer> targets = new HashSet<>();
        for (int day = 0; day < attempts.days(); day++) {
            for (int chunk = attempts.firstChunk(day); chunk >= 0; chunk = attempts.nextChunk(chunk)) {
                for (int i = 0; i < attempts.fill(day, chunk); i++) {
                    targets.add(Attempt.target(attempts.entries(chunk)[i]));
                }
            }
        }
        return targets;
    }
}
