package org.tongxin.core.epidemic;

import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.Population;

/**
 * What is done about single people: tests, results, isolation, tracing and quarantine, hospital. A day goes through its events in
 * the order in which they were entered, then through quarantines that end by a test, then through contacts found; whoever wishes for a
 * test comes to stand in the line before contacts. One instance belongs to one thread.
 */
final class CaseWork {

    /** Assumption: whoever has waited longer for a test no longer comes. */
    private static final int PATIENCE_DAYS = 5;

    private final Population population;
    private final Register register;
    private final Patient patient;
    private final RuleBook rules;
    private final Tally tally;
    private final Agenda agenda;
    private final Calendar events;
    private final Capacity capacity;
    private final Prospects prospects;
    private final Tracing tracing;
    private final Quarantine quarantine;
    private final Holding holding;
    private final Hospital hospital;
    private final RuleGroup<Measure.SymptomTesting> symptomTesting;
    private final RuleGroup<Measure.SelfIsolation> selfIsolation;
    private final RuleGroup<Measure.CaseIsolation> caseIsolation;
    private final RuleGroup<Measure.ContactTracing> contactTracing;
    private final RuleGroup<Measure.Screening> screening;
    /** By person of whom something is due: where it lives, and the day of infection where there was one. */
    private final long[] words = new long[Calendar.CHUNK];

    private final int[] infectedOn = new int[Calendar.CHUNK];
    private final int[] people = new int[Calendar.CHUNK];
    /** By each of them: first day after the quarantine that the test may end, else 0. */
    private final int[] untils = new int[Calendar.CHUNK];

    private final long[] bits = new long[Calendar.CHUNK];
    private final WaitingLine line = new WaitingLine();
    private Chance chance;
    private int testsLeft;
    private int casesLeft;

    CaseWork(
            Model model,
            Register register,
            Patient patient,
            RuleBook rules,
            Tally tally,
            Agenda agenda,
            Encounters encounters) {
        this.population = model.population();
        this.register = register;
        this.patient = patient;
        this.rules = rules;
        this.tally = tally;
        this.agenda = agenda;
        this.events = agenda.events;
        this.capacity = model.response().capacity();
        this.chance = new Chance(0);
        symptomTesting = rules.of(Measure.SymptomTesting.class);
        selfIsolation = rules.of(Measure.SelfIsolation.class);
        caseIsolation = rules.of(Measure.CaseIsolation.class);
        contactTracing = rules.of(Measure.ContactTracing.class);
        screening = rules.of(Measure.Screening.class);
        prospects = new Prospects(rules, agenda);
        holding = new Holding(register, tally);
        tracing = new Tracing(encounters, agenda.found, tally, contactTracing);
        quarantine = new Quarantine(model, register, rules, tally, agenda, holding, line);
        hospital = new Hospital(model.response(), population, register, holding, events, tally);
    }

    void start(Chance chance) {
        this.chance = chance;
        tracing.start(chance);
        quarantine.start(chance);
        line.clear();
    }

    /** Enters what is to come for people infected now. */
    void infected(Batch batch, Patients patients) {
        prospects.enter(batch, patients);
    }

    /** Works through a day. */
    void work(int day) {
        testsLeft = capacity.testsPerDay();
        casesLeft = capacity.casesTracedPerDay();
        for (int chunk = events.firstChunk(day); chunk >= 0; chunk = events.nextChunk(chunk)) {
            work(chunk, day);
        }
        events.close(day);
        hearWishes(day);
        quarantine.work(day);
        serveLine(day);
        for (int i = 0; i < screening.size(); i++) {
            screen(screening.state(i), screening.measure(i), day);
        }
        tally.add(Tally.Count.TESTS, day, capacity.testsPerDay() - testsLeft);
        tally.add(Tally.Count.TESTS_WAITING, day, line.size());
    }

    /** Reads where people live and how they stand, all at once, then handles what is due. More may come on the same day. */
    private void work(int chunk, int day) {
        long[] entries = events.entries(chunk);
        int from = 0;
        while (from < events.fill(day, chunk)) {
            int to = events.fill(day, chunk);
            for (int i = from; i < to; i++) {
                words[i] = population.word(CaseEvent.person(entries[i]));
            }
            for (int i = from; i < to; i++) {
                infectedOn[i] = register.infectedOn(CaseEvent.person(entries[i]));
            }
            for (int i = from; i < to; i++) {
                handle(entries[i], words[i], infectedOn[i], day);
            }
            from = to;
        }
    }

    private void handle(long event, long word, int infectedOn, int day) {
        int person = CaseEvent.person(event);
        int community = Population.communityIn(word);
        switch (CaseEvent.kind(event)) {
            case SELF_ISOLATION -> isolateUntilRecovery(person, word, infectedOn, day);
            case RESULT -> confirm(person, community, day);
            case FALSE_RESULT -> isolate(person, community, day);
            case SEVERE -> hospital.admit(person, read(person, word, infectedOn), day);
            case CRITICAL -> hospital.worsen(person, read(person, word, infectedOn), day);
            case DEATH -> hospital.die(person, day);
        }
    }

    private Patient read(int person) {
        return read(person, population.word(person), register.infectedOn(person));
    }

    private Patient read(int person, long word, int infectedOn) {
        patient.read(chance, person, infectedOn, AgeDecade.of(Population.ageIn(word)));
        return patient;
    }

    private void isolateUntilRecovery(int person, long word, int infectedOn, int day) {
        int community = Population.communityIn(word);
        if (selfIsolation.inForceIn(community) != null) {
            int until = read(person, word, infectedOn).ends + 1;
            holding.restrict(person, community, Restriction.ISOLATION_AT_HOME, day, until);
        }
    }

    /** Rules that came into force today reach people who already have symptoms. */
    void begin(int day) {
        for (int i = 0; i < symptomTesting.size(); i++) {
            if (symptomTesting.state(i).startedOn(day)) {
                reachPeopleWithSymptoms(i, day);
            }
        }
    }

    private void reachPeopleWithSymptoms(int rule, int day) {
        for (int i = 0; i < register.infected(); i++) {
            int person = register.infected(i);
            if (!register.isConfirmed(person) && isNew(symptomTesting.state(rule), person, day)) {
                Patient ill = read(person);
                if (ill.hasSymptoms(day) && ill.onset < day) {
                    prospects.wish(
                            person, rule, Exponential.of(Chance.bits(ill.key, Chance.TEST_SEEKING)), day, ill.ends);
                }
            }
        }
    }

    private boolean isNew(RuleState rule, int person, int day) {
        int community = population.community(person);
        return rule.isActiveIn(community) && rule.since(community) == day;
    }

    /** Tests while there are some. Whoever has waited for long gives up and does not come. */
    private void serveLine(int day) {
        while (!line.isEmpty() && testsLeft > 0) {
            int count = readWaiting(Math.min(testsLeft, Calendar.CHUNK), day);
            for (int i = 0; i < count; i++) {
                words[i] = population.word(people[i]);
            }
            for (int i = 0; i < count; i++) {
                bits[i] = chance.onDay(people[i], Purpose.SAMPLE, day);
            }
            for (int i = 0; i < count; i++) {
                serve(people[i], untils[i], words[i], Chance.uniform(bits[i]), day);
            }
        }
    }

    /** The next in the line who come. */
    private int readWaiting(int most, int day) {
        int count = 0;
        for (int left = Math.min(most, line.size()); left > 0; left--) {
            long next = line.next();
            people[count] = WaitingLine.person(next);
            untils[count] = WaitingLine.until(next);
            count += day - WaitingLine.since(next) <= PATIENCE_DAYS ? 1 : 0;
        }
        return count;
    }

    private void serve(int person, int until, long word, double number, int day) {
        if (!register.isConfirmed(person)) {
            Measure.Test test = testFor(Population.communityIn(word));
            if (test != null) {
                testsLeft--;
                sample(person, until, word, number, test, day);
            }
        }
    }

    private Measure.@Nullable Test testFor(int community) {
        Measure.SymptomTesting ofSymptoms = symptomTesting.inForceIn(community);
        if (ofSymptoms != null) {
            return ofSymptoms.test();
        }
        Measure.ContactTracing ofContacts = contactTracing.inForceIn(community);
        return ofContacts == null ? null : ofContacts.test();
    }

    private void sample(int person, int until, long word, double number, Measure.Test test, int day) {
        boolean infectious = !register.isSusceptible(person)
                && read(person, word, register.infectedOn(person)).isInfectious(day);
        if (infectious && number < test.sensitivity()) {
            result(CaseEvent.RESULT, person, day, test.delayDays());
        } else if (!infectious && number >= test.specificity()) {
            result(CaseEvent.FALSE_RESULT, person, day, test.delayDays());
        } else if (until > 0) {
            quarantine.negative(person, until, day, test.delayDays());
        }
    }

    private void result(CaseEvent result, int person, int day, int delay) {
        if (delay == 0) {
            handle(result.of(person), population.word(person), register.infectedOn(person), day);
        } else {
            events.add(day + delay, result.of(person));
        }
    }

    private void confirm(int person, int community, int day) {
        if (register.isConfirmed(person)) {
            return;
        }
        register.confirm(person);
        tally.reported(community, day);
        rules.closeCompound(person, community, day);
        isolate(person, community, day);
        trace(person, community, day);
    }

    private void trace(int person, int community, int day) {
        int rule = contactTracing.indexInForceIn(community);
        if (rule >= 0 && casesLeft > 0) {
            casesLeft--;
            tracing.trace(person, rule, day);
        }
    }

    private void isolate(int person, int community, int day) {
        Measure.CaseIsolation rule = caseIsolation.inForceIn(community);
        if (rule != null && complies(person, rule.compliance())) {
            boolean place = rule.inPlaces() && tally.now(Tally.Stock.IN_ISOLATION_PLACE) < capacity.isolationPlaces();
            Restriction how = place ? Restriction.ISOLATION_PLACE : Restriction.ISOLATION_AT_HOME;
            holding.restrict(person, community, how, day, day + rule.days());
        }
    }

    private void hearWishes(int day) {
        for (int chunk = agenda.wishes.firstChunk(day); chunk >= 0; chunk = agenda.wishes.nextChunk(chunk)) {
            long[] wishes = agenda.wishes.entries(chunk);
            int fill = agenda.wishes.fill(day, chunk);
            for (int i = 0; i < fill; i++) {
                int person = Wish.person(wishes[i]);
                if (!register.isConfirmed(person) && counts(wishes[i], person, day)) {
                    line.add(person, 0, day);
                }
            }
        }
        agenda.wishes.close(day);
    }

    /** A wish counts when its rule has been in force since it could first have come; else it was drawn again at the start. */
    private boolean counts(long wish, int person, int day) {
        RuleState rule = symptomTesting.state(Wish.rule(wish));
        int community = rule.isEverywhere() ? 0 : population.community(person);
        return rule.isActiveIn(community) && rule.since(community) <= day - Wish.waited(wish);
    }

    private boolean complies(int person, double compliance) {
        return Chance.uniform(Chance.bits(chance.person(person), Chance.COMPLIANCE)) < compliance;
    }

    private void screen(RuleState state, Measure.Screening rule, int day) {
        for (int community = 0; community < tally.communities && state.isActive(); community++) {
            if (state.isActiveIn(community) && (day - state.since(community)) % rule.everyDays() == 0) {
                screenIn(community, rule, day);
            }
        }
    }

    private void screenIn(int community, Measure.Screening screening, int day) {
        int start = population.places().communityStart(community);
        int people = population.places().communitySize(community);
        int wanted = (int) Math.round(people * screening.coverage());
        int done = Math.min(wanted, testsLeft);
        testsLeft -= done;
        double share = (double) done / people;
        for (int person = start; person < start + people; person++) {
            if (!register.isSusceptible(person) && !register.isConfirmed(person)) {
                screen(person, share, screening.test(), day);
            }
        }
        falseResults(start, people, share * (1 - screening.test().specificity()), screening.test(), day);
    }

    private void screen(int person, double share, Measure.Test test, int day) {
        boolean comes = Chance.uniform(chance.onDay(person, Purpose.SCREENING, day)) < share;
        if (comes && read(person).isInfectious(day)) {
            double number = Chance.uniform(chance.onDay(person, Purpose.SAMPLE, day));
            if (number < test.sensitivity()) {
                result(CaseEvent.RESULT, person, day, test.delayDays());
            }
        }
    }

    /** Walks from one false result to the next by geometric steps; the others are never touched. */
    private void falseResults(int start, int people, double probability, Measure.Test test, int day) {
        if (probability <= 0) {
            return;
        }
        double hazard = -Math.log1p(-Math.min(probability, 1 - 1e-12));
        int person = start;
        while (true) {
            double number = Chance.uniform(chance.onDay(person, Purpose.FALSE_RESULT, day));
            double step = -Math.log1p(-number) / hazard;
            if (person + step >= start + people) {
                return;
            }
            person += (int) step;
            boolean infectious = !register.isSusceptible(person) && read(person).isInfectious(day);
            if (!infectious) {
                result(CaseEvent.FALSE_RESULT, person, day, test.delayDays());
            }
            person++;
            if (person >= start + people) {
                return;
            }
        }
    }
}
