package org.tongxin.core.epidemic;

import org.tongxin.core.population.Groups;
import org.tongxin.core.population.Links;
import org.tongxin.core.population.Population;

/**
 * Draws whom infected people may infect, and when, over the whole infectious period at once, and enters these attempts for
 * their days.
 *
 * <p>The {@link Walk}s take everybody as the most susceptible. Then each contact's own hazard is compared with the point that
 * hit it. What measures and protection take away is decided later, on the day of the attempt. Only if this attempt on a contact
 * fails, {@link #again} looks for the next one on the days that are left: most contacts of a very infectious person need one
 * attempt instead of one on each day.
 *
 * <p>People are worked on in batches, and in each loop the reads do not wait for one another, which makes the whole several
 * times as fast as person by person, for the same result. One instance belongs to one thread.
 */
final class Exposure {

    private final Population population;
    private final Groups groups;
    private final Links links;
    private final Encounters encounters;
    private final Spread spread;
    private final Register register;
    private final Calendar attempts;
    private final Batch batch;
    private final Walk home;
    private final Walk day;
    private final Walk nearby;
    private final Walk anywhere;
    private final Meetings meetings;
    private Chance chance = new Chance(0);
    /** Hits whose contact can still be infected. */
    private int[] open = new int[4 * Batch.SIZE];
    /** By open hit: age of the contact, and row in {@link Spread}. */
    private byte[] age = new byte[4 * Batch.SIZE];

    private int[] row = new int[4 * Batch.SIZE];
    /** Attempts to be entered, the days for which they are, and the number in the batch of who makes them. */
    private long[] attempt = new long[4 * Batch.SIZE];

    private int[] on = new int[4 * Batch.SIZE];
    private int[] source = new int[4 * Batch.SIZE];

    Exposure(Population population, Encounters encounters, Spread spread, Register register, Calendar attempts) {
        this.population = population;
        this.groups = population.groups();
        this.links = population.links();
        this.encounters = encounters;
        this.spread = spread;
        this.register = register;
        this.attempts = attempts;
        batch = new Batch(population, encounters);
        home = new Walk(batch, spread);
        day = new Walk(batch, spread);
        nearby = new Walk(batch, spread);
        anywhere = new Walk(batch, spread);
        meetings = new Meetings(encounters);
    }

    /** Begins a run. */
    void start(Chance chance) {
        this.chance = chance;
    }

    /** Begins a batch. @param count 1 .. {@link Batch#SIZE} */
    Batch begin(int[] infected, int from, int count) {
        batch.read(infected, from, count);
        return batch;
    }

    /**
     * Finds who is hit in the batch, and enters the attempts on those who can still be infected.
     *
     * @param patients the courses of the batch's people
     * @param notBefore first day on which attempts count
     */
    void end(Patients patients, int notBefore) {
        batch.note(patients, spread.earlyDays, notBefore, attempts.days());
        home.layFixed(batch.household, batch.inHome);
        day.layFixed(batch.layerOfGroup, batch.inGroup);
        nearby.layFixed(batch.neighbourhood, batch.neighbours);
        anywhere.layStrangers(encounters.strangers());
        batch.findHitting();
        home.overFixed(batch.inHome);
        day.overFixed(batch.inGroup);
        nearby.overFixed(batch.neighbours);
        anywhere.overStrangers(encounters.strangers());
        meetAtHome();
        meetInGroups();
        meetNearby();
        meetings.amongStrangers(batch, anywhere);
        enter(home, batch.household, notBefore);
        enter(day, batch.layerOfGroup, notBefore);
        enter(nearby, batch.neighbourhood, notBefore);
        enterStrangers(notBefore);
    }

    private void meetAtHome() {
        for (int h = 0; h < home.hits; h++) {
            int j = home.person[h];
            int other = batch.homeStart[j] + home.number[h];
            home.target[h] = other + notBelow(other, batch.person[j]);
        }
    }

    private void meetInGroups() {
        for (int h = 0; h < day.hits; h++) {
            int j = day.person[h];
            int place = batch.firstMember[j] + day.number[h];
            day.target[h] = groups.member(place + notBelow(groups.member(place), batch.person[j]));
        }
    }

    /** 1 when a number is not below another, without a branch; else 0. */
    private static int notBelow(int number, int other) {
        return 1 - (number - other >>> 31);
    }

    private void meetNearby() {
        if (links.isEmpty()) {
            meetings.amongNeighbours(batch, nearby);
            return;
        }
        for (int h = 0; h < nearby.hits; h++) {
            nearby.target[h] = links.at(batch.firstLink[nearby.person[h]] + nearby.number[h]);
        }
    }

    private void enter(Walk walk, int[] layer, int notBefore) {
        int count = findOpen(walk);
        for (int k = 0; k < count; k++) {
            int j = walk.person[open[k]];
            row[k] = Spread.row(spread.degree(age[k]), layer[j]) + batch.course[j];
        }
        int reached = 0;
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = walk.person[h];
            int passed = spread.daysPassed(row[k], walk.point[h], batch.earlyDays[j]);
            on[reached] = batch.firstDay[j] + Math.min(passed, batch.days[j] - 1);
            attempt[reached] = Attempt.of(batch.person[j], walk.target[h], layer[j], walk.number[h]);
            source[reached] = j;
            reached += Walk.isBelow(walk.point[h], spread.hazard(row[k], batch.earlyDays[j], batch.days[j]));
        }
        enter(reached, notBefore);
    }

    private void enterStrangers(int notBefore) {
        int count = findOpen(anywhere);
        int layer = Layer.RANDOM.ordinal();
        double perContact = 1.0 / encounters.strangers();
        int reached = 0;
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = anywhere.person[h];
            int passed = (int) ((anywhere.number[h] + 0.5) * perContact);
            int at = Spread.row(spread.degree(age[k]), layer) + batch.course[j];
            on[reached] = batch.firstDay[j] + passed;
            attempt[reached] = Attempt.of(batch.person[j], anywhere.target[h], layer, anywhere.number[h]);
            source[reached] = j;
            reached += Walk.isBelow(anywhere.point[h], spread.onDay(at, passed, batch.earlyDays[j]));
        }
        enter(reached, notBefore);
    }

    /** Finds the hits on those who can still be infected, and reads their ages. */
    private int findOpen(Walk walk) {
        reserve(walk.hits);
        int count = 0;
        for (int h = 0; h < walk.hits; h++) {
            open[count] = h;
            count += register.susceptible(walk.target[h]);
        }
        for (int k = 0; k < count; k++) {
            age[k] = (byte) population.age(walk.target[open[k]]);
        }
        return count;
    }

    private void reserve(int hits) {
        if (hits > open.length) {
            open = new int[2 * hits];
            age = new byte[2 * hits];
            row = new int[2 * hits];
            attempt = new long[2 * hits];
            on = new int[2 * hits];
            source = new int[2 * hits];
        }
    }

    private void enter(int count, int notBefore) {
        for (int k = 0; k < count; k++) {
            enter(attempt[k], on[k], source[k], notBefore);
        }
    }

    /** An attempt of the past is known to have failed or to be known; the next one is looked for from the start on. */
    private void enter(long attempt, int on, int j, int notBefore) {
        if (on >= notBefore) {
            attempts.add(on, attempt);
        } else {
            again(attempt, batch.firstDay[j], batch.earlyDays[j], batch.days[j], batch.course[j], notBefore - 1);
        }
    }

    /** Looks for the next attempt on the same contact after one has failed, and enters it. */
    void again(long attempt, Patient source, int failedOn) {
        int days = source.ends - source.begins;
        int course = Spread.course(source.symptomatic, source.infectiousness);
        again(attempt, source.begins + 1, Math.min(spread.earlyDays, days), days, course, failedOn);
    }

    private void again(long attempt, int firstDay, int earlyDays, int days, int course, int failedOn) {
        int passed = failedOn + 1 - firstDay;
        if (Attempt.layer(attempt) == Layer.RANDOM.ordinal() || passed >= days) {
            return;
        }
        int degree = spread.degree(population.age(Attempt.target(attempt)));
        int row = Spread.row(degree, Attempt.layer(attempt)) + course;
        int more = spread.daysPassed(
                row, Exponential.of(chance.again(attempt, failedOn)), Math.max(0, earlyDays - passed));
        if (more < days - passed) {
            attempts.add(failedOn + 1 + more, attempt);
        }
    }
}
