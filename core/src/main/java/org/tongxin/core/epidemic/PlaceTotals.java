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
    /** At day * communities + community; likewise the next two. */
    private final int[] infected;

    private final int[] reported;
    private final int[] held;
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
        held = new int[infected.length];
        runsWithInfection = new int[communities];
        limitedThousandths = new long[communities];
    }

    /** The totals as bytes, to come back from another machine; {@link #ofBytes} reads them. */
    public byte[] toBytes() {
        int cells = 3 * infected.length + communities;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (3 + cells) + Long.BYTES * communities);
        bytes.putInt(communities).putInt(days).putInt(runs);
        for (int[] each : new int[][] {infected, reported, held, runsWithInfection}) {
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
        for (int[] each : new int[][] {totals.infected, totals.reported, totals.held, totals.runsWithInfection}) {
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
        int[] heldNow = new int[communities];
        for (int day = 0; day < history; day++) {
            addUp(heldNow, 0, tally.heldChangeIn, day * communities);
        }
        int[] later = new int[communities];
        for (int day = 0; day <= days; day++) {
            int from = (history + day) * communities;
            int to = day * communities;
            addUp(infected, to, tally.infectedIn, from);
            addUp(reported, to, tally.reportedIn, from);
            addUp(heldNow, 0, tally.heldChangeIn, from);
            addUp(held, to, heldNow, 0);
            if (day > 0) {
                addUp(later, 0, tally.infectedIn, from);
            }
        }
        for (int community = 0; community < communities; community++) {
            runsWithInfection[community] += later[community] > 0 ? 1 : 0;
            limitedThousandths[community] += Math.round(1000 * tally.limitedIn[community]);
        }
    }

    /** Adds a row of all communities to another. */
    private void addUp(int[] sum, int to, int[] row, int from) {
        for (int community = 0; community < communities; community++) {
            sum[to + community] += row[from + community];
        }
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
            held[i] += other.held[i];
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
        return (double) held[day * communities + community] / runs;
    }

    /** Share of runs in which somebody of the community was infected after day 0. */
    public double probabilityOfInfection(int community) {
        return (double) runsWithInfection[community] / runs;
    }

    /** Mean person-days under restriction in a community over all days: held, or limited by measures for everybody. */
    public double restricted(int community) {
        double sum = limitedThousandths[community] / 1000.0 / runs;
        for (int day = 1; day <= days; day++) {
            sum += held(community, day);
        }
        return sum;
    }
}
