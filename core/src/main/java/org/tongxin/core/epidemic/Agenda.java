package org.tongxin.core.epidemic;

/**
 * What is due about single people, day by day. Wishes for a test, contacts found and tests due are by far the most and each alike, so
 * they have calendars of their own. One instance belongs to one thread.
 */
final class Agenda {

    /** {@link CaseEvent}s, in the order in which they were entered. */
    final Calendar events;
    /** Of people with symptoms: {@link Wish}es. */
    final Calendar wishes;
    /** People found as contacts of cases. */
    final Calendar found;
    /** People who are to ask for a test: {@link Contact}s. */
    final Calendar tests;
    /** People whose negative result ends their quarantine: {@link Contact}s, on the day of the result. */
    final Calendar releases;

    Agenda(int days) {
        events = new Calendar(days);
        wishes = new Calendar(days);
        found = new Calendar(days);
        tests = new Calendar(days);
        releases = new Calendar(days);
    }

    void clear() {
        events.clear();
        wishes.clear();
        found.clear();
        tests.clear();
        releases.clear();
    }

    long bytes() {
        return events.bytes() + wishes.bytes() + found.bytes() + tests.bytes() + releases.bytes();
    }
}
