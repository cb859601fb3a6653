package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Finds the contacts of a case: the same people that {@link Encounters} would let it infect, asked again, each found with the
 * probability of its layer; who is known as a case already is left out when found. Holds no diary. One instance belongs to one thread.
 */
final class Tracing {

    private final Encounters encounters;
    private final Calendar events;
    private final Tally tally;
    private final RuleGroup<Measure.ContactTracing> rules;
    /** At a rule and layer. */
    private final double[][] probability;

    private final int[][] delay;
    private Chance chance = new Chance(0);
    /** State of the case's sequence of numbers, one for each contact. */
    private long numbers;

    Tracing(Encounters encounters, Calendar events, Tally tally, RuleGroup<Measure.ContactTracing> rules) {
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
        this.events = events;
        this.tally = tally;
    }

    void start(Chance chance) {
        this.chance = chance;
    }

    /** @param rule number in the rules of tracing */
    void trace(int person, int rule, int day) {
        tally.add(Tally.Count.CASES_TRACED, day, 1);
        numbers = chance.onDay(person, Purpose.FINDING, day);
        for (int i = 0; i < encounters.inHome(person); i++) {
            if (isFound(Layer.HOUSEHOLD.ordinal(), rule)) {
                enter(encounters.atHome(person, i), Layer.HOUSEHOLD.ordinal(), rule, day);
            }
        }
        inGroup(person, rule, day);
        for (int i = 0; i < encounters.neighbours(person); i++) {
            if (isFound(Layer.COMMUNITY.ordinal(), rule)) {
                enter(encounters.neighbour(person, i), Layer.COMMUNITY.ordinal(), rule, day);
            }
        }
        strangers(person, rule, day);
    }

    private void inGroup(int person, int rule, int day) {
        int group = encounters.groupOf(person);
        if (group < 0) {
            return;
        }
        int layer = encounters.layerOfGroup(group);
        for (int i = 0; i < encounters.inGroup(group); i++) {
            if (isFound(layer, rule)) {
                enter(encounters.ofGroup(group, i), layer, rule, day);
            }
        }
    }

    private void strangers(int person, int rule, int day) {
        if (probability[rule][Layer.RANDOM.ordinal()] == 0) {
            return;
        }
        int from = Math.max(1, day - rules.measure(rule).lookBackDays());
        for (int past = from; past < day; past++) {
            for (int i = 0; i < encounters.strangers(); i++) {
                if (isFound(Layer.RANDOM.ordinal(), rule)) {
                    enter(encounters.stranger(person, i, past), Layer.RANDOM.ordinal(), rule, day);
                }
            }
        }
    }

    /** Asked before who it is: most of the contacts of some layers are not found. */
    private boolean isFound(int layer, int rule) {
        numbers += KeyedRandom.GOLDEN_STEP;
        return Chance.uniform(KeyedRandom.mix(numbers)) < probability[rule][layer];
    }

    private void enter(int contact, int layer, int rule, int day) {
        events.add(day + delay[rule][layer], CaseEvent.FOUND.of(contact));
    }
}
