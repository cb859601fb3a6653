package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * What happened in one run, by day from 0 to the last, day 0 being the start: arrays of {@code days + 1} numbers, copies each
 * time. Immutable; safe for use by several threads.
 */
public final class Run {

    private final long seed;
    private final int people;
    private final int communities;
    private final int history;
    private final int span;
    private final int[][] count;
    private final int[][] stock;
    private final int[] infectedByLayer;
    private final int[] infectedIn;
    private final int[] reportedIn;
    private final int[] heldIn;
    private final double[] staff;
    private final double[] volunteers;

    private Run(Model model, long seed, Tally tally) {
        this.seed = seed;
        people = model.population().size();
        communities = tally.communities;
        history = model.history();
        span = tally.days;
        count = Arrays.stream(tally.count).map(int[]::clone).toArray(int[][]::new);
        stock = Arrays.stream(tally.change).map(each -> summed(each, span)).toArray(int[][]::new);
        infectedByLayer = tally.infectedByLayer.clone();
        infectedIn = tally.infectedIn.clone();
        reportedIn = tally.reportedIn.clone();
        heldIn = tally.heldChangeIn.clone();
        staff = tally.staff.clone();
        volunteers = tally.volunteers.clone();
    }

    static Run of(Model model, long seed, Tally tally) {
        return new Run(model, seed, tally);
    }

    private static int[] summed(int[] change, int days) {
        int[] level = new int[days];
        int sum = 0;
        for (int day = 0; day < days; day++) {
            sum += change[day];
            level[day] = sum;
        }
        return level;
    }

    /** Seed of the run. */
    public long seed() {
        return seed;
    }

    /** Number of people in the model. */
    public int people() {
        return people;
    }

    /** Last day; the arrays have one number more. */
    public int days() {
        return span - history - 1;
    }

    /** Number of communities. */
    public int communities() {
        return communities;
    }

    private int[] daily(Tally.Count what) {
        return Arrays.copyOfRange(count[what.ordinal()], history, span);
    }

    private int[] daily(Tally.Stock what) {
        return Arrays.copyOfRange(stock[what.ordinal()], history, span);
    }

    /** People infected on each day, arrivals included. */
    public int[] infected() {
        return daily(Tally.Count.INFECTED);
    }

    /** People infected up to the evening of each day. */
    public int[] everInfected() {
        return upTo(Tally.Count.INFECTED);
    }

    private int[] upTo(Tally.Count what) {
        return Arrays.copyOfRange(summed(count[what.ordinal()], span), history, span);
    }

    /** People not infected so far. */
    public int[] susceptible() {
        int[] ever = everInfected();
        Arrays.setAll(ever, day -> people - ever[day]);
        return ever;
    }

    /** People infected and not yet infectious. */
    public int[] exposed() {
        return difference(Tally.Count.INFECTED, Tally.Count.INFECTIOUS_BEGUN);
    }

    /** People infectious. */
    public int[] infectious() {
        return difference(Tally.Count.INFECTIOUS_BEGUN, Tally.Count.REMOVED);
    }

    private int[] difference(Tally.Count entered, Tally.Count left) {
        int[] in = upTo(entered);
        int[] out = upTo(left);
        Arrays.setAll(in, day -> in[day] - out[day]);
        return in;
    }

    /** People recovered or dead. */
    public int[] removed() {
        return upTo(Tally.Count.REMOVED);
    }

    /** Cases confirmed on each day. */
    public int[] reported() {
        return daily(Tally.Count.REPORTED);
    }

    /** First symptoms on each day. */
    public int[] onsets() {
        return daily(Tally.Count.ONSETS);
    }

    /** Tests made on each day. */
    public int[] tests() {
        return daily(Tally.Count.TESTS);
    }

    /** Tests asked for on each day for which there was no capacity. */
    public int[] testsWaiting() {
        return daily(Tally.Count.TESTS_WAITING);
    }

    /** Contacts found on each day. */
    public int[] contactsFound() {
        return daily(Tally.Count.CONTACTS_FOUND);
    }

    /** Cases whose contacts were asked after, on each day. */
    public int[] casesTraced() {
        return daily(Tally.Count.CASES_TRACED);
    }

    /** People isolated as cases. */
    public int[] isolated() {
        return daily(Tally.Stock.ISOLATED);
    }

    /** People in quarantine as contacts. */
    public int[] quarantined() {
        return daily(Tally.Stock.QUARANTINED);
    }

    /** People in closed compounds. */
    public int[] locked() {
        return daily(Tally.Stock.LOCKED);
    }

    /** People in a hospital bed other than intensive care. */
    public int[] inBeds() {
        return daily(Tally.Stock.IN_BED);
    }

    /** People in intensive care. */
    public int[] inIntensiveCare() {
        return daily(Tally.Stock.IN_INTENSIVE_CARE);
    }

    /** Severe or critical cases for whom there was no bed, on each day. */
    public int[] withoutBed() {
        return daily(Tally.Count.WITHOUT_BED);
    }

    /** Deaths on each day. */
    public int[] died() {
        return daily(Tally.Count.DIED);
    }

    /** Staff that the measures ask for on each day. */
    public double[] staff() {
        return Arrays.copyOfRange(staff, history, span);
    }

    /** Volunteers that the measures ask for on each day. */
    public double[] volunteers() {
        return Arrays.copyOfRange(volunteers, history, span);
    }

    /** Infections by {@link Layer} over the whole run, arrivals left out. */
    public int[] infectedByLayer() {
        return infectedByLayer.clone();
    }

    /** People of a community infected on a day. */
    public int infectedIn(int community, int day) {
        return infectedIn[community * span + history + day];
    }

    /** Cases of a community confirmed on a day. */
    public int reportedIn(int community, int day) {
        return reportedIn[community * span + history + day];
    }

    /** People of a community in closed compounds, quarantine or isolation, on each day. */
    public int[] heldIn(int community) {
        int from = community * (span + 1);
        return Arrays.copyOfRange(summed(Arrays.copyOfRange(heldIn, from, from + span), span), history, span);
    }

    /** People infected over the whole run, earlier infections included. */
    public int infections() {
        return Arrays.stream(count[Tally.Count.INFECTED.ordinal()]).sum();
    }

    /** Share of people infected, 0 .. 1. */
    public double attackRate() {
        return (double) infections() / people;
    }
}
