package org.tongxin.core.search;

import org.tongxin.core.epidemic.PlaceTotals;
import org.tongxin.core.epidemic.Run;
import org.tongxin.core.epidemic.Series;
import org.tongxin.core.population.Places;

/** One run in the numbers that decide. Immutable; safe for use by several threads. */
public final class Outcome {

    private static final int QUANTITIES = Quantity.values().length;

    private final double[] quantity = new double[QUANTITIES];
    private final double unequalBurden;
    private final double cost;

    private Outcome(Run run, double unequalBurden, CostRates rates) {
        for (Quantity each : Quantity.values()) {
            quantity[each.ordinal()] = count(each, run);
        }
        this.unequalBurden = unequalBurden;
        cost = rates.cost(this);
    }

    /**
     * From a run.
     *
     * @param run the run
     * @param alone totals by community of this run and no other
     * @param places of the same population
     * @param rates of cost
     */
    public static Outcome of(Run run, PlaceTotals alone, Places places, CostRates rates) {
        return new Outcome(run, Burden.of(alone, places).aboveMeanInWorstFifth(), rates);
    }

    private static double count(Quantity what, Run run) {
        return switch (what) {
            case SEVERE -> run.sum(Series.SEVERE);
            case DEATHS -> run.sum(Series.DIED);
            case PEAK_BEYOND_BEDS -> run.peak(Series.BEYOND_BEDS);
            case HELD_DAYS -> run.sum(Series.LOCKED) + run.sum(Series.QUARANTINED) + run.sum(Series.ISOLATED);
            case LIMITED_DAYS -> run.sum(Series.LIMITED);
            case STAFF_DAYS -> run.sum(Series.STAFF);
            case VOLUNTEER_DAYS -> run.sum(Series.VOLUNTEERS);
            case TESTS -> run.sum(Series.TESTS);
            case BED_DAYS -> run.sum(Series.IN_BEDS) + run.sum(Series.IN_INTENSIVE_CARE);
        };
    }

    /** What was counted, 0 or more. */
    public double of(Quantity what) {
        return quantity[what.ordinal()];
    }

    /** How far an aim was missed, 0 or more. */
    public double of(Aim aim) {
        return switch (aim) {
            case SEVERE_AND_DEATHS -> of(Quantity.SEVERE) + of(Quantity.DEATHS);
            case BEYOND_BEDS -> of(Quantity.PEAK_BEYOND_BEDS);
            case RESTRICTED_DAYS -> of(Quantity.HELD_DAYS) + of(Quantity.LIMITED_DAYS);
            case DUTY_DAYS -> of(Quantity.STAFF_DAYS) + of(Quantity.VOLUNTEER_DAYS);
            case COST -> cost;
            case UNEQUAL_BURDEN -> unequalBurden;
        };
    }
}
