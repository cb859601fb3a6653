package org.tongxin.app.simulation;

import java.util.List;
import org.tongxin.core.search.ModeAssumptions;

/**
 * What the asker assumes about a way to organise the response. Nobody has measured any of it: unless somebody changes them,
 * the numbers change nothing. Per cent unless said otherwise.
 *
 * @param postsCovered checkpoints that are covered, 0 to 100; what they prevent shrinks with it
 * @param tracingDelayDays days added until contacts are told, 0 to 7: they are told on the next day at the earliest
 * @param resultDelayDays days added until results of tests, -1 to 7: -1 is a result on the same day
 * @param staff of the staff there are, 0 to {@value #MOST}
 * @param volunteers of the volunteers there are, likewise
 * @param tests of the tests there are a day, likewise
 * @param places of the places of isolation and quarantine, likewise
 * @param complianceAdded points added to the share who follow isolation and quarantine, -100 to 100
 */
public record ModeNumbers(
        int postsCovered,
        int tracingDelayDays,
        int resultDelayDays,
        int staff,
        int volunteers,
        int tests,
        int places,
        int complianceAdded) {

    /** Nothing is assumed: the same delays and means whatever the mode. */
    public static final ModeNumbers NEUTRAL = new ModeNumbers(100, 0, 0, 100, 100, 100, 100, 0);

    private static final int WHOLE = 100;
    private static final int WEEK = 7;
    private static final int MOST = 1_000;

    /** The numbers in the order in which they are shown. */
    public List<NumberField> fields() {
        return List.of(
                new NumberField("postsCovered", postsCovered, 0, WHOLE),
                new NumberField("tracingDelayDays", tracingDelayDays, 0, WEEK),
                new NumberField("resultDelayDays", resultDelayDays, -1, WEEK),
                new NumberField("staff", staff, 0, MOST),
                new NumberField("volunteers", volunteers, 0, MOST),
                new NumberField("tests", tests, 0, MOST),
                new NumberField("places", places, 0, MOST),
                new NumberField("complianceAdded", complianceAdded, -WHOLE, WHOLE));
    }

    /** As the core takes them. @param mode name of the mode */
    public ModeAssumptions assumptions(String mode) {
        return new ModeAssumptions(
                mode,
                share(postsCovered),
                tracingDelayDays,
                resultDelayDays,
                share(staff),
                share(volunteers),
                share(tests),
                share(places),
                share(complianceAdded));
    }

    /** What the district has under this mode. */
    public Capacities of(Capacities there) {
        return new Capacities(
                there.beds(),
                there.intensiveBeds(),
                times(there.isolationPlaces(), places),
                times(there.quarantinePlaces(), places),
                times(there.testsPerDay(), tests),
                there.casesTracedPerDay(),
                times(there.staff(), staff),
                times(there.volunteers(), volunteers));
    }

    private static double share(int perCent) {
        return (double) perCent / WHOLE;
    }

    private static int times(int there, int perCent) {
        return (int) Math.min(Integer.MAX_VALUE, (long) there * perCent / WHOLE);
    }
}
