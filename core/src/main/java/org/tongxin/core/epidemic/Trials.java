package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.Population;

/**
 * Decides the attempts of infection of a day: who is infected, and whose next attempt is to be looked for. In short loops, chunk
 * by chunk of the calendar: whom the attempts meet that can still be infected, which would succeed by themselves, and then, in
 * their order, who is infected by the first that does. One instance belongs to one thread.
 */
final class Trials {

    private final Population population;
    private final RemainingContacts remaining;
    private final Register register;
    private final Calendar attempts;
    private final RuleBook rules;
    private final Vaccinations vaccinations;
    private final Patient patient;
    private final Exposure exposure;
    private final Tally tally;
    private final @Nullable Genealogy genealogy;
    private Chance chance = new Chance(0);

    private final long[] pending = new long[Calendar.CHUNK];
    /** By attempt pending: 1 when it succeeds, else 0. */
    private final int[] success = new int[Calendar.CHUNK];

    private final long[] made = new long[Calendar.CHUNK];
    private final long[] failed = new long[Calendar.CHUNK];
    /** By layer: 1 when measures or protection may take from any attempt, else 0. */
    private final int[] limited = new int[Layer.COUNT];
    /** Attempts from which something may be taken. */
    private final int[] doubtful = new int[Calendar.CHUNK];

    /** By attempt doubtful: communities of source and target, and the restrictions they are under. */
    private final int[] from = new int[Calendar.CHUNK];

    private final int[] to = new int[Calendar.CHUNK];
    /** Band of age of the target. */
    private final int[] age = new int[Calendar.CHUNK];

    private final int[] sourceHeld = new int[Calendar.CHUNK];
    private final int[] targetHeld = new int[Calendar.CHUNK];

    /** By attempt failed: day of infection and age of the source. */
    private final int[] infectedOn = new int[Calendar.CHUNK];

    private final int[] band = new int[Calendar.CHUNK];

    private int[] infected = new int[Calendar.CHUNK];

    Trials(
            Model model,
            Register register,
            Calendar attempts,
            RuleBook rules,
            Vaccinations vaccinations,
            Patient patient,
            Exposure exposure,
            Tally tally,
            @Nullable Genealogy genealogy) {
        population = model.population();
        remaining = model.response().remaining();
        this.register = register;
        this.attempts = attempts;
        this.rules = rules;
        this.vaccinations = vaccinations;
        this.patient = patient;
        this.exposure = exposure;
        this.tally = tally;
        this.genealogy = genealogy;
    }

    /** Begins a run. */
    void start(Chance chance) {
        this.chance = chance;
    }

    /** Who was infected on the day last decided, in their order. */
    int[] infected() {
        return infected;
    }

    /** Decides on all attempts of a day. @return how many people are infected */
    int decide(int day) {
        for (int layer = 0; layer < Layer.COUNT; layer++) {
            limited[layer] = vaccinations.limitInfection() || rules.mayLimit(layer, day) ? 1 : 0;
        }
        int count = 0;
        for (int chunk = attempts.firstChunk(day); chunk >= 0; chunk = attempts.nextChunk(chunk)) {
            int open = readOpen(attempts.entries(chunk), attempts.fill(day, chunk));
            judge(open, day);
            count = infect(open, count, day);
        }
        attempts.close(day);
        return count;
    }

    /** Attempts on those who can still be infected. */
    private int readOpen(long[] entries, int fill) {
        int open = 0;
        for (int i = 0; i < fill; i++) {
            pending[open] = entries[i];
            open += register.susceptible(Attempt.target(entries[i]));
        }
        return open;
    }

    /** Whether attempts succeed. From most of them nothing is taken, which a bit of each person tells. */
    private void judge(int open, int day) {
        int count = 0;
        for (int i = 0; i < open; i++) {
            success[i] = 1;
            doubtful[count] = i;
            count += limited[Attempt.layer(pending[i])]
                    | register.everRestricted(Attempt.source(pending[i]))
                    | register.everRestricted(Attempt.target(pending[i]));
        }
        readDoubtful(count, day);
        for (int k = 0; k < count; k++) {
            success[doubtful[k]] = succeeds(k, day) ? 1 : 0;
        }
    }

    private void readDoubtful(int count, int day) {
        if (rules.differByPlace() || vaccinations.limitInfection()) {
            readPlaces(count);
        }
        for (int k = 0; k < count; k++) {
            sourceHeld[k] = register.restriction(Attempt.source(pending[doubtful[k]]), day);
        }
        for (int k = 0; k < count; k++) {
            targetHeld[k] = register.restriction(Attempt.target(pending[doubtful[k]]), day);
        }
    }

    private void readPlaces(int count) {
        for (int k = 0; k < count; k++) {
            from[k] = population.community(Attempt.source(pending[doubtful[k]]));
        }
        for (int k = 0; k < count; k++) {
            long word = population.word(Attempt.target(pending[doubtful[k]]));
            to[k] = Population.communityIn(word);
            age[k] = AgeDecade.of(Population.ageIn(word));
        }
    }

    /** Decides by one number whether what measures and protection leave of an attempt is enough. */
    private boolean succeeds(int k, int day) {
        long attempt = pending[doubtful[k]];
        int layer = Attempt.layer(attempt);
        double share = rules.remaining(attempt, from[k], to[k], day)
                * remaining.share(sourceHeld[k], layer)
                * remaining.share(targetHeld[k], layer);
        if (vaccinations.limitInfection()) {
            share *= vaccinations.infectionShare(chance.person(Attempt.target(attempt)), to[k], age[k], day);
        }
        return share >= 1 || Chance.uniform(chance.attempt(attempt, day)) < share;
    }

    private int infect(int open, int before, int day) {
        if (before + open > infected.length) {
            infected = Arrays.copyOf(infected, 2 * (before + open));
        }
        int count = 0;
        int failures = 0;
        for (int i = 0; i < open; i++) {
            int target = Attempt.target(pending[i]);
            int isOpen = register.susceptible(target);
            int isInfected = isOpen & success[i];
            register.mark(target, isInfected);
            infected[before + count] = target;
            made[count] = pending[i];
            count += isInfected;
            failed[failures] = pending[i];
            failures += isOpen ^ isInfected;
        }
        register.note(infected, before, before + count, day);
        note(count);
        lookAgain(failures, day);
        return before + count;
    }

    private void note(int count) {
        for (int i = 0; i < count; i++) {
            tally.infectedByLayer[Attempt.layer(made[i])]++;
        }
        for (int i = 0; i < count && genealogy != null; i++) {
            genealogy.infected(Attempt.target(made[i]), Attempt.source(made[i]), Attempt.layer(made[i]));
        }
    }

    private void lookAgain(int failures, int day) {
        for (int i = 0; i < failures; i++) {
            infectedOn[i] = register.infectedOn(Attempt.source(failed[i]));
        }
        for (int i = 0; i < failures; i++) {
            band[i] = AgeDecade.of(population.age(Attempt.source(failed[i])));
        }
        for (int i = 0; i < failures; i++) {
            patient.read(chance, Attempt.source(failed[i]), infectedOn[i], band[i]);
            exposure.again(failed[i], patient, day);
        }
    }

    /** Bytes of the room it has taken so far for people; the rest is small. */
    long bytes() {
        return 4L * infected.length;
    }
}
