package org.tongxin.core.epidemic;

/**
 * Finds the contacts of a case: the same people that {@link Encounters} would let it infect, asked again, each found with the
 * probability of its layer. Holds no diary. One instance belongs to one thread.
 */
final class Tracing {

    private final Encounters encounters;
    private final Register register;
    private final Calendar events;
    private final Tally tally;
    private Chance chance = new Chance(0);

    Tracing(Encounters encounters, Register register, Calendar events, Tally tally) {
        this.encounters = encounters;
        this.register = register;
        this.events = events;
        this.tally = tally;
    }

    void start(Chance chance) {
        this.chance = chance;
    }

    void trace(int person, Measure.ContactTracing rule, int day) {
        tally.add(Tally.Count.CASES_TRACED, day, 1);
        for (int i = 0; i < encounters.inHome(person); i++) {
            find(encounters.atHome(person, i), Layer.HOUSEHOLD, rule, day);
        }
        int group = encounters.groupOf(person);
        for (int i = 0; group >= 0 && i < encounters.inGroup(group); i++) {
            find(encounters.ofGroup(group, i), Layer.of(encounters.layerOfGroup(group)), rule, day);
        }
        for (int i = 0; i < encounters.neighbours(person); i++) {
            find(encounters.neighbour(person, i), Layer.COMMUNITY, rule, day);
        }
        strangers(person, rule, day);
    }

    private void strangers(int person, Measure.ContactTracing rule, int day) {
        if (rule.probability().getOrDefault(Layer.RANDOM, 0.0) == 0) {
            return;
        }
        for (int past = Math.max(1, day - rule.lookBackDays()); past < day; past++) {
            for (int i = 0; i < encounters.strangers(); i++) {
                find(encounters.stranger(person, i, past), Layer.RANDOM, rule, day);
            }
        }
    }

    private void find(int contact, Layer layer, Measure.ContactTracing rule, int day) {
        double probability = rule.probability().getOrDefault(layer, 0.0);
        if (probability == 0 || Register.isConfirmed(register.of(contact))) {
            return;
        }
        if (Chance.uniform(chance.onDay(contact, Purpose.FINDING, day)) < probability) {
            events.add(day + Math.max(1, rule.delayDays().getOrDefault(layer, 1)), CaseEvent.FOUND.of(contact));
        }
    }
}
