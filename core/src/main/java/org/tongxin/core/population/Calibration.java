package org.tongxin.core.population;

/**
 * Contacts per day and co-member such that the mean over all people is the published one: the mean that the matrices give for
 * the ages of this population, divided by the mean number of co-members.
 */
final class Calibration {

    private Calibration() {}

    static ContactRates rates(Population population, ContactMatrices contacts) {
        Groups groups = population.groups();
        return new ContactRates(
                rate(population, contacts, Setting.HOUSEHOLD, coResidents(population)),
                rate(population, contacts, Setting.SCHOOL, coMembers(groups, 0, groups.classes())),
                rate(population, contacts, Setting.WORK, coMembers(groups, groups.classes(), groups.count())),
                target(population, contacts, Setting.COMMUNITY));
    }

    private static double rate(Population population, ContactMatrices contacts, Setting setting, long coMembers) {
        return coMembers == 0 ? 0 : target(population, contacts, setting) * population.size() / coMembers;
    }

    /** Contacts per person and day that the matrices give for the ages of this population. */
    static double target(Population population, ContactMatrices contacts, Setting setting) {
        int[] people = peopleByGroup(population);
        double sum = 0;
        for (int group = 0; group < people.length; group++) {
            sum += people[group] * contacts.contactsPerDay(setting, group);
        }
        return sum / population.size();
    }

    static int[] peopleByGroup(Population population) {
        int[] byAge = new int[Population.MAX_AGE + 1];
        for (int person = 0; person < population.size(); person++) {
            byAge[population.age(person)]++;
        }
        int[] people = new int[ContactMatrices.GROUPS];
        for (int age = 0; age < byAge.length; age++) {
            people[ContactMatrices.group(age)] += byAge[age];
        }
        return people;
    }

    private static long coResidents(Population population) {
        long sum = 0;
        for (int person = 0; person < population.size(); person++) {
            sum += population.homeSize(person) - 1;
        }
        return sum;
    }

    private static long coMembers(Groups groups, int from, int to) {
        long sum = 0;
        for (int group = from; group < to; group++) {
            sum += (long) groups.size(group) * (groups.size(group) - 1);
        }
        return sum;
    }
}
