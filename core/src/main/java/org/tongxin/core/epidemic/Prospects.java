package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * What is to come for people just infected, as far as they know of it themselves: the wish for a test, severe illness, isolation of
 * their own accord. Entered for its day; whether it then counts is asked on the day. One instance belongs to one thread.
 */
final class Prospects {

    private final Calendar events;
    private final RuleGroup<Measure.SymptomTesting> symptomTesting;
    private final RuleGroup<Measure.SelfIsolation> selfIsolation;
    /** Of each rule of {@link #symptomTesting}: mean days of waiting. */
    private final double[] meanWait;

    /** Mean days of waiting under the rule that lets people wait least. */
    private final double shortestWait;
    /** 1 when a rule of self-isolation may concern anybody infected, else 0. */
    private final int everybodyMayIsolate;
    /** Numbers in a batch of those for whom something is, or may be, to come. */
    private final int[] eventful = new int[Batch.SIZE];

    private final long[] bits = new long[Batch.SIZE];
    /** By each of them: an exponential variable that places the wish for a test. */
    private final double[] seeking = new double[Batch.SIZE];

    Prospects(RuleBook rules, Calendar events) {
        this.events = events;
        symptomTesting = rules.of(Measure.SymptomTesting.class);
        selfIsolation = rules.of(Measure.SelfIsolation.class);
        meanWait = new double[symptomTesting.size()];
        Arrays.setAll(meanWait, i -> -1 / Math.log(1 - symptomTesting.measure(i).dailyProbability()));
        shortestWait = Arrays.stream(meanWait).min().orElse(Register.MOST_DAYS);
        everybodyMayIsolate = selfIsolation.size() == 0 ? 0 : 1;
    }

    /** Enters what is to come for the people of a batch. */
    void enter(Batch batch, Patients patients) {
        int candidates = findCandidates(batch.count, patients);
        place(candidates, patients);
        int count = findEventful(candidates, patients);
        for (int k = 0; k < count; k++) {
            enter(batch.person[eventful[k]], patients, eventful[k], seeking[k]);
        }
    }

    /** Who has symptoms, or may isolate without. */
    private int findCandidates(int count, Patients patients) {
        int found = 0;
        for (int j = 0; j < count; j++) {
            eventful[found] = j;
            found += everybodyMayIsolate | patients.symptomatic[j];
        }
        return found;
    }

    private void place(int candidates, Patients patients) {
        for (int k = 0; k < candidates; k++) {
            bits[k] = patients.key[eventful[k]];
        }
        for (int k = 0; k < candidates; k++) {
            bits[k] = Chance.bits(bits[k], Chance.TEST_SEEKING);
        }
        for (int k = 0; k < candidates; k++) {
            seeking[k] = Exponential.of(bits[k]);
        }
    }

    /** Who of them will wish for a test under the rule that lets people wait least, or is severely ill, or may isolate. */
    private int findEventful(int candidates, Patients patients) {
        int found = 0;
        for (int k = 0; k < candidates; k++) {
            int j = eventful[k];
            double asks = patients.onset[j] + seeking[k] * shortestWait;
            eventful[found] = j;
            seeking[found] = seeking[k];
            found += everybodyMayIsolate
                    | patients.symptomatic[j] & 1 - Walk.isBelow(patients.ends[j], asks)
                    | 1 + (patients.severeOn[j] >> 31);
        }
        return found;
    }

    private void enter(int person, Patients patients, int j, double seeking) {
        for (int i = 0; i < symptomTesting.size() && patients.symptomatic[j] != 0; i++) {
            wish(person, i, seeking, patients.onset[j], patients.ends[j]);
        }
        if (patients.severeOn[j] != Patient.NEVER) {
            events.add(patients.severeOn[j], CaseEvent.SEVERE.of(person));
        }
        enterSelfIsolation(person, patients, j);
    }

    /** Whether the rule is in force is asked on the day. */
    private void enterSelfIsolation(int person, Patients patients, int j) {
        for (int i = 0; i < selfIsolation.size(); i++) {
            Measure.SelfIsolation rule = selfIsolation.measure(i);
            int from = patients.begins[j] + rule.afterDays();
            if (from <= patients.ends[j] && follows(patients.key[j], rule)) {
                events.add(from, CaseEvent.SELF_ISOLATION.of(person));
            }
        }
    }

    private static boolean follows(long personKey, Measure.SelfIsolation rule) {
        return Chance.uniform(Chance.bits(personKey, Chance.SELF_ISOLATION)) < rule.probability();
    }

    /**
     * Enters the day on which a person asks for a test if the rule is in force from the given day on: each day with the same
     * probability while ill.
     *
     * @param seeking the person's own exponential variable
     */
    void wish(int person, int rule, double seeking, int from, int ends) {
        double wait = seeking * meanWait[rule];
        if (from + wait <= ends) {
            events.add(from + (int) wait, CaseEvent.wish(person, rule, (int) wait));
        }
    }
}
