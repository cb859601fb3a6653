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
        addInfected(tally, history);
        addReported(tally, history);
        addHeld(tally, history);
        for (int community = 0; community < communities; community++) {
            limitedThousandths[community] += Math.round(1000 * tally.limitedIn[community]);
        }
    }

    private void addInfected(Tally tally, int history) {
        boolean[] later = new boolean[communities];
        int infection = 0;
        for (int day = 0; day <= history + days; day++) {
            for (int i = tally.of(Tally.Count.INFECTED, day); i > 0; i--) {
                int community = tally.places.infectedIn(infection++);
                if (day >= history) {
                    infected[(day - history) * communities + community]++;
                    later[community] |= day > history;
                }
            }
        }
        for (int community = 0; community < communities; community++) {
            runsWithInfection[community] += later[community] ? 1 : 0;
        }
    }

    private void addReported(Tally tally, int history) {
        int report = 0;
        for (int day = 0; day <= history + days; day++) {
            for (int i = tally.of(Tally.Count.REPORTED, day); i > 0; i--) {
                int community = tally.places.reportedIn(report++);
                if (day >= history) {
                    reported[(day - history) * communities + community]++;
                }
            }
        }
    }

    private void addHeld(Tally tally, int history) {
        int[] now = new int[held.length + communities];
        tally.places.addHeld(now, communities, history);
        for (int at = 0; at < communities; at++) {
            held[at] += now[at];
        }
        for (int at = communities; at < held.length; at++) {
            now[at] += now[at - communities];
            held[at] += now[at];
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
