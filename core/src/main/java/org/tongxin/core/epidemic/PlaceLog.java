package org.tongxin.core.epidemic;

import java.util.Arrays;

/**
 * In which communities people were infected, reported and held in one run, written down as it happens, day after day: a run
 * touches no table of all communities and days, which {@link PlaceTotals} makes when somebody asks. One instance belongs to one
 * thread.
 */
final class PlaceLog {

    private static final int DAY_BITS = 11;
    private static final int DAY = (1 << DAY_BITS) - 1;
    private static final int COMMUNITY_BITS = 16;
    private static final int COMMUNITY = (1 << COMMUNITY_BITS) - 1;

    private char[] infected = new char[1024];
    private int infections;
    private char[] reported = new char[1024];
    private int reports;
    private long[] stays = new long[1024];
    private int stayCount;

    void clear() {
        infections = 0;
        reports = 0;
        stayCount = 0;
    }

    /** People infected today. */
    void infected(int[] communities, int count) {
        if (infections + count > infected.length) {
            infected = Arrays.copyOf(infected, 2 * (infections + count));
        }
        for (int i = 0; i < count; i++) {
            infected[infections + i] = (char) communities[i];
        }
        infections += count;
    }

    void reported(int community) {
        if (reports == reported.length) {
            reported = Arrays.copyOf(reported, 2 * reports);
        }
        reported[reports++] = (char) community;
    }

    /** People held from a day until another, on which they no longer are; or, with a negative number, no longer held then. */
    void held(int community, int people, int from, int until) {
        if (stayCount == stays.length) {
            stays = Arrays.copyOf(stays, 2 * stayCount);
        }
        stays[stayCount++] = (((long) people << COMMUNITY_BITS | community) << DAY_BITS | from) << DAY_BITS | until;
    }

    /** Community of an infection, 0 for the first of the run; they follow one another by day. */
    int infectedIn(int infection) {
        return infected[infection];
    }

    /** How many cases were reported so far. */
    int reports() {
        return reports;
    }

    /** Community of a case, 0 for the first reported in the run; they follow one another by day. */
    int reportedIn(int report) {
        return reported[report];
    }

    /**
     * Adds what changes in the number of people held to a table at day * communities + community, whose last row is for what lies
     * beyond the days.
     *
     * @param history days before the table's first; who is held then, is so at its beginning
     */
    void addHeld(int[] changes, int communities, int history) {
        int last = changes.length / communities - 1;
        for (int i = 0; i < stayCount; i++) {
            long stay = stays[i];
            int community = (int) (stay >>> 2 * DAY_BITS) & COMMUNITY;
            int people = (int) (stay >> 2 * DAY_BITS + COMMUNITY_BITS);
            int from = Math.max(0, ((int) (stay >>> DAY_BITS) & DAY) - history);
            int until = Math.max(0, Math.min(last, ((int) stay & DAY) - history));
            changes[from * communities + community] += people;
            changes[until * communities + community] -= people;
        }
    }

    long bytes() {
        return 2L * infected.length + 2L * reported.length + 8L * stays.length;
    }
}
