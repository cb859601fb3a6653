package org.tongxin.core.population;

import java.util.Arrays;

/** How many co-members of each age group the people of each age group have, in homes, classes and teams. */
final class ContactCount {

    private static final int GROUPS = ContactMatrices.GROUPS;

    private final Population population;
    private final long[] pairs = new long[GROUPS * GROUPS];
    private final int[] inside = new int[GROUPS];

    private ContactCount(Population population) {
        this.population = population;
    }

    /** At index person group x 18 + contact group; the community, where nobody has co-members, is told by shares. */
    static double[] contacts(Synthesis synthesis, Setting setting) {
        Population population = synthesis.population();
        Groups groups = population.groups();
        ContactCount count = new ContactCount(population);
        ContactRates rates = synthesis.rates();
        return switch (setting) {
            case HOUSEHOLD -> count.homes().perDay(rates.household());
            case SCHOOL -> count.groups(0, groups.classes()).perDay(rates.school());
            case WORK -> count.groups(groups.classes(), groups.count()).perDay(rates.work());
            case COMMUNITY -> evenly(Calibration.peopleByGroup(population), population.size(), rates.community());
        };
    }

    private ContactCount homes() {
        for (int person = 0; person < population.size(); person += population.homeSize(person)) {
            for (int other = person; other < person + population.homeSize(person); other++) {
                inside[ContactMatrices.group(population.age(other))]++;
            }
            count();
        }
        return this;
    }

    private ContactCount groups(int from, int to) {
        Groups groups = population.groups();
        for (int group = from; group < to; group++) {
            for (int place = groups.start(group); place < groups.start(group + 1); place++) {
                inside[ContactMatrices.group(population.age(groups.member(place)))]++;
            }
            count();
        }
        return this;
    }

    /** Adds the pairs of the group inside, and empties it. */
    private void count() {
        for (int first = 0; first < GROUPS; first++) {
            if (inside[first] > 0) {
                for (int second = 0; second < GROUPS; second++) {
                    int others = first == second ? inside[second] - 1 : inside[second];
                    pairs[first * GROUPS + second] += (long) inside[first] * others;
                }
            }
        }
        Arrays.fill(inside, 0);
    }

    private double[] perDay(double rate) {
        double[] contacts = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            contacts[i] = pairs[i] * rate;
        }
        return contacts;
    }

    private static double[] evenly(int[] people, int all, double rate) {
        double[] contacts = new double[GROUPS * GROUPS];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = rate * people[i / GROUPS] * people[i % GROUPS] / all;
        }
        return contacts;
    }
}
