package org.tongxin.core.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What a synthetic population adds up to, beside what it was meant to. Costs about as much as making the population.
 *
 * @param maleShare men among all
 * @param bands share of each age band of the district, in its order
 * @param classesBySize how many classes have 0, 1, 2, … members, teachers among them
 * @param teamsBySize the same for teams of work
 * @param unitsBySize how many schools and workplaces together have how many people: up to 9, 49, 249, 999, more
 * @param contacts by setting, in the order of {@link Setting}
 */
public record SynthesisSummary(
        double maleShare,
        List<AgeBand> bands,
        List<Integer> classesBySize,
        List<Integer> teamsBySize,
        List<Integer> unitsBySize,
        List<SettingContacts> contacts) {

    /** Most people of the first, second, … class of {@code unitsBySize}. */
    public static final List<Integer> UNIT_SIZES = List.of(9, 49, 249, 999, Integer.MAX_VALUE);

    private static final int GROUPS = ContactMatrices.GROUPS;

    /** Immutable lists. */
    public SynthesisSummary {
        bands = List.copyOf(bands);
        classesBySize = List.copyOf(classesBySize);
        teamsBySize = List.copyOf(teamsBySize);
        unitsBySize = List.copyOf(unitsBySize);
        contacts = List.copyOf(contacts);
    }

    /** Counts a population. */
    public static SynthesisSummary of(Synthesis synthesis) {
        Population population = synthesis.population();
        Groups groups = population.groups();
        return new SynthesisSummary(
                maleShare(population),
                bands(population, synthesis.totals().bands()),
                sizes(groups, 0, groups.classes()),
                sizes(groups, groups.classes(), groups.count()),
                unitSizes(groups),
                Arrays.stream(Setting.values())
                        .map(setting -> contacts(synthesis, setting))
                        .toList());
    }

    private static double maleShare(Population population) {
        int men = 0;
        for (int person = 0; person < population.size(); person++) {
            men += population.sex(person) == Sex.MALE ? 1 : 0;
        }
        return (double) men / population.size();
    }

    private static List<AgeBand> bands(Population population, List<AgeBand> wanted) {
        int[] byAge = new int[Population.MAX_AGE + 1];
        for (int person = 0; person < population.size(); person++) {
            byAge[population.age(person)]++;
        }
        List<AgeBand> bands = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            int end = i + 1 < wanted.size() ? wanted.get(i + 1).fromAge() : byAge.length;
            int people = 0;
            for (int age = wanted.get(i).fromAge(); age < end; age++) {
                people += byAge[age];
            }
            bands.add(new AgeBand(wanted.get(i).fromAge(), (double) people / population.size()));
        }
        return bands;
    }

    private static List<Integer> sizes(Groups groups, int from, int to) {
        List<Integer> bySize = new ArrayList<>();
        for (int group = from; group < to; group++) {
            while (bySize.size() <= groups.size(group)) {
                bySize.add(0);
            }
            bySize.set(groups.size(group), bySize.get(groups.size(group)) + 1);
        }
        return bySize;
    }

    private static List<Integer> unitSizes(Groups groups) {
        int[] people = new int[groups.units()];
        for (int group = 0; group < groups.count(); group++) {
            people[groups.unit(group)] += groups.size(group);
        }
        int[] bySize = new int[UNIT_SIZES.size()];
        for (int size : people) {
            int place = 0;
            while (size > UNIT_SIZES.get(place)) {
                place++;
            }
            bySize[place]++;
        }
        return Arrays.stream(bySize).boxed().toList();
    }

    private static SettingContacts contacts(Synthesis synthesis, Setting setting) {
        ContactMatrices published = synthesis.totals().contacts();
        int[] people = Calibration.peopleByGroup(synthesis.population());
        double[] made = ContactCount.contacts(synthesis, setting);
        double[] wanted = wanted(published, setting, people);
        double[] madeByAge = byAge(made, people);
        double[] wantedByAge = byAge(wanted, people);
        return new SettingContacts(
                setting,
                rate(synthesis.rates(), setting),
                Arrays.stream(made).sum() / synthesis.population().size(),
                Calibration.target(synthesis.population(), published, setting),
                targetAtPyramid(synthesis.totals(), setting),
                Arrays.stream(madeByAge).boxed().toList(),
                Arrays.stream(wantedByAge).boxed().toList(),
                deviation(madeByAge, wantedByAge, people),
                Correlation.weighted(madeByAge, wantedByAge, group -> people[group]),
                Correlation.weighted(perPair(made, people), perPair(wanted, people), pairWeight(people)));
    }

    private static double deviation(double[] madeByAge, double[] wantedByAge, int[] people) {
        double apart = 0;
        double all = 0;
        for (int group = 0; group < GROUPS; group++) {
            apart += people[group] * Math.abs(madeByAge[group] - wantedByAge[group]);
            all += people[group] * wantedByAge[group];
        }
        return all == 0 ? 0 : apart / all;
    }

    private static double rate(ContactRates rates, Setting setting) {
        return switch (setting) {
            case HOUSEHOLD -> rates.household();
            case SCHOOL -> rates.school();
            case WORK -> rates.work();
            case COMMUNITY -> rates.community();
        };
    }

    private static double[] wanted(ContactMatrices published, Setting setting, int[] people) {
        double[] contacts = new double[GROUPS * GROUPS];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] =
                    setting.contactsPerDay() * published.value(setting, i / GROUPS, i % GROUPS) * people[i / GROUPS];
        }
        return contacts;
    }

    private static double[] byAge(double[] contacts, int[] people) {
        double[] byAge = new double[GROUPS];
        for (int i = 0; i < contacts.length; i++) {
            byAge[i / GROUPS] += people[i / GROUPS] == 0 ? 0 : contacts[i] / people[i / GROUPS];
        }
        return byAge;
    }

    /** Contacts of one person with all of an age group; groups without people have none. */
    private static double[] perPair(double[] contacts, int[] people) {
        double[] perPerson = new double[contacts.length];
        for (int i = 0; i < contacts.length; i++) {
            perPerson[i] = people[i / GROUPS] == 0 ? 0 : contacts[i] / people[i / GROUPS];
        }
        return perPerson;
    }

    private static IntUnaryOperator pairWeight(int[] people) {
        return i -> people[i / GROUPS];
    }

    private static double targetAtPyramid(DistrictTotals totals, Setting setting) {
        double sum = 0;
        double people = 0;
        for (int age = 0; age < totals.pyramid().size(); age++) {
            sum += totals.pyramid().get(age) * totals.contacts().contactsPerDay(setting, ContactMatrices.group(age));
            people += totals.pyramid().get(age);
        }
        return sum / people;
    }
}
