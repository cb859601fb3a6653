package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * Counts of one run, by day; by community in {@link #places}. Stocks (who is ill, held, in hospital) are kept as differences: +1
 * on the day of entry, -1 on the day after the last. One instance belongs to one thread.
 */
final class Tally {

    /** What is counted by day. */
    enum Count {
        INFECTED,
        INFECTIOUS_BEGUN,
        REMOVED,
        ONSETS,
        REPORTED,
        TESTS,
        TESTS_WAITING,
        CASES_TRACED,
        CONTACTS_FOUND,
        ADMITTED,
        WITHOUT_BED,
        SEVERE,
        DIED,
        CHECKPOINTS
    }

    /** What is kept as a stock by day. */
    enum Stock {
        ISOLATED,
        IN_ISOLATION_PLACE,
        QUARANTINED,
        IN_QUARANTINE_PLACE,
        LOCKED,
        IN_BED,
        IN_INTENSIVE_CARE,
        WITHOUT_BED,
        WITHOUT_INTENSIVE_CARE
    }

    final int days;
    final int communities;
    private final int[][] count;
    private final int[][] change;
    private final int[] now = new int[Stock.values().length];
    final int[] infectedByLayer = new int[Layer.COUNT];
    final PlaceLog places = new PlaceLog();

    final double[] staff;
    final double[] volunteers;
    /** People restricted by measures for everybody, by day. */
    final double[] limited;

    /** The same by community, over all days after the start. */
    final double[] limitedIn;

    Tally(int days, int communities) {
        this.days = days;
        this.communities = communities;
        count = new int[Count.values().length][days];
        change = new int[Stock.values().length][days + 1];
        staff = new double[days];
        volunteers = new double[days];
        limited = new double[days];
        limitedIn = new double[communities];
    }

    void clear() {
        for (int[] each : count) {
            Arrays.fill(each, 0);
        }
        for (int[] each : change) {
            Arrays.fill(each, 0);
        }
        Arrays.fill(now, 0);
        Arrays.fill(infectedByLayer, 0);
        places.clear();
        Arrays.fill(staff, 0);
        Arrays.fill(volunteers, 0);
        Arrays.fill(limited, 0);
        Arrays.fill(limitedIn, 0);
    }

    void add(Count what, int day, int number) {
        if (day < days) {
            count[what.ordinal()][day] += number;
        }
    }

    int of(Count what, int day) {
        return count[what.ordinal()][day];
    }

    /** By day. */
    int[] count(Count what) {
        return count[what.ordinal()];
    }

    /** By day. */
    int[] change(Stock what) {
        return change[what.ordinal()];
    }

    /** Counts people infected today, and the days on which they begin to infect, fall ill, and are over it. */
    void infected(Batch batch, Patients patients, int day) {
        count[Count.INFECTED.ordinal()][day] += batch.count;
        places.infected(batch.community, batch.count);
        for (int j = 0; j < batch.count; j++) {
            add(Count.INFECTIOUS_BEGUN, patients.begins[j], 1);
        }
        for (int j = 0; j < batch.count; j++) {
            add(Count.REMOVED, patients.ends[j], 1);
        }
        for (int j = 0; j < batch.count; j++) {
            add(Count.ONSETS, patients.onset[j], patients.symptomatic[j]);
        }
    }

    void reported(int community, int day) {
        count[Count.REPORTED.ordinal()][day]++;
        places.reported(community);
    }

    /** Reported in the district on the days from .. before - 1. */
    int casesFrom(int from, int before) {
        int sum = 0;
        for (int day = Math.max(0, from); day < before; day++) {
            sum += count[Count.REPORTED.ordinal()][day];
        }
        return sum;
    }

    /** Brings the stocks to a day; called once each morning. */
    void open(int day) {
        for (int stock = 0; stock < now.length; stock++) {
            now[stock] += change[stock][day];
        }
    }

    int now(Stock stock) {
        return now[stock.ordinal()];
    }

    /** Enters people today until a later day, on which they are no longer in. Also takes such an entry back, with -people. */
    void hold(Stock stock, int people, int today, int until) {
        if (until > today) {
            now[stock.ordinal()] += people;
            change[stock.ordinal()][today] += people;
            change[stock.ordinal()][Math.min(until, days)] -= people;
        }
    }

    /** Lengthens a stay from a day on which it would end, today or later, to a later one. */
    void extend(Stock stock, int people, int today, int from, int until) {
        if (from == today) {
            hold(stock, people, today, until);
            return;
        }
        change[stock.ordinal()][Math.min(from, days)] += people;
        change[stock.ordinal()][Math.min(until, days)] -= people;
    }

    /** Holds people of a community from a day on until a later one. Also takes such an entry back, with -people. */
    void heldIn(int community, int people, int from, int until) {
        if (until > from && from < days) {
            places.held(community, people, from, Math.min(until, days));
        }
    }

    long bytes() {
        return 4L * days * (count.length + change.length) + 24L * days + places.bytes();
    }
}
