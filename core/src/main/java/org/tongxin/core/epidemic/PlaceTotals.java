package org.tongxin.core.epidemic;

import java.nio.ByteBuffer;

/**
 * Sums over runs, by community and day. Runs can be added in any order, and totals joined in any grouping, with the same
 * result. Not safe for use by several threads while runs are added.
 */
public final class PlaceTotals {

    private final int communities;
    private final int days;
    private int runs;
    /** At day * communities + community; likewise the next. */
    private final int[] infected;

    private final int[] reported;
    /** By day and community, with a row for what lies beyond the last day: how the number of people held changes. */
    private final int[] heldChange;

    private final int[] runsWithInfection;
    private final long[] limitedThousandths;

    /**
     * No runs yet.
     *
     * @param communities 1 or more
     * @param days last day of the runs
     */
    public PlaceTotals(int communities, int days) {
        this.communities = communities;
        this.days = days;
        infected = new int[communities * (days + 1)];
        reported = new int[infected.length];
        heldChange = new int[communities * (days + 2)];
        runsWithInfection = new int[communities];
        limitedThousandths = new long[communities];
    }

    /** The totals as bytes, to come back from another machine; {@link #ofBytes} reads them. */
    public byte[] toBytes() {
        int cells = 2 * infected.length + heldChange.length + communities;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (3 + cells) + Long.BYTES * communities);
        bytes.putInt(communities).putInt(days).putInt(runs);
        for (int[] each : new int[][] {infected, reported, heldChange, runsWithInfection}) {
            for (int value : each) {
                bytes.putInt(value);
            }
        }
        for (long value : limitedThousandths) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    /** The totals that {@link #toBytes} wrote down. */
    public static PlaceTotals ofBytes(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        PlaceTotals totals = new PlaceTotals(bytes.getInt(), bytes.getInt());
        totals.runs = bytes.getInt();
        for (int[] each : new int[][] {totals.infected, totals.reported, totals.heldChange, totals.runsWithInfection}) {
            for (int i = 0; i < each.length; i++) {
                each[i] = bytes.getInt();
            }
        }
        for (int community = 0; community < totals.communities; community++) {
            totals.limitedThousandths[community] = bytes.getLong();
        }
        return totals;
    }

    void add(Tally tally, int history) {
        runs++;
        addInfected(tally, history);
        addReported(tally, history);
        tally.places.addHeld(heldChange, communities, history);
        for (int community = 0; community < communities; community++) {
            limitedThousandths[community] += Math.round(1000 * tally.limitedIn[community]);
        }
    }

    private void addInfected(Tally tally, int history) {
        boolean[] reached = new boolean[communities];
        int infection = sumBefore(history, Tally.Count.INFECTED, tally);
        for (int day = 0; day <= days; day++) {
            int row = day * communities;
            for (int i = tally.of(Tally.Count.INFECTED, history + day); i > 0; i--) {
                int community = tally.places.infectedIn(infection++);
                infected[row + community]++;
                reached[community] |= day > 0;
            }
        }
        for (int community = 0; community < communities; community++) {
            runsWithInfection[community] += reached[community] ? 1 : 0;
        }
    }

    private void addReported(Tally tally, int history) {
        int report = sumBefore(history, Tally.Count.REPORTED, tally);
        for (int day = 0; day <= days; day++) {
            int row = day * communities;
            for (int i = tally.of(Tally.Count.REPORTED, history + day); i > 0; i--) {
                reported[row + tally.places.reportedIn(report++)]++;
            }
        }
    }

    private static int sumBefore(int day, Tally.Count what, Tally tally) {
        int sum = 0;
        for (int before = 0; before < day; before++) {
            sum += tally.of(what, before);
        }
        return sum;
    }

    /**
     * Adds the runs of other totals.
     *
     * @throws IllegalArgumentException when they are of another number of communities or days
     */
    public void join(PlaceTotals other) {
        if (other.communities != communities || other.days != days) {
            throw new IllegalArgumentException("Totals of " + other.communities + " communities and " + other.days
                    + " days cannot join those of " + communities + " and " + days + ".");
        }
        runs += other.runs;
        for (int i = 0; i < infected.length; i++) {
            infected[i] += other.infected[i];
            reported[i] += other.reported[i];
        }
        for (int i = 0; i < heldChange.length; i++) {
            heldChange[i] += other.heldChange[i];
        }
        for (int community = 0; community < communities; community++) {
            runsWithInfection[community] += other.runsWithInfection[community];
            limitedThousandths[community] += other.limitedThousandths[community];
        }
    }

    /** Number of runs added. */
    public int runs() {
        return runs;
    }

    /** Number of communities. */
    public int communities() {
        return communities;
    }

    /** Last day. */
    public int days() {
        return days;
    }

    /** Mean number of people of a community infected on a day. */
    public double infected(int community, int day) {
        return (double) infected[day * communities + community] / runs;
    }

    /** Mean number of people of a community infected on the days from .. to. */
    public double infected(int community, int from, int to) {
        double sum = 0;
        for (int day = from; day <= to; day++) {
            sum += infected(community, day);
        }
        return sum;
    }

    /** Mean number of cases of a community confirmed on a day. */
    public double reported(int community, int day) {
        return (double) reported[day * communities + community] / runs;
    }

    /** Mean number of people of a community in closed compounds, quarantine or isolation on a day. */
    public double held(int community, int day) {
        long people = 0;
        for (int at = community; at <= day * communities + community; at += communities) {
            people += heldChange[at];
        }
        return (double) people / runs;
    }

    /** Share of runs in which somebody of the community was infected after day 0. */
    public double probabilityOfInfection(int community) {
        return (double) runsWithInfection[community] / runs;
    }

    /** Mean person-days under restriction in a community over all days: held, or limited by measures for everybody. */
    public double restricted(int community) {
        long people = heldChange[community];
        long days = 0;
        for (int day = 1; day <= this.days; day++) {
            people += heldChange[day * communities + community];
            days += people;
        }
        return (limitedThousandths[community] / 1000.0 + days) / runs;
    }
}
