package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Population;

/**
 * Draws whom infected people may infect, and when, over the whole infectious period at once.
 *
 * <p><b>Idea.</b> Lay all pairs (contact, day) of all layers end to end, each as long as its hazard. Points fall on this line
 * at rate 1; a pair hit by a point is an attempt of infection. The distance to the next point is one exponential draw, so the
 * work goes with the attempts, not with the contacts or the days. After a hit the walk goes on at the end of the pair, which
 * changes nothing, since the exponential has no memory: a pair is hit with probability 1 - exp(-hazard) exactly.
 *
 * <p>What measures and protection take away is decided later, on the day of the attempt.
 *
 * <p>People are worked on in batches, first what is read of each, then the walks, then who was hit: in each of these loops the
 * reads do not wait for one another, which makes the whole two to three times as fast as person by person, for the same
 * result. One instance belongs to one thread.
 */
final class Exposure {

    /** People worked on together. */
    static final int BATCH = Hits.BATCH;

    private final Population population;
    private final Groups groups;
    private final Links links;
    private final Encounters encounters;
    private final Spread spread;
    private final Register register;
    private final Calendar attempts;
    private final Exponential exponential = new Exponential();

    private final int[] people = new int[BATCH];
    private final int[] band = new int[BATCH];
    private final int[] community = new int[BATCH];
    private final int[] group = new int[BATCH];
    private final int[] firstPlace = new int[BATCH];
    private final int[] groupSize = new int[BATCH];
    private final int[] inHome = new int[BATCH];
    private final int[] homeStart = new int[BATCH];
    private final int[] firstLink = new int[BATCH];
    private final int[] neighbours = new int[BATCH];
    private final Hits home = new Hits();
    private final Hits day = new Hits();
    private final Hits nearby = new Hits();
    private final Hits anywhere = new Hits();

    private int firstDay;
    private int earlyDays;
    private int laterDays;

    Exposure(Population population, Encounters encounters, Spread spread, Register register, Calendar attempts) {
        this.population = population;
        this.groups = population.groups();
        this.links = population.links();
        this.encounters = encounters;
        this.spread = spread;
        this.register = register;
        this.attempts = attempts;
    }

    /** Begins a batch. @param count 1 .. {@link #BATCH} */
    void begin(int[] infected, int from, int count) {
        for (int j = 0; j < count; j++) {
            int person = infected[from + j];
            people[j] = person;
            band[j] = Register.ageBand(register.of(person));
            community[j] = population.community(person);
            group[j] = population.group(person);
            inHome[j] = population.homeSize(person) - 1;
            homeStart[j] = population.homeStart(person);
        }
        for (int j = 0; j < count; j++) {
            firstPlace[j] = group[j] < 0 ? 0 : groups.start(group[j]);
            groupSize[j] = group[j] < 0 ? 0 : groups.size(group[j]);
        }
        if (links.isEmpty()) {
            Arrays.fill(neighbours, encounters.keyedNeighbours());
            return;
        }
        for (int j = 0; j < count; j++) {
            firstLink[j] = links.first(people[j]);
            neighbours[j] = links.degree(people[j]);
        }
    }

    /** Age band of the batch's j-th person. */
    int band(int j) {
        return band[j];
    }

    /** Community of the batch's j-th person. */
    int community(int j) {
        return community[j];
    }

    /** Walks over the contacts of the batch's j-th person. @param notBefore first day on which attempts count */
    void walk(int j, Patient patient, int notBefore) {
        int days = patient.ends - patient.begins;
        firstDay = patient.begins + 1;
        earlyDays = Math.min(spread.earlyDays, days);
        laterDays = days - earlyDays;
        if (patient.ends < notBefore || firstDay >= attempts.days()) {
            return;
        }
        exponential.start(Chance.bits(patient.key, Chance.ATTEMPTS));
        int layerOfGroup = encounters.layerOfGroup(group[j]);
        double rest = exponential.next();
        rest = layer(home, j, Layer.HOUSEHOLD.ordinal(), inHome[j], patient, rest);
        rest = layer(day, j, layerOfGroup, groupSize[j], patient, rest);
        rest = layer(nearby, j, Layer.COMMUNITY.ordinal(), neighbours[j], patient, rest);
        layer(anywhere, j, Layer.RANDOM.ordinal(), encounters.strangers(), patient, rest);
    }

    /**
     * Walks over the contacts of one layer; gives what is left of the distance to the next point at its end. Since no later day
     * has more hazard than an early one, days as a function of hazard are the larger of two straight lines, and the hazard of
     * whole days the smaller: no branch that a processor would have to guess.
     */
    private double layer(Hits hits, int j, int layer, int contacts, Patient patient, double distance) {
        int index = Spread.index(layer, patient.symptomatic, patient.infectiousness);
        double early = spread.early[index];
        double later = spread.later[index];
        double earlyEnd = early * earlyDays;
        double contact = earlyEnd + later * laterDays;
        double end = contact * contacts;
        double point = distance;
        while (point < end) {
            int i = Math.min((int) (point / contact), contacts - 1);
            double inside = point - i * contact;
            double days =
                    Math.max(inside * spread.perEarly[index], earlyDays + (inside - earlyEnd) * spread.perLater[index]);
            int passed = Math.min((int) days + 1, earlyDays + laterDays);
            double pairEnd = Math.min(passed * early, earlyEnd + (passed - earlyDays) * later);
            hits.add(j, layer, i, firstDay + passed - 1);
            point = i * contact + pairEnd + exponential.next();
        }
        return point - end;
    }

    /** Finds who was hit in the batch, and enters the attempts on those who can still be infected. */
    void end(int notBefore) {
        for (int h = 0; h < home.count; h++) {
            int j = home.person(h);
            int other = homeStart[j] + home.contact(h);
            home.target[h] = other < people[j] ? other : other + 1;
        }
        for (int h = 0; h < day.count; h++) {
            day.target[h] = groups.member(firstPlace[day.person(h)] + day.contact(h));
        }
        meetNearby();
        for (int h = 0; h < anywhere.count; h++) {
            anywhere.target[h] = encounters.stranger(people[anywhere.person(h)], anywhere.contact(h), anywhere.day(h));
        }
        enter(home, notBefore);
        enter(day, notBefore);
        enter(nearby, notBefore);
        enter(anywhere, notBefore);
    }

    private void meetNearby() {
        if (links.isEmpty()) {
            for (int h = 0; h < nearby.count; h++) {
                nearby.target[h] = encounters.keyedNeighbour(people[nearby.person(h)], nearby.contact(h));
            }
            return;
        }
        for (int h = 0; h < nearby.count; h++) {
            nearby.target[h] = links.at(firstLink[nearby.person(h)] + nearby.contact(h));
        }
    }

    private void enter(Hits hits, int notBefore) {
        for (int h = 0; h < hits.count; h++) {
            int on = hits.day(h);
            if (register.isSusceptible(hits.target[h]) && on >= notBefore) {
                attempts.add(on, Attempt.of(people[hits.person(h)], hits.target[h], hits.layer(h), hits.contact(h)));
            }
        }
        hits.count = 0;
    }
}
