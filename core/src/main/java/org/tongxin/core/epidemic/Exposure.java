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
    private Chance chance = new Chance(0);
    /** Hits whose contact can still be infected. */
    private int[] open = new int[4 * Batch.SIZE];

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

    /** Notes the course of the batch's j-th person. @param notBefore first day on which attempts count */
    void note(int j, Patient patient, int notBefore) {
        boolean isOver = patient.ends < notBefore || patient.begins + 1 >= attempts.days();
        batch.note(j, patient, spread.earlyDays, isOver);
    }

    /** Finds who is hit in the batch, and enters the attempts on those who can still be infected. */
    void end(int notBefore) {
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
        meetStrangers();
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
            for (int h = 0; h < nearby.hits; h++) {
                int j = nearby.person[h];
                nearby.target[h] = encounters.keyedNeighbour(batch.person[j], batch.community[j], nearby.number[h]);
            }
            return;
        }
        for (int h = 0; h < nearby.hits; h++) {
            nearby.target[h] = links.at(batch.firstLink[nearby.person[h]] + nearby.number[h]);
        }
    }

    private void meetStrangers() {
        double perContact = 1.0 / encounters.strangers();
        for (int h = 0; h < anywhere.hits; h++) {
            int j = anywhere.person[h];
            int passed = (int) ((anywhere.number[h] + 0.5) * perContact);
            int number = anywhere.number[h] - passed * encounters.strangers();
            anywhere.target[h] =
                    encounters.stranger(batch.person[j], batch.community[j], number, batch.firstDay[j] + passed);
        }
    }

    private void enter(Walk walk, int[] layer, int notBefore) {
        int count = findOpen(walk);
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = walk.person[h];
            int target = walk.target[h];
            int row = Spread.row(spread.degree(population.age(target)), layer[j]) + batch.course[j];
            if (walk.point[h] < spread.hazard(row, batch.earlyDays[j], batch.days[j])) {
                int passed = spread.daysPassed(row, walk.point[h], batch.earlyDays[j]);
                int on = batch.firstDay[j] + Math.min(passed, batch.days[j] - 1);
                enter(Attempt.of(batch.person[j], target, layer[j], walk.number[h]), on, j, notBefore);
            }
        }
    }

    private void enterStrangers(int notBefore) {
        int count = findOpen(anywhere);
        int layer = Layer.RANDOM.ordinal();
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = anywhere.person[h];
            int target = anywhere.target[h];
            int row = Spread.row(spread.degree(population.age(target)), layer) + batch.course[j];
            int passed = anywhere.number[h] / encounters.strangers();
            if (anywhere.point[h] < (passed < batch.earlyDays[j] ? spread.early(row) : spread.later(row))) {
                enter(
                        Attempt.of(batch.person[j], target, layer, anywhere.number[h]),
                        batch.firstDay[j] + passed,
                        j,
                        notBefore);
            }
        }
    }

    /** The reads of many people's states at once, and no branch on them. */
    private int findOpen(Walk walk) {
        if (walk.hits > open.length) {
            open = new int[2 * walk.hits];
        }
        int count = 0;
        for (int h = 0; h < walk.hits; h++) {
            open[count] = h;
            count += register.susceptible(walk.target[h]);
        }
        return count;
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
