package org.tongxin.core.epidemic;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a model, one seed after another. Equal models and seeds give equal runs, whatever ran before and wherever.
 *
 * <p>Holds the room that a run needs and uses it again: one instance belongs to one thread. What can be shared between threads
 * is made once by {@link #of(Model)} and handed on by {@link #another()}.
 */
public final class Simulator {

    private final Model model;
    private final Prepared prepared;
    private final Register register;
    private final Calendar attempts;
    private final Calendar events;
    private final Tally tally;
    private final RuleBook rules;
    private final Vaccinations vaccinations;
    private final Patient patient;
    private final Patients patients;
    private final Encounters encounters;
    private final Exposure exposure;
    private final CaseWork caseWork;
    private final int history;
    private final @Nullable Genealogy genealogy;
    private final long[] pending = new long[Calendar.CHUNK];
    /** By attempt pending: 1 when it succeeds, else 0. */
    private final int[] success = new int[Calendar.CHUNK];
    /** By layer: 1 when measures or protection may take from an attempt, else 0. */
    private final int[] doubtful = new int[Layer.COUNT];

    private final int[] doubtfulAttempts = new int[Calendar.CHUNK];
    private final long[] made = new long[Calendar.CHUNK];
    private final long[] failures = new long[Calendar.CHUNK];
    private int[] fresh = new int[1024];
    private Chance chance = new Chance(0);

    private Simulator(Model model, Prepared prepared, @Nullable Genealogy genealogy) {
        this.model = model;
        this.prepared = prepared;
        this.genealogy = genealogy;
        history = model.history();
        int days = history + model.days() + 1;
        register = new Register(model.population());
        attempts = new Calendar(days);
        events = new Calendar(days);
        tally = new Tally(days, model.population().places().communities());
        List<RuleState> states = RuleBook.states(model, prepared.streetOfCommunity());
        rules = new RuleBook(model, states, tally);
        vaccinations = new Vaccinations(model.immunity(), states);
        patient = new Patient(model.population(), prepared.course(), vaccinations);
        patients = new Patients(prepared.course(), patient);
        encounters = new Encounters(
                model.population(), model.contacts(), prepared.matchings(), prepared.streetOfCommunity(), 0);
        exposure = new Exposure(model.population(), encounters, prepared.spread(), register, attempts);
        caseWork = new CaseWork(model, register, patient, rules, tally, events, encounters);
    }

    /** Prepares a model. */
    public static Simulator of(Model model) {
        return new Simulator(model, Prepared.of(model), null);
    }

    /** A simulator of the same model for another thread. */
    public Simulator another() {
        return new Simulator(model, prepared, null);
    }

    /** A simulator of the same situation under another response; shares what both need. */
    public Simulator under(Response response) {
        return new Simulator(model.withResponse(response), prepared, null);
    }

    /** A simulator of the same model that keeps who was infected by whom. */
    Simulator withGenealogy() {
        return new Simulator(model, prepared, new Genealogy(model.population()));
    }

    /** Of the last run; only with {@link #withGenealogy}. */
    Genealogy genealogy() {
        return Objects.requireNonNull(genealogy);
    }

    /** The model that is run. */
    public Model model() {
        return model;
    }

    /** One run from the first day to the last. */
    public Run run(long seed) {
        return run(seed, () -> false);
    }

    /**
     * One run that can be stopped.
     *
     * @param stopped asked on each day
     * @throws CancellationException when it says so
     */
    public Run run(long seed, BooleanSupplier stopped) {
        clear(seed);
        for (int day = 0; day < tally.days; day++) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("The run was stopped on day " + (day - history) + ".");
            }
            tally.open(day);
            if (rules.open(day)) {
                caseWork.begin(day);
            }
            arrive(day);
            caseWork.work(day);
            attempt(day);
            countWork(day);
        }
        rules.close();
        return Run.of(model, seed, tally);
    }

    /** Adds the last run, by community, to totals. */
    public void addTo(PlaceTotals places) {
        places.add(tally, history);
    }

    /** Bytes of the room that this simulator has taken so far, the population left out. */
    public long bytes() {
        return register.bytes() + attempts.bytes() + events.bytes() + tally.bytes() + 4L * fresh.length;
    }

    /**
     * Bytes that a simulator of a model needs for itself at most, the population left out: when everybody is infected, with all
     * attempts outstanding at once taken as a half of what there are.
     */
    public static long bytes(Model model) {
        long people = model.population().size();
        long days = model.history() + model.days() + 1L;
        long places = 12 * days * model.population().places().communities();
        return 20 * people + places + (1 << 20);
    }

    private void clear(long seed) {
        register.clear();
        attempts.clear();
        events.clear();
        tally.clear();
        rules.clear();
        if (genealogy != null) {
            genealogy.clear();
        }
        chance = new Chance(seed);
        encounters.start(seed);
        caseWork.start(chance);
        exposure.start(chance);
    }

    private void arrive(int day) {
        for (Arrival each : model.arrivals()) {
            if (each.day() + history == day) {
                arrive(each, day);
            }
        }
    }

    private void arrive(Arrival arrival, int day) {
        int from = 0;
        int people = register.size();
        if (arrival.community() != Arrival.ANYWHERE) {
            from = model.population().places().communityStart(arrival.community());
            people = model.population().places().communitySize(arrival.community());
        }
        int[] arrived = new int[arrival.people()];
        int count = 0;
        long tries = 20L * arrival.people() + 20L * people;
        for (int index = 0; count < arrived.length && index < tries; index++) {
            int person =
                    from + Chance.below(chance.onDay(index, Purpose.ARRIVAL + arrival.community() + 1, day), people);
            if (register.isSusceptible(person)) {
                register.infect(person, day);
                if (genealogy != null) {
                    genealogy.arrived(person);
                }
                arrived[count++] = person;
            }
        }
        infected(arrived, count, day);
    }

    private void attempt(int day) {
        int count = 0;
        for (int chunk = attempts.firstChunk(day); chunk >= 0; chunk = attempts.nextChunk(chunk)) {
            int fill = attempts.fill(day, chunk);
            if (count + fill > fresh.length) {
                fresh = Arrays.copyOf(fresh, 2 * (count + fill));
            }
            count = decide(chunk, fill, count, day);
        }
        attempts.close(day);
        infected(fresh, count, day);
    }

    /**
     * Decides on the attempts of a chunk, in short loops: whom they meet that can still be infected, which of them succeed by
     * themselves, and then, in their order, who is infected by the first that does.
     */
    private int decide(int chunk, int fill, int before, int day) {
        long[] entries = attempts.entries(chunk);
        int open = 0;
        for (int i = 0; i < fill; i++) {
            pending[open] = entries[i];
            open += register.susceptible(Attempt.target(entries[i]));
        }
        judge(open, day);
        int count = before;
        int failed = 0;
        for (int i = 0; i < open; i++) {
            int target = Attempt.target(pending[i]);
            int isOpen = register.susceptible(target);
            int isInfected = isOpen & success[i];
            fresh[count] = target;
            made[count - before] = pending[i];
            count += isInfected;
            register.mark(target, isInfected);
            failures[failed] = pending[i];
            failed += isOpen ^ isInfected;
        }
        register.note(fresh, before, count, day);
        for (int i = 0; i < count - before; i++) {
            tally.infectedByLayer[Attempt.layer(made[i])]++;
        }
        remember(count - before);
        for (int i = 0; i < failed; i++) {
            again(failures[i], day);
        }
        return count;
    }

    /** Whether attempts succeed. Most of them meet no measure and no protection, which a bit of each person tells. */
    private void judge(int open, int day) {
        int everybody = vaccinations.isEmpty() ? 0 : 1;
        for (int layer = 0; layer < Layer.COUNT; layer++) {
            doubtful[layer] = everybody | (rules.mayLimit(layer, day) ? 1 : 0);
        }
        int doubts = 0;
        for (int i = 0; i < open; i++) {
            success[i] = 1;
            doubtfulAttempts[doubts] = i;
            doubts += doubtful[Attempt.layer(pending[i])]
                    | register.everRestricted(Attempt.source(pending[i]))
                    | register.everRestricted(Attempt.target(pending[i]));
        }
        for (int k = 0; k < doubts; k++) {
            int i = doubtfulAttempts[k];
            success[i] = succeeds(pending[i], day) ? 1 : 0;
        }
    }

    private void again(long attempt, int day) {
        int source = Attempt.source(attempt);
        int band = AgeDecade.of(model.population().age(source));
        patient.read(chance, source, register.infectedOn(source), band);
        exposure.again(attempt, patient, day);
    }

    private void remember(int count) {
        if (genealogy == null) {
            return;
        }
        for (int i = 0; i < count; i++) {
            genealogy.infected(Attempt.target(made[i]), Attempt.source(made[i]), Attempt.layer(made[i]));
        }
    }

    /** Decides by one number whether what measures and protection leave of the attempt is enough. */
    private boolean succeeds(long attempt, int day) {
        int layer = Attempt.layer(attempt);
        int source = Attempt.source(attempt);
        int target = Attempt.target(attempt);
        double share =
                rules.remaining(layer, source, target, day) * left(source, layer, day) * left(target, layer, day);
        if (!vaccinations.isEmpty()) {
            share *= unprotected(target, AgeDecade.of(model.population().age(target)), day);
        }
        return share >= 1 || Chance.uniform(chance.attempt(attempt, day)) < share;
    }

    private double unprotected(int person, int band, int day) {
        return vaccinations.infectionShare(
                chance.person(person), model.population().community(person), band, day);
    }

    private double left(int person, int layer, int day) {
        int restriction = register.restriction(person, day);
        return restriction == 0 ? 1 : model.response().remaining().share(restriction, layer);
    }

    private void infected(int[] people, int count, int day) {
        for (int from = 0; from < count; from += Batch.SIZE) {
            Batch batch = exposure.begin(people, from, Math.min(Batch.SIZE, count - from));
            patients.read(chance, batch, day);
            for (int j = 0; j < batch.count; j++) {
                tally.infected(batch.community[j], day);
                tally.add(Tally.Count.INFECTIOUS_BEGUN, patients.begins[j], 1);
                tally.add(Tally.Count.REMOVED, patients.ends[j], 1);
            }
            caseWork.infected(batch, patients);
            exposure.end(patients, history + 1);
        }
    }

    private void countWork(int day) {
        double held =
                tally.now(Tally.Stock.LOCKED) + tally.now(Tally.Stock.ISOLATED) + tally.now(Tally.Stock.QUARANTINED);
        Workload workload = model.response().workload();
        tally.staff[day] = workload.staff(
                tally.of(Tally.Count.CHECKPOINTS, day),
                held,
                tally.of(Tally.Count.TESTS, day),
                tally.of(Tally.Count.CASES_TRACED, day));
        tally.volunteers[day] = workload.volunteers(held);
    }
}
