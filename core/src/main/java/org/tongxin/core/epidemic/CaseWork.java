package org.tongxin.core.epidemic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.population.Population;

/**
 * What is done about single people: tests, results, isolation, tracing and quarantine, hospital. Works through the events of a
 * day in the order in which they were entered. One instance belongs to one thread.
 */
final class CaseWork {

    private final Population population;
    private final Register register;
    private final Patient patient;
    private final RuleBook rules;
    private final Tally tally;
    private final Calendar events;
    private final Capacity capacity;
    private final Tracing tracing;
    private final Hospital hospital;
    private final boolean tests;
    private final boolean selfIsolation;
    private Chance chance;
    private int testsLeft;
    private int casesLeft;

    CaseWork(
            Model model,
            Register register,
            Patient patient,
            RuleBook rules,
            Tally tally,
            Calendar events,
            Encounters encounters) {
        this.population = model.population();
        this.register = register;
        this.patient = patient;
        this.rules = rules;
        this.tally = tally;
        this.events = events;
        this.capacity = model.response().capacity();
        this.chance = new Chance(0);
        List<RuleState> all = rules.rules();
        tests = all.stream().anyMatch(each -> each.rule.measure() instanceof Measure.SymptomTesting);
        selfIsolation = all.stream().anyMatch(each -> each.rule.measure() instanceof Measure.SelfIsolation);
        tracing = new Tracing(encounters, register, events, tally);
        hospital = new Hospital(model.response(), population, register, events, tally);
    }

    void start(Chance chance) {
        this.chance = chance;
        tracing.start(chance);
    }

    /** Enters what is to come for somebody infected now, whose course the patient holds. */
    void infected(int person) {
        if (patient.symptomatic) {
            tally.add(Tally.Count.ONSETS, patient.onset, 1);
            if (tests) {
                events.add(patient.onset, CaseEvent.ONSET.of(person));
            }
            if (patient.severeOn != Patient.NEVER) {
                events.add(patient.severeOn, CaseEvent.SEVERE.of(person));
            }
        }
        if (selfIsolation) {
            enterSelfIsolation(person);
        }
    }

    /** Whether the rule is in force is asked on the day. */
    private void enterSelfIsolation(int person) {
        for (RuleState each : rules.rules()) {
            if (each.rule.measure() instanceof Measure.SelfIsolation rule
                    && patient.begins + rule.afterDays() <= patient.ends
                    && follows(patient.key, rule)) {
                events.add(patient.begins + rule.afterDays(), CaseEvent.SELF_ISOLATION.of(person));
            }
        }
    }

    private static boolean follows(long personKey, Measure.SelfIsolation rule) {
        return Chance.uniform(Chance.bits(personKey, Chance.SELF_ISOLATION)) < rule.probability();
    }

    /** Works through a day. */
    void work(int day) {
        testsLeft = capacity.testsPerDay();
        casesLeft = capacity.casesTracedPerDay();
        for (int chunk = events.firstChunk(day); chunk >= 0; chunk = events.nextChunk(chunk)) {
            long[] entries = events.entries(chunk);
            for (int i = 0; i < events.fill(day, chunk); i++) {
                handle(CaseEvent.kind(entries[i]), CaseEvent.person(entries[i]), day);
            }
        }
        events.close(day);
        rules.rules().forEach(each -> screen(each, day));
        tally.add(Tally.Count.TESTS, day, capacity.testsPerDay() - testsLeft);
    }

    private void handle(CaseEvent event, int person, int day) {
        switch (event) {
            case SELF_ISOLATION -> isolateUntilRecovery(person, day);
            case ONSET -> seekTest(person, day);
            case TEST -> test(person, day);
            case RESULT -> confirm(person, day);
            case FALSE_RESULT -> isolate(person, day);
            case FOUND -> found(person, day);
            case SEVERE -> hospital.admit(person, read(person), day);
            case CRITICAL -> hospital.worsen(person, read(person), day);
            case DEATH -> hospital.die(person, day);
        }
    }

    private Patient read(int person) {
        int status = register.of(person);
        patient.read(chance, person, Register.infectedOn(status), Register.ageBand(status));
        return patient;
    }

    private void isolateUntilRecovery(int person, int day) {
        if (rules.inForce(Measure.SelfIsolation.class, person).isPresent()) {
            restrict(person, Restriction.ISOLATION_AT_HOME, day, read(person).ends + 1);
        }
    }

    /** The day on which a person with symptoms asks for a test is drawn at the onset, or when the rule comes later. */
    private void seekTest(int person, int day) {
        rules.inForce(Measure.SymptomTesting.class, person).ifPresent(rule -> {
            read(person);
            double number = Chance.uniform(Chance.bits(patient.key, Chance.TEST_SEEKING));
            double wait = Math.log1p(-number) / Math.log1p(-rule.dailyProbability());
            if (day + wait <= patient.ends) {
                events.add(day + (int) wait, CaseEvent.TEST.of(person));
            }
        });
    }

    /** Rules that came into force today reach people who already have symptoms. */
    void begin(int day) {
        for (RuleState each : rules.rules()) {
            if (each.rule.measure() instanceof Measure.SymptomTesting && each.isActive()) {
                askPeopleWithSymptoms(each, day);
            }
        }
    }

    private void askPeopleWithSymptoms(RuleState rule, int day) {
        for (int i = 0; i < register.touched(); i++) {
            int person = register.touched(i);
            int status = register.of(person);
            int community = population.community(person);
            boolean new_ = rule.isActiveIn(community) && rule.since(community) == day;
            if (new_ && !Register.isSusceptible(status) && !Register.isConfirmed(status)) {
                Patient ill = read(person);
                if (ill.hasSymptoms(day) && ill.onset < day) {
                    seekTest(person, day);
                }
            }
        }
    }

    private void test(int person, int day) {
        if (Register.isConfirmed(register.of(person))) {
            return;
        }
        if (testsLeft == 0) {
            tally.add(Tally.Count.TESTS_WAITING, day, 1);
            events.add(day + 1, CaseEvent.TEST.of(person));
            return;
        }
        Measure.Test test = testFor(person);
        if (test != null) {
            testsLeft--;
            sample(person, test, day);
        }
    }

    private Measure.@Nullable Test testFor(int person) {
        var tracingRule = rules.inForce(Measure.ContactTracing.class, person);
        return rules.inForce(Measure.SymptomTesting.class, person)
                .map(Measure.SymptomTesting::test)
                .or(() -> tracingRule.map(Measure.ContactTracing::test))
                .orElse(null);
    }

    private void sample(int person, Measure.Test test, int day) {
        boolean infectious =
                !Register.isSusceptible(register.of(person)) && read(person).isInfectious(day);
        double number = Chance.uniform(chance.onDay(person, Purpose.SAMPLE, day));
        if (infectious && number < test.sensitivity()) {
            result(CaseEvent.RESULT, person, day, test.delayDays());
        } else if (!infectious && number >= test.specificity()) {
            result(CaseEvent.FALSE_RESULT, person, day, test.delayDays());
        }
    }

    private void result(CaseEvent result, int person, int day, int delay) {
        if (delay == 0) {
            handle(result, person, day);
        } else {
            events.add(day + delay, result.of(person));
        }
    }

    private void confirm(int person, int day) {
        if (Register.isConfirmed(register.of(person))) {
            return;
        }
        register.confirm(person);
        tally.reported(population.community(person), day);
        rules.lock(person, day);
        isolate(person, day);
        trace(person, day);
    }

    private void trace(int person, int day) {
        rules.inForce(Measure.ContactTracing.class, person).ifPresent(rule -> {
            if (casesLeft > 0) {
                casesLeft--;
                tracing.trace(person, rule, day);
            }
        });
    }

    private void isolate(int person, int day) {
        rules.inForce(Measure.CaseIsolation.class, person).ifPresent(rule -> {
            if (complies(person, rule.compliance())) {
                boolean place =
                        rule.inPlaces() && tally.now(Tally.Stock.IN_ISOLATION_PLACE) < capacity.isolationPlaces();
                Restriction how = place ? Restriction.ISOLATION_PLACE : Restriction.ISOLATION_AT_HOME;
                restrict(person, how, day, day + rule.days());
            }
        });
    }

    private void found(int person, int day) {
        if (Register.isConfirmed(register.of(person))) {
            return;
        }
        rules.inForce(Measure.ContactTracing.class, person).ifPresent(rule -> {
            tally.add(Tally.Count.CONTACTS_FOUND, day, 1);
            if (complies(person, rule.compliance() * rules.reach())) {
                boolean place =
                        rule.inPlaces() && tally.now(Tally.Stock.IN_QUARANTINE_PLACE) < capacity.quarantinePlaces();
                Restriction how = place ? Restriction.QUARANTINE_PLACE : Restriction.QUARANTINE_AT_HOME;
                restrict(person, how, day, day + rule.quarantineDays());
            }
            rule.testOnDays().forEach(after -> testContact(person, day, after));
        });
    }

    private void testContact(int person, int day, int after) {
        if (after == 0) {
            test(person, day);
        } else {
            events.add(day + after, CaseEvent.TEST.of(person));
        }
    }

    private boolean complies(int person, double compliance) {
        return Chance.uniform(Chance.bits(chance.person(person), Chance.COMPLIANCE)) < compliance;
    }

    /** A weaker restriction never takes the place of a stronger one, and none gets shorter. */
    private void restrict(int person, Restriction how, int day, int until) {
        int status = register.of(person);
        int before = Register.restriction(status, day);
        if (before > how.ordinal() || before == how.ordinal() && Register.restrictedUntil(status) >= until) {
            return;
        }
        Holding.change(
                tally, population.community(person), Restriction.of(before), -1, day, Register.restrictedUntil(status));
        Holding.change(tally, population.community(person), how, 1, day, until);
        register.restrict(person, how.ordinal(), until);
    }

    private void screen(RuleState rule, int day) {
        if (rule.isActive() && rule.rule.measure() instanceof Measure.Screening screening) {
            for (int community = 0; community < tally.communities; community++) {
                if (rule.isActiveIn(community) && (day - rule.since(community)) % screening.everyDays() == 0) {
                    screenIn(community, screening, day);
                }
            }
        }
    }

    private void screenIn(int community, Measure.Screening screening, int day) {
        int start = population.places().communityStart(community);
        int people = population.places().communitySize(community);
        int wanted = (int) Math.round(people * screening.coverage());
        int done = Math.min(wanted, testsLeft);
        tally.add(Tally.Count.TESTS_WAITING, day, wanted - done);
        testsLeft -= done;
        double share = (double) done / people;
        for (int person = start; person < start + people; person++) {
            if (!Register.isSusceptible(register.of(person)) && !Register.isConfirmed(register.of(person))) {
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
            boolean infectious =
                    !Register.isSusceptible(register.of(person)) && read(person).isInfectious(day);
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
