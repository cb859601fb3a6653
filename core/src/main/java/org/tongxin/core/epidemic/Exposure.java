package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Population;

/**
 * Draws whom infected people may infect, and when, over the whole infectious period at once.
 *
 * <p><b>Idea.</b> Lay all pairs (contact, day) of all layers end to end, the days of one contact together, each as long as its
 * hazard. Points fall on this line at rate 1; a pair hit by a point is an attempt of infection. The distance to the next point
 * is one exponential draw, so the work goes with the attempts, not with the contacts or the days. Since the exponential has no
 * memory, the walk may go on anywhere behind the point: a pair is hit with probability 1 - exp(-hazard) exactly.
 *
 * <p>What measures, age and protection take away is decided later, on the day of the attempt. So the walk goes on with the next
 * contact: only if the first attempt on a contact fails, {@link #again} looks for the next one on the days that are left. Most
 * contacts of a very infectious person need one attempt instead of one on each day.
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
    private Chance chance = new Chance(0);
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
    private final int[] firstDay = new int[BATCH];
    private final int[] allEarly = new int[BATCH];
    private final int[] allDays = new int[BATCH];
    private final Hits home = new Hits();
    private final Hits day = new Hits();
    private final Hits nearby = new Hits();
    private final Hits anywhere = new Hits();

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

    /** Begins a run. */
    void start(Chance chance) {
        this.chance = chance;
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
        firstDay[j] = patient.begins + 1;
        allEarly[j] = Math.min(spread.earlyDays, days);
        allDays[j] = days;
        earlyDays = allEarly[j];
        laterDays = days - earlyDays;
        if (patient.ends < notBefore || firstDay[j] >= attempts.days()) {
            return;
        }
        exponential.start(Chance.bits(patient.key, Chance.ATTEMPTS));
        int layerOfGroup = encounters.layerOfGroup(group[j]);
        int others = Math.max(0, groupSize[j] - 1);
        double rest = exponential.next();
        rest = layer(home, j, Layer.HOUSEHOLD.ordinal(), inHome[j], patient, rest);
        rest = layer(day, j, layerOfGroup, others, patient, rest);
        rest = layer(nearby, j, Layer.COMMUNITY.ordinal(), neighbours[j], patient, rest);
        strangers(j, patient, rest);
    }

    /**
     * Walks over the contacts of one layer; gives what is left of the distance to the next point at its end. Since no later day
     * has more hazard than an early one, days as a function of hazard are the larger of two straight lines, and the hazard of
     * whole days the smaller: no branch that a processor would have to guess.
     */
    private double layer(Hits hits, int j, int layer, int contacts, Patient patient, double distance) {
        int row = Spread.row(layer, patient.symptomatic, patient.infectiousness);
        double early = spread.early[row];
        double later = spread.later[row];
        double earlyEnd = early * earlyDays;
        double contact = earlyEnd + later * laterDays;
        double end = contact * contacts;
        double point = distance;
        while (point < end) {
            int i = Math.min((int) (point / contact), contacts - 1);
            double inside = point - i * contact;
            int passed = Math.min(daysPassed(inside, row, earlyDays, earlyEnd) + 1, earlyDays + laterDays);
            hits.add(j, row, i, passed);
            point = (i + 1) * contact + exponential.next();
        }
        return point - end;
    }

    /** Whole days that a hazard stands for: since no later day has more hazard than an early one, the larger of two lines. */
    private int daysPassed(double hazard, int row, int earlyDays, double earlyEnd) {
        double early = hazard * spread.perEarly[row];
        double later = earlyDays + (hazard - earlyEnd) * spread.perLater[row];
        return (int) (early > later ? early : later);
    }

    /** Strangers are others on each day, so that every pair is a contact of its own, in the order of the days. */
    private void strangers(int j, Patient patient, double distance) {
        int contacts = encounters.strangers();
        int row = Spread.row(Layer.RANDOM.ordinal(), patient.symptomatic, patient.infectiousness);
        double rest = strangers(j, row, spread.early[row], 0, contacts * earlyDays, distance);
        strangers(j, row, spread.later[row], contacts * earlyDays, contacts * laterDays, rest);
    }

    private double strangers(int j, int row, double hazard, int before, int pairs, double distance) {
        double end = hazard * pairs;
        double point = distance;
        while (point < end) {
            int pair = Math.min((int) (point / hazard), pairs - 1);
            int day = (before + pair) / encounters.strangers();
            anywhere.add(j, row, before + pair - day * encounters.strangers(), day + 1);
            point = (pair + 1) * hazard + exponential.next();
        }
        return point - end;
    }

    /**
     * Looks for the next attempt on the same contact after one has failed, and enters it.
     *
     * @param number evenly distributed in [0, 1), the failed attempt's own
     */
    void again(long attempt, int note, int day, double number) {
        int row = Attempt.row(note);
        int early = Attempt.earlyLeft(note);
        int left = Attempt.daysLeft(note);
        double earlyEnd = early * spread.early[row];
        double hazard = -Math.log(1 - number);
        if (hazard < earlyEnd + (left - early) * spread.later[row]) {
            int passed = Math.min(daysPassed(hazard, row, early, earlyEnd) + 1, left);
            attempts.add(day + passed, attempt, Attempt.note(row, Math.max(0, early - passed), left - passed));
        }
    }

    /** Finds who was hit in the batch, and enters the attempts on those who can still be infected. */
    void end(int notBefore) {
        for (int h = 0; h < home.count; h++) {
            int j = home.person(h);
            int other = homeStart[j] + home.contact(h);
            home.target[h] = other < people[j] ? other : other + 1;
        }
        for (int h = 0; h < day.count; h++) {
            int j = day.person(h);
            int place = firstPlace[j] + day.contact(h);
            int other = groups.member(place);
            day.target[h] = other < people[j] ? other : groups.member(place + 1);
        }
        meetNearby();
        for (int h = 0; h < anywhere.count; h++) {
            int j = anywhere.person(h);
            anywhere.target[h] =
                    encounters.stranger(people[j], anywhere.contact(h), firstDay[j] + anywhere.passed(h) - 1);
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
            if (register.isSusceptible(hits.target[h])) {
                enter(hits, h, notBefore);
            }
        }
        hits.count = 0;
    }

    private void enter(Hits hits, int h, int notBefore) {
        int j = hits.person(h);
        int row = hits.row(h);
        int passed = hits.passed(h);
        int layer = Spread.layer(row);
        long attempt = Attempt.of(people[j], hits.target[h], layer, hits.contact(h));
        int left = layer == Layer.RANDOM.ordinal() ? 0 : allDays[j] - passed;
        int note = Attempt.note(row, Math.min(left, Math.max(0, allEarly[j] - passed)), left);
        int day = firstDay[j] + passed - 1;
        if (day >= notBefore) {
            attempts.add(day, attempt, note);
        } else if (left > 0) {
            fromHistory(attempt, note, day, notBefore);
        }
    }

    /** An attempt of the past is known to have failed or to be known; the next one is looked for from the start on. */
    private void fromHistory(long attempt, int note, int day, int notBefore) {
        int skipped = notBefore - 1 - day;
        int left = Attempt.daysLeft(note) - skipped;
        if (left > 0) {
            int early = Math.max(0, Attempt.earlyLeft(note) - skipped);
            again(attempt, Attempt.note(Attempt.row(note), early, left), notBefore - 1, chance.again(attempt, day));
        }
    }
}
