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
    private final Walks walks;
    private final Meetings meetings;
    private Chance chance = new Chance(0);
    /** Hits whose contact can still be infected. */
    private int[] open = new int[4 * Batch.SIZE];
    /** By open hit: rows in {@link Spread} from the least susceptible to the contact. */
    private int[] aboveLeast = new int[4 * Batch.SIZE];
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
        walks = new Walks(batch, spread, encounters.strangers());
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
        walks.find();
        meetAtHome(walks.atHome);
        meetInGroups(walks.inGroup);
        meetNearby(walks.nearby);
        meetings.amongStrangers(batch, walks.strangers);
        enter(walks.atHome, notBefore);
        enter(walks.inGroup, notBefore);
        enter(walks.nearby, notBefore);
        enterStrangers(walks.strangers, notBefore);
    }

    private void meetAtHome(Hits hits) {
        for (int h = 0; h < hits.count; h++) {
            int j = hits.person[h];
            int other = batch.homeStart[j] + hits.number[h];
            hits.target[h] = other + notBelow(other, batch.person[j]);
        }
    }

    private void meetInGroups(Hits hits) {
        for (int h = 0; h < hits.count; h++) {
            int j = hits.person[h];
            int place = batch.firstMember[j] + hits.number[h];
            hits.target[h] = groups.member(place + notBelow(groups.member(place), batch.person[j]));
        }
    }

    /** 1 when a number is not below another, without a branch; else 0. */
    private static int notBelow(int number, int other) {
        return 1 - (number - other >>> 31);
    }

    private void meetNearby(Hits hits) {
        if (links.isEmpty()) {
            meetings.amongNeighbours(batch, hits);
            return;
        }
        for (int h = 0; h < hits.count; h++) {
            hits.target[h] = links.at(batch.firstLink[hits.person[h]] + hits.number[h]);
        }
    }

    private void enter(Hits hits, int notBefore) {
        int count = findOpen(hits);
        int reached = 0;
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = hits.person[h];
            double point = hits.point[h];
            long maker = hits.maker[j];
            long span = batch.span[j];
            int row = aboveLeast[k] + Maker.row(maker);
            int passed = spread.daysPassed(row, point, Span.early(span));
            on[reached] = Span.first(span) + Math.min(passed, Span.days(span) - 1);
            attempt[reached] = Maker.attempt(maker, hits.target[h], hits.number[h]);
            source[reached] = j;
            reached += Walk.isBelow(point, spread.hazard(row, Span.early(span), Span.days(span)));
        }
        enter(reached, notBefore);
    }

    private void enterStrangers(Hits hits, int notBefore) {
        int count = findOpen(hits);
        double perContact = 1.0 / encounters.strangers();
        int reached = 0;
        for (int k = 0; k < count; k++) {
            int h = open[k];
            int j = hits.person[h];
            long maker = hits.maker[j];
            long span = batch.span[j];
            int row = aboveLeast[k] + Maker.row(maker);
            int passed = (int) ((hits.number[h] + 0.5) * perContact);
            on[reached] = Span.first(span) + passed;
            attempt[reached] = Maker.attempt(maker, hits.target[h], hits.number[h]);
            source[reached] = j;
            reached += Walk.isBelow(hits.point[h], spread.onDay(row, passed, Span.early(span)));
        }
        enter(reached, notBefore);
    }

    /** Finds the hits on those who can still be infected, and how susceptible these are. */
    private int findOpen(Hits hits) {
        reserve(hits.count);
        int count = 0;
        for (int h = 0; h < hits.count; h++) {
            open[count] = h;
            count += register.susceptible(hits.target[h]);
        }
        for (int k = 0; k < count; k++) {
            aboveLeast[k] = Spread.DEGREE * spread.degree(population.age(hits.target[open[k]]));
        }
        return count;
    }

    private void reserve(int hits) {
        if (hits > open.length) {
            open = new int[2 * hits];
            aboveLeast = new int[2 * hits];
            attempt = new long[2 * hits];
            on = new int[2 * hits];
            source = new int[2 * hits];
        }
    }

    private void enter(int count, int notBefore) {
        if (notBefore <= 1) {
            // Nobody can infect before the day after the first.
            attempts.add(on, attempt, count);
            return;
        }
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
