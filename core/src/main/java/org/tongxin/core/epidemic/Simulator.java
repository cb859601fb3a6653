package org.tongxin.core.epidemic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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
    private final Agenda agenda;
    private final Tally tally;
    private final RuleBook rules;
    private final Vaccinations vaccinations;
    private final Patient patient;
    private final Patients patients;
    private final Encounters encounters;
    private final Exposure exposure;
    private final Trials trials;
    private final CaseWork caseWork;
    private final int history;
    /** By day from the start. */
    private final Map<Integer, List<Arrival>> arrivals;

    private final @Nullable Genealogy genealogy;
    private Chance chance = new Chance(0);

    private Simulator(Model model, Prepared prepared, @Nullable Genealogy genealogy) {
        this.model = model;
        this.prepared = prepared;
        this.genealogy = genealogy;
        history = model.history();
        arrivals = model.arrivals().stream().collect(Collectors.groupingBy(Arrival::day));
        int days = history + model.days() + 1;
        register = new Register(model.population());
        attempts = new Calendar(days);
        agenda = new Agenda(days);
        tally = new Tally(days, model.population().places().communities());
        List<RuleState> states = RuleBook.states(model, prepared.streetOfCommunity(), days);
        rules = new RuleBook(model, states, tally);
        vaccinations = new Vaccinations(model.immunity(), states);
        patient = new Patient(model.population(), prepared.course(), vaccinations);
        patients = new Patients(prepared.course(), patient);
        encounters = new Encounters(
                model.population(), model.contacts(), prepared.matchings(), prepared.streetOfCommunity(), 0);
        exposure = new Exposure(model.population(), encounters, prepared.spread(), register, attempts);
        trials = new Trials(model, register, attempts, rules, vaccinations, patient, exposure, tally, genealogy);
        caseWork = new CaseWork(model, register, patient, rules, tally, agenda, encounters);
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
            int count = trials.decide(day);
            infected(trials.infected(), count, day);
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
        return register.bytes() + attempts.bytes() + agenda.bytes() + tally.bytes() + trials.bytes();
    }

    /**
     * Bytes that a simulator of a model needs for itself at most, the population left out: when everybody is infected, with all
     * attempts outstanding at once taken as a half of what there are, and held once. The tables that simulators of a model share are
     * counted in.
     */
    public static long bytes(Model model) {
        return bytes(
                model.population().size(),
                model.history() + model.days() + 1,
                model.population().places().communities());
    }

    /** The same before there is a model. @param days history and the first day included */
    public static long bytes(long people, int days, int communities) {
        return 48 * people + 16L * days * communities + (1 << 22);
    }

    private void clear(long seed) {
        register.clear();
        attempts.clear();
        agenda.clear();
        tally.clear();
        rules.clear();
        if (genealogy != null) {
            genealogy.clear();
        }
        chance = new Chance(seed);
        encounters.start(seed);
        caseWork.start(chance);
        exposure.start(chance);
        trials.start(chance);
    }

    private void arrive(int day) {
        for (Arrival each : arrivals.getOrDefault(day - history, List.of())) {
            arrive(each, day);
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

    private void infected(int[] people, int count, int day) {
        for (int from = 0; from < count; from += Batch.SIZE) {
            Batch batch = exposure.begin(people, from, Math.min(Batch.SIZE, count - from));
            patients.read(chance, batch, day);
            tally.infected(batch, patients, day);
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
