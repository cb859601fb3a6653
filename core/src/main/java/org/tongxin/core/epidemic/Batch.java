package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.KeyedRandom;

/**
 * People infected on one day, as many as there are or {@value #SIZE}, and what is read of each, in arrays: reads far apart in memory
 * do not wait for one another. One instance belongs to one thread and is written over by each {@link #read}.
 */
final class Batch {

    /** Most people: so many that the ends of the loops weigh little, and that the arrays stay near the processor. */
    static final int SIZE = 2048;

    private final Population population;
    private final Groups groups;
    private final Links links;
    private final Encounters encounters;

    int count;
    final int[] person = new int[SIZE];
    private final long[] word = new long[SIZE];
    /** Class or team; below 0 for none. */
    final int[] group = new int[SIZE];

    final int[] band = new int[SIZE];
    final int[] community = new int[SIZE];
    /** Layer of the class or team. */
    final int[] layerOfGroup = new int[SIZE];
    /** First member of the class or team. */
    final int[] firstMember = new int[SIZE];
    /** Others in the class or team. */
    final int[] inGroup = new int[SIZE];
    /** Others in the home. */
    final int[] inHome = new int[SIZE];

    final int[] homeStart = new int[SIZE];
    /** First stored contact. */
    final int[] firstLink = new int[SIZE];

    final int[] neighbours = new int[SIZE];
    /** First day on which contacts count. */
    final int[] firstDay = new int[SIZE];
    /** Days on which contacts count; 0 when none of them matters. */
    final int[] days = new int[SIZE];
    /** How many of them are early. */
    final int[] earlyDays = new int[SIZE];
    /** The three together. */
    final long[] span = new long[SIZE];
    /** Number of the course in {@link Spread}. */
    final int[] course = new int[SIZE];
    /** Distance to the next point of the walks. */
    final double[] rest = new double[SIZE];
    /** Hazard of all contacts in all layers. */
    final double[] hazard = new double[SIZE];
    /** How many people hit somebody, and who. */
    int hitting;

    final int[] whoHits = new int[SIZE];
    /** Beginning of the sequence of numbers from which the distances are drawn: SplitMix64's. */
    final long[] sequence = new long[SIZE];

    Batch(Population population, Encounters encounters) {
        this.population = population;
        this.groups = population.groups();
        this.links = population.links();
        this.encounters = encounters;
    }

    /** Reads people. @param number 1 .. {@link #SIZE} */
    void read(int[] people, int from, int number) {
        count = number;
        System.arraycopy(people, from, person, 0, number);
        for (int j = 0; j < count; j++) {
            word[j] = population.word(person[j]);
        }
        for (int j = 0; j < count; j++) {
            band[j] = AgeDecade.of(Population.ageIn(word[j]));
            community[j] = Population.communityIn(word[j]);
            inHome[j] = Population.homeSizeIn(word[j]) - 1;
            homeStart[j] = person[j] - Population.positionIn(word[j]);
            group[j] = Population.groupIn(word[j]);
        }
        readGroups();
        if (links.isEmpty()) {
            Arrays.fill(neighbours, 0, count, encounters.keyedNeighbours());
        } else {
            readLinks();
        }
    }

    private void readGroups() {
        if (groups.count() == 0) {
            return;
        }
        for (int j = 0; j < count; j++) {
            layerOfGroup[j] = encounters.layerOfGroup(group[j]);
        }
        for (int j = 0; j < count; j++) {
            int none = group[j] >> 31;
            int any = group[j] & ~none;
            firstMember[j] = groups.start(any);
            inGroup[j] = groups.size(any) - 1 & ~none;
        }
    }

    private void readLinks() {
        for (int j = 0; j < count; j++) {
            firstLink[j] = links.first(person[j]);
            neighbours[j] = links.degree(person[j]);
        }
    }

    /** Notes the courses of the people. @param notBefore first day on which attempts count @param before day before which they do */
    void note(Patients patients, int mostEarly, int notBefore, int before) {
        for (int j = 0; j < count; j++) {
            firstDay[j] = patients.begins[j] + 1;
            int isOver = patients.ends[j] - notBefore | before - 1 - firstDay[j];
            days[j] = patients.ends[j] - patients.begins[j] & ~(isOver >> 31);
            earlyDays[j] = Math.min(mostEarly, days[j]);
            course[j] = Spread.course(patients.symptomatic[j], patients.infectiousness[j]);
        }
        for (int j = 0; j < count; j++) {
            span[j] = Span.of(firstDay[j], days[j], earlyDays[j]);
        }
        for (int j = 0; j < count; j++) {
            sequence[j] = Chance.bits(patients.key[j], Chance.ATTEMPTS);
        }
    }

    /** Begins an empty line of contacts for each person, and draws the first point. */
    void beginLine() {
        for (int j = 0; j < count; j++) {
            rest[j] = Exponential.of(KeyedRandom.mix(sequence[j]));
        }
        Arrays.fill(hazard, 0, count, 0);
    }

    /** Finds who hits somebody at all: often only a half. */
    void findHitting() {
        hitting = 0;
        for (int j = 0; j < count; j++) {
            whoHits[hitting] = j;
            hitting += Walk.isBelow(rest[j], hazard[j]);
        }
    }
}
