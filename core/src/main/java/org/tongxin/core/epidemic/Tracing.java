package org.tongxin.core.epidemic;

import org.tongxin.core.random.KeyedRandom;

/**
 * Finds the contacts of a case: the same people that {@link Encounters} would let it infect, asked again, each found with the
 * probability of its layer; who is known as a case already is left out when found. Holds no diary. One instance belongs to one thread.
 */
final class Tracing {

    private final Encounters encounters;
    private final Calendar found;
    private final Tally tally;
    private final RuleGroup<Measure.ContactTracing> rules;
    /** At a rule and layer. */
    private final double[][] probability;

    private final int[][] delay;
    private Chance chance = new Chance(0);
    /** By contact of the case, layer after layer. */
    private long[] bits = new long[64];
    /** Contacts of a layer that are found. */
    private int[] chosen = new int[64];

    Tracing(Encounters encounters, Calendar found, Tally tally, RuleGroup<Measure.ContactTracing> rules) {
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
        this.found = found;
        this.tally = tally;
    }

    void start(Chance chance) {
        this.chance = chance;
    }

    /** @param rule number in the rules of tracing */
    void trace(int person, int rule, int day) {
        tally.add(Tally.Count.CASES_TRACED, day, 1);
        int home = encounters.inHome(person);
        int group = encounters.groupOf(person);
        int inGroup = group < 0 ? 0 : encounters.inGroup(group);
        int neighbours = encounters.neighbours(person);
        int firstDay = Math.max(1, day - rules.measure(rule).lookBackDays());
        int strangers = encounters.strangers() * Math.max(0, day - firstDay);
        draw(chance.onDay(person, Purpose.FINDING, day), home + inGroup + neighbours + strangers);

        int layer = Layer.HOUSEHOLD.ordinal();
        int count = choose(0, home, probability[rule][layer]);
        for (int k = 0; k < count; k++) {
            enter(encounters.atHome(person, chosen[k]), day + delay[rule][layer]);
        }
        layer = encounters.layerOfGroup(group);
        count = choose(home, inGroup, probability[rule][layer]);
        for (int k = 0; k < count; k++) {
            enter(encounters.ofGroup(group, chosen[k]), day + delay[rule][layer]);
        }
        layer = Layer.COMMUNITY.ordinal();
        count = choose(home + inGroup, neighbours, probability[rule][layer]);
        for (int k = 0; k < count; k++) {
            enter(encounters.neighbour(person, chosen[k]), day + delay[rule][layer]);
        }
        layer = Layer.RANDOM.ordinal();
        count = choose(home + inGroup + neighbours, strangers, probability[rule][layer]);
        for (int k = 0; k < count; k++) {
            int passed = chosen[k] / encounters.strangers();
            int number = chosen[k] - passed * encounters.strangers();
            enter(encounters.stranger(person, number, firstDay + passed), day + delay[rule][layer]);
        }
    }

    /** A number for each contact, whoever it is: most of the contacts of some layers are not found. */
    private void draw(long key, int contacts) {
        if (contacts > bits.length) {
            bits = new long[2 * contacts];
            chosen = new int[2 * contacts];
        }
        for (int i = 0; i < contacts; i++) {
            bits[i] = KeyedRandom.mix(key + (i + 1) * KeyedRandom.GOLDEN_STEP);
        }
    }

    /** Which contacts of a layer are found, counted from its first. */
    private int choose(int from, int contacts, double share) {
        int count = 0;
        for (int i = 0; i < contacts; i++) {
            chosen[count] = i;
            count += Walk.isBelow(Chance.uniform(bits[from + i]), share);
        }
        return count;
    }

    private void enter(int contact, int day) {
        found.add(day, contact);
    }
}
