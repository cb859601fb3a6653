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
    private final RuleGroup<Measure.ContactTracing> rules;
    /** At a rule and layer. */
    private final double[][] probability;

    private final int[][] delay;
    private Chance chance = new Chance(0);

    Tracing(
            Encounters encounters,
            Register register,
            Calendar events,
            Tally tally,
            RuleGroup<Measure.ContactTracing> rules) {
        this.rules = rules;
        probability = new double[rules.size()][Layer.COUNT];
        delay = new int[rules.size()][Layer.COUNT];
        for (int i = 0; i < rules.size(); i++) {
            for (Layer layer : Layer.values()) {
                probability[i][layer.ordinal()] = rules.measure(i).probability().getOrDefault(layer, 0.0);
                delay[i][layer.ordinal()] =
                        Math.max(1, rules.measure(i).delayDays().getOrDefault(layer, 1));
            }
        }
        this.encounters = encounters;
        this.register = register;
        this.events = events;
        this.tally = tally;
    }

    void start(Chance chance) {
        this.chance = chance;
    }

    /** @param rule number in the rules of tracing */
    void trace(int person, int rule, int day) {
        tally.add(Tally.Count.CASES_TRACED, day, 1);
        for (int i = 0; i < encounters.inHome(person); i++) {
            find(encounters.atHome(person, i), Layer.HOUSEHOLD.ordinal(), rule, day);
        }
        int group = encounters.groupOf(person);
        for (int i = 0; group >= 0 && i < encounters.inGroup(group); i++) {
            find(encounters.ofGroup(group, i), encounters.layerOfGroup(group), rule, day);
        }
        for (int i = 0; i < encounters.neighbours(person); i++) {
            find(encounters.neighbour(person, i), Layer.COMMUNITY.ordinal(), rule, day);
        }
        strangers(person, rule, day);
    }

    private void strangers(int person, int rule, int day) {
        if (probability[rule][Layer.RANDOM.ordinal()] == 0) {
            return;
        }
        int from = Math.max(1, day - rules.measure(rule).lookBackDays());
        for (int past = from; past < day; past++) {
            for (int i = 0; i < encounters.strangers(); i++) {
                find(encounters.stranger(person, i, past), Layer.RANDOM.ordinal(), rule, day);
            }
        }
    }

    private void find(int contact, int layer, int rule, int day) {
        if (Chance.uniform(chance.onDay(contact, Purpose.FINDING, day)) < probability[rule][layer]
                && !Register.isConfirmed(register.of(contact))) {
            events.add(day + delay[rule][layer], CaseEvent.FOUND.of(contact));
        }
    }
}
