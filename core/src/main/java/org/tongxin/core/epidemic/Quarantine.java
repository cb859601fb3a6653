package org.tongxin.core.epidemic;

import java.util.Arrays;
import org.tongxin.core.population.Population;

/**
 * Contacts of cases, from the day on which they are found: quarantined when they comply, asked to be tested, and released. Chunk
 * by chunk of the calendar, in short loops, so that reads of many people overlap. One instance belongs to one thread.
 */
final class Quarantine {

    private final Population population;
    private final Register register;
    private final RuleBook rules;
    private final Tally tally;
    private final Agenda agenda;
    private final Capacity capacity;
    private final Holding holding;
    private final WaitingLine line;
    private final RuleGroup<Measure.ContactTracing> contactTracing;
    /** Of each rule: days after which a contact is tested. */
    private final int[][] testOnDays;

    /** Of each rule: whether a test may end a quarantine. */
    private final boolean[] testMayEnd;

    private final int[] unknown = new int[Calendar.CHUNK];
    /** By each of them: first day after the quarantine that the test may end, else 0. */
    private final int[] untils = new int[Calendar.CHUNK];

    private final long[] words = new long[Calendar.CHUNK];
    private final long[] compliance = new long[Calendar.CHUNK];
    private Chance chance = new Chance(0);

    Quarantine(
            Model model,
            Register register,
            RuleBook rules,
            Tally tally,
            Agenda agenda,
            Holding holding,
            WaitingLine line) {
        population = model.population();
        capacity = model.response().capacity();
        this.register = register;
        this.rules = rules;
        this.tally = tally;
        this.agenda = agenda;
        this.holding = holding;
        this.line = line;
        contactTracing = rules.of(Measure.ContactTracing.class);
        testOnDays = new int[contactTracing.size()][];
        testMayEnd = new boolean[contactTracing.size()];
        for (int i = 0; i < testMayEnd.length; i++) {
            testMayEnd[i] = contactTracing.measure(i).releaseFromDay().isPresent();
        }
        Arrays.setAll(
                testOnDays,
                i -> contactTracing.measure(i).testOnDays().stream()
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /** Begins a run. */
    void start(Chance chance) {
        this.chance = chance;
    }

    /** Releases whose result came today, turns to the contacts found today, and sends into the line whose day of a test it is. */
    void work(int day) {
        for (int chunk = agenda.releases.firstChunk(day); chunk >= 0; chunk = agenda.releases.nextChunk(chunk)) {
            long[] releases = agenda.releases.entries(chunk);
            for (int i = 0; i < agenda.releases.fill(day, chunk); i++) {
                release(Contact.person(releases[i]), Contact.until(releases[i]), day);
            }
        }
        agenda.releases.close(day);
        for (int chunk = agenda.found.firstChunk(day); chunk >= 0; chunk = agenda.found.nextChunk(chunk)) {
            find(readUnknown(agenda.found.entries(chunk), agenda.found.fill(day, chunk)), day);
        }
        agenda.found.close(day);
        for (int chunk = agenda.tests.firstChunk(day); chunk >= 0; chunk = agenda.tests.nextChunk(chunk)) {
            int count = readUnknown(agenda.tests.entries(chunk), agenda.tests.fill(day, chunk));
            for (int i = 0; i < count; i++) {
                line.add(unknown[i], untils[i], day);
            }
        }
        agenda.tests.close(day);
    }

    /** Ends a quarantine by a negative result: now, or on the day of the result. @param until first day after it as it stood then */
    void negative(int person, int until, int day, int delayDays) {
        if (delayDays == 0) {
            release(person, until, day);
        } else {
            agenda.releases.add(day + delayDays, Contact.of(person, until));
        }
    }

    /** Who was found again meanwhile is held until another day, and stays; so does who became a case. */
    private void release(int person, int until, int day) {
        if (register.restrictedUntil(person) == until && !register.isConfirmed(person) && isInQuarantine(person, day)) {
            holding.replace(person, population.community(person), Restriction.NONE, day, day);
        }
    }

    private boolean isInQuarantine(int person, int day) {
        return Restriction.of(register.restriction(person, day)).isQuarantine();
    }

    /** Who of the people is not known as a case. */
    private int readUnknown(long[] people, int fill) {
        int count = 0;
        for (int i = 0; i < fill; i++) {
            unknown[count] = Contact.person(people[i]);
            untils[count] = Contact.until(people[i]);
            count += 1 - register.confirmed(unknown[count]);
        }
        return count;
    }

    private void find(int count, int day) {
        for (int i = 0; i < count; i++) {
            words[i] = population.word(unknown[i]);
        }
        for (int i = 0; i < count; i++) {
            compliance[i] = Chance.bits(chance.person(unknown[i]), Chance.COMPLIANCE);
        }
        for (int i = 0; i < count; i++) {
            find(unknown[i], Population.communityIn(words[i]), Chance.uniform(compliance[i]), day);
        }
    }

    private void find(int person, int community, double compliance, int day) {
        int index = contactTracing.indexInForceIn(community);
        if (index < 0) {
            return;
        }
        Measure.ContactTracing rule = contactTracing.measure(index);
        tally.add(Tally.Count.CONTACTS_FOUND, day, 1);
        if (compliance < rule.compliance() * rules.reach()) {
            Restriction how = rule.inPlaces() && hasPlace(person, day)
                    ? Restriction.QUARANTINE_PLACE
                    : Restriction.QUARANTINE_AT_HOME;
            holding.restrict(person, community, how, day, day + rule.quarantineDays());
        }
        int until = testMayEnd[index] && isInQuarantine(person, day) ? register.restrictedUntil(person) : 0;
        for (int after : testOnDays[index]) {
            int endsBy = until > 0 && rule.releasesOn(after) ? until : 0;
            if (after == 0) {
                line.add(person, endsBy, day);
            } else {
                agenda.tests.add(day + after, Contact.of(person, endsBy));
            }
        }
    }

    /** A place that is free, or the person's own. */
    private boolean hasPlace(int person, int day) {
        return tally.now(Tally.Stock.IN_QUARANTINE_PLACE) < capacity.quarantinePlaces()
                || register.restriction(person, day) == Restriction.QUARANTINE_PLACE.ordinal();
    }
}
