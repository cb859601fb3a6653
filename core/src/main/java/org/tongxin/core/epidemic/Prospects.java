package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * What is to come for people just infected, as far as they know of it themselves: the wish for a test, severe illness, isolation of
 * their own accord. Entered for its day; whether it then counts is asked on the day. One instance belongs to one thread.
 */
final class Prospects {

    private final Agenda agenda;
    private final RuleGroup<Measure.SymptomTesting> symptomTesting;
    private final RuleGroup<Measure.SelfIsolation> selfIsolation;
    /** Of each rule of {@link #symptomTesting}: mean days of waiting. */
    private final double[] meanWait;

    /** Numbers in a batch of those who have symptoms. */
    private final int[] ill = new int[Batch.SIZE];

    private final long[] bits = new long[Batch.SIZE];
    /** By each of them: an exponential variable that places the wish for a test. */
    private final double[] seeking = new double[Batch.SIZE];
    /** To be entered, and for which days. */
    private final long[] entry = new long[Batch.SIZE];

    private final int[] on = new int[Batch.SIZE];

    Prospects(RuleBook rules, Agenda agenda) {
        this.agenda = agenda;
        symptomTesting = rules.of(Measure.SymptomTesting.class);
        selfIsolation = rules.of(Measure.SelfIsolation.class);
        meanWait = new double[symptomTesting.size()];
        Arrays.setAll(meanWait, i -> -1 / Math.log(1 - symptomTesting.measure(i).dailyProbability()));
    }

    /** Enters what is to come for the people of a batch. */
    void enter(Batch batch, Patients patients) {
        int count = findIll(batch.count, patients);
        if (meanWait.length > 0) {
            place(count, patients);
        }
        for (int rule = 0; rule < meanWait.length; rule++) {
            enterWishes(batch, patients, count, rule);
        }
        enterSevere(batch, patients, count);
        for (int rule = 0; rule < selfIsolation.size(); rule++) {
            enterSelfIsolation(batch, patients, selfIsolation.measure(rule));
        }
    }

    private int findIll(int count, Patients patients) {
        int found = 0;
        for (int j = 0; j < count; j++) {
            ill[found] = j;
            found += patients.symptomatic[j];
        }
        return found;
    }

    private void place(int count, Patients patients) {
        for (int k = 0; k < count; k++) {
            bits[k] = patients.key[ill[k]];
        }
        for (int k = 0; k < count; k++) {
            bits[k] = Chance.bits(bits[k], Chance.TEST_SEEKING);
        }
        for (int k = 0; k < count; k++) {
            seeking[k] = Exponential.of(bits[k]);
        }
    }

    /** Each day with the same probability while ill, if the rule is in force from the first symptoms on. */
    private void enterWishes(Batch batch, Patients patients, int count, int rule) {
        double mean = meanWait[rule];
        int wishes = 0;
        for (int k = 0; k < count; k++) {
            int j = ill[k];
            double wait = seeking[k] * mean;
            entry[wishes] = Wish.of(batch.person[j], rule, (int) wait);
            on[wishes] = patients.onset[j] + (int) wait;
            wishes += 1 - Walk.isBelow(patients.ends[j], patients.onset[j] + wait);
        }
        agenda.wishes.add(on, entry, wishes);
    }

    private void enterSevere(Batch batch, Patients patients, int count) {
        int severe = 0;
        for (int k = 0; k < count; k++) {
            int j = ill[k];
            entry[severe] = CaseEvent.SEVERE.of(batch.person[j]);
            on[severe] = patients.severeOn[j];
            severe += 1 + (patients.severeOn[j] >> 31);
        }
        agenda.events.add(on, entry, severe);
    }

    /** Whether the rule is in force is asked on the day. */
    private void enterSelfIsolation(Batch batch, Patients patients, Measure.SelfIsolation rule) {
        for (int j = 0; j < batch.count; j++) {
            int from = patients.begins[j] + rule.afterDays();
            boolean follows = Chance.uniform(Chance.bits(patients.key[j], Chance.SELF_ISOLATION)) < rule.probability();
            if (follows && from <= patients.ends[j]) {
                agenda.events.add(from, CaseEvent.SELF_ISOLATION.of(batch.person[j]));
            }
        }
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
            agenda.wishes.add(from + (int) wait, Wish.of(person, rule, (int) wait));
        }
    }
}
