package org.tongxin.core.epidemic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongxin.core.epidemic.PlainTwin.Ill;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.SequentialRandom;

/**
 * What the plain twin does about single people, for rules in the whole district and without limits of means: everybody who may
 * ask for a test is asked on every day, everybody is called to a screening one by one, and a diary of all contacts with strangers
 * is kept for tracing.
 */
final class PlainCare {

    interface Strangers {
        int draw(int person, SequentialRandom random);
    }

    private record Closed(Measure.CompoundLockdown rule, int until) {}

    private final Model model;
    private final Population population;
    private final Encounters encounters;
    private final Strangers strangers;
    private final SequentialRandom random;
    /** By person: strangers met at day * strangers + number, each 1 too high; 0 where nobody asked yet. */
    private final int[][] diary;

    private final Map<Integer, List<Runnable>> agenda = new HashMap<>();
    private final Map<Integer, List<Closed>> closed = new HashMap<>();
    private final Map<Integer, Ill> illness = new HashMap<>();
    private final boolean[] asked;
    private final boolean[] confirmed;
    private final Restriction[] held;
    private final int[] heldUntil;
    private final double[] compliance;
    private final double[] dose;

    PlainCare(Model model, Encounters encounters, Strangers strangers, SequentialRandom random) {
        this.model = model;
        this.population = model.population();
        this.encounters = encounters;
        this.strangers = strangers;
        this.random = random;
        int people = population.size();
        diary = new int[people][];
        asked = new boolean[people];
        confirmed = new boolean[people];
        held = new Restriction[people];
        heldUntil = new int[people];
        compliance = new double[people];
        dose = new double[people];
        for (int person = 0; person < people; person++) {
            held[person] = Restriction.NONE;
            compliance[person] = random.uniform();
            dose[person] = random.uniform();
        }
    }

    static boolean inForce(Rule rule, int day) {
        return rule.start() instanceof Trigger.OnDay from
                && day >= from.day()
                && rule.stop() instanceof Trigger.OnDay until
                && day < until.day();
    }

    private <M extends Measure> Optional<M> first(Class<M> kind, int day) {
        return model.response().rules().stream()
                .filter(rule -> inForce(rule, day) && kind.isInstance(rule.measure()))
                .map(rule -> kind.cast(rule.measure()))
                .findFirst();
    }

    private <M extends Measure> void each(Class<M> kind, int day, Consumer<M> consumer) {
        model.response().rules().stream()
                .filter(rule -> inForce(rule, day) && kind.isInstance(rule.measure()))
                .forEach(rule -> consumer.accept(kind.cast(rule.measure())));
    }

    /** The stranger of a day; whoever asks again is told the same. */
    int stranger(int person, int day, int number) {
        if (diary[person] == null) {
            diary[person] = new int[(model.days() + 1) * encounters.strangers()];
        }
        int at = day * encounters.strangers() + number;
        if (diary[person][at] == 0) {
            diary[person][at] = 1 + strangers.draw(person, random);
        }
        return diary[person][at] - 1;
    }

    /** What is due on a day, before anybody is infected on it. */
    void work(int day, List<Ill> ill) {
        for (Ill each : ill) {
            illness.put(each.person(), each);
            if (each.isolatedFrom() == day
                    && first(Measure.SelfIsolation.class, day).isPresent()) {
                restrict(each.person(), Restriction.ISOLATION_AT_HOME, day, each.ends() + 1);
            }
            if (each.hospitalFrom() == day) {
                hold(each.person(), Restriction.HOSPITAL, each.ends() + 1);
            }
        }
        List<Runnable> due = agenda.getOrDefault(day, List.of());
        due.forEach(Runnable::run);
        first(Measure.SymptomTesting.class, day).ifPresent(rule -> askPeopleWithSymptoms(rule, day, ill));
        for (Rule rule : model.response().rules()) {
            if (inForce(rule, day)
                    && rule.measure() instanceof Measure.Screening screening
                    && rule.start() instanceof Trigger.OnDay from
                    && (day - from.day()) % screening.everyDays() == 0) {
                screen(screening, day);
            }
        }
    }

    private void askPeopleWithSymptoms(Measure.SymptomTesting rule, int day, List<Ill> ill) {
        for (Ill each : ill) {
            boolean mayAsk = each.isSymptomatic() && day >= each.onset() && day < each.ends();
            if (mayAsk && !asked[each.person()] && random.uniform() < rule.dailyProbability()) {
                asked[each.person()] = true;
                test(each.person(), rule.test(), day);
            }
        }
    }

    private void screen(Measure.Screening rule, int day) {
        for (int person = 0; person < population.size(); person++) {
            if (random.uniform() < rule.coverage()) {
                test(person, rule.test(), day);
            }
        }
    }

    /** Says whether the result will be positive. */
    private boolean test(int person, Measure.Test test, int day) {
        if (confirmed[person]) {
            return false;
        }
        boolean infectious = illness.containsKey(person) && illness.get(person).isInfectious(day);
        if (random.uniform() < (infectious ? test.sensitivity() : 1 - test.specificity())) {
            int on = day + test.delayDays();
            at(on, () -> result(person, infectious, on));
            return true;
        }
        return false;
    }

    private boolean isInQuarantine(int person, int day) {
        return heldUntil[person] > day && held[person].isQuarantine();
    }

    private void at(int day, Runnable what) {
        agenda.computeIfAbsent(day, any -> new ArrayList<>()).add(what);
    }

    private void result(int person, boolean right, int day) {
        if (right && !confirmed[person]) {
            confirmed[person] = true;
            each(
                    Measure.CompoundLockdown.class,
                    day,
                    rule -> closed.computeIfAbsent(compound(person), any -> new ArrayList<>())
                            .add(new Closed(rule, day + rule.days())));
            isolate(person, day);
            first(Measure.ContactTracing.class, day).ifPresent(rule -> trace(person, rule, day));
        } else if (!right) {
            isolate(person, day);
        }
    }

    private int compound(int person) {
        return population.places().compoundOf(person);
    }

    private void isolate(int person, int day) {
        first(Measure.CaseIsolation.class, day)
                .filter(rule -> compliance[person] < rule.compliance())
                .ifPresent(rule -> restrict(
                        person,
                        rule.inPlaces() ? Restriction.ISOLATION_PLACE : Restriction.ISOLATION_AT_HOME,
                        day,
                        day + rule.days()));
    }

    private void trace(int person, Measure.ContactTracing rule, int day) {
        for (int i = 0; i < encounters.inHome(person); i++) {
            meet(encounters.atHome(person, i), Layer.HOUSEHOLD, rule, day);
        }
        int group = encounters.groupOf(person);
        for (int i = 0; group >= 0 && i < encounters.inGroup(group); i++) {
            meet(encounters.ofGroup(group, i), Layer.of(encounters.layerOfGroup(group)), rule, day);
        }
        for (int i = 0; i < encounters.neighbours(person); i++) {
            meet(encounters.neighbour(person, i), Layer.COMMUNITY, rule, day);
        }
        for (int before = Math.max(1, day - rule.lookBackDays()); before < day; before++) {
            for (int i = 0; i < encounters.strangers(); i++) {
                meet(stranger(person, before, i), Layer.RANDOM, rule, day);
            }
        }
    }

    private void meet(int contact, Layer layer, Measure.ContactTracing rule, int day) {
        if (random.uniform() < rule.probability().getOrDefault(layer, 0.0)) {
            int on = day + Math.max(1, rule.delayDays().getOrDefault(layer, 1));
            at(on, () -> first(Measure.ContactTracing.class, on).ifPresent(then -> find(contact, then, on)));
        }
    }

    private void find(int contact, Measure.ContactTracing rule, int day) {
        if (confirmed[contact]) {
            return;
        }
        if (compliance[contact] < rule.compliance()) {
            restrict(
                    contact,
                    rule.inPlaces() ? Restriction.QUARANTINE_PLACE : Restriction.QUARANTINE_AT_HOME,
                    day,
                    day + rule.quarantineDays());
        }
        int until = isInQuarantine(contact, day) ? heldUntil[contact] : day;
        for (int after : rule.testOnDays()) {
            boolean ends = rule.releaseFromDay().isPresent()
                    && after >= rule.releaseFromDay().getAsInt()
                    && day + after < until;
            if (after == 0) {
                testContact(contact, ends, until, day);
            } else {
                at(day + after, () -> testContact(contact, ends, until, day + after));
            }
        }
    }

    private void testContact(int contact, boolean ends, int until, int day) {
        first(Measure.SymptomTesting.class, day)
                .map(Measure.SymptomTesting::test)
                .or(() -> first(Measure.ContactTracing.class, day).map(Measure.ContactTracing::test))
                .filter(test -> !confirmed[contact])
                .filter(test -> !test(contact, test, day) && ends)
                .ifPresent(test -> at(day + test.delayDays(), () -> release(contact, until, day + test.delayDays())));
    }

    private void release(int contact, int until, int day) {
        if (heldUntil[contact] == until && isInQuarantine(contact, day) && !confirmed[contact]) {
            hold(contact, Restriction.NONE, day);
        }
    }

    private void restrict(int person, Restriction how, int day, int until) {
        Restriction now = heldUntil[person] > day ? held[person] : Restriction.NONE;
        if (now.ordinal() < how.ordinal() || now == how && heldUntil[person] < until) {
            hold(person, how, until);
        }
    }

    private void hold(int person, Restriction how, int until) {
        held[person] = how;
        heldUntil[person] = until;
    }

    /** What restrictions and closed compounds leave of a contact. */
    double remaining(int source, int target, Layer layer, int day) {
        double strictest = 1;
        for (int compound : new int[] {compound(source), compound(target)}) {
            for (Closed each : closed.getOrDefault(compound, List.of())) {
                if (each.until() > day) {
                    strictest = Math.min(strictest, each.rule().remaining().getOrDefault(layer, 1.0));
                }
            }
        }
        return strictest * remaining(source, layer, day) * remaining(target, layer, day);
    }

    private double remaining(int person, Layer layer, int day) {
        return heldUntil[person] > day ? model.response().remaining().share(held[person], layer) : 1;
    }

    /** What a person's dose does on a day. */
    Measure.Protection protection(int person, int day) {
        for (int first = 1; first <= day; first++) {
            double number = dose[person];
            for (Rule rule : model.response().rules()) {
                if (rule.measure() instanceof Measure.Vaccination vaccination
                        && AgeDecade.of(population.age(person)) >= vaccination.fromBand()) {
                    double reached = Math.min(vaccination.most(), vaccination.dailyShare() * daysInForce(rule, first));
                    if (number < reached) {
                        return dose(vaccination, daysInForce(rule, day) - daysInForce(rule, first));
                    }
                    number -= reached;
                }
            }
        }
        return Measure.Protection.NONE;
    }

    private static int daysInForce(Rule rule, int day) {
        return rule.start() instanceof Trigger.OnDay from && rule.stop() instanceof Trigger.OnDay until
                ? Math.max(0, Math.min(day, until.day()) - from.day())
                : 0;
    }

    private static Measure.Protection dose(Measure.Vaccination vaccination, int since) {
        Measure.Protection protection = Measure.Protection.NONE;
        for (Measure.Dose dose : vaccination.doses()) {
            protection = since >= dose.afterDays() ? dose.protection() : protection;
        }
        return protection;
    }
}
