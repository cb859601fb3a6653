package org.tongxin.core.epidemic;

import java.util.Arrays;

/** Makes the series of a run from its tally, over all days of the run, earlier ones included. */
final class RunSeries {

    private final Model model;
    private final Tally tally;

    RunSeries(Model model, Tally tally) {
        this.model = model;
        this.tally = tally;
    }

    double[][] all() {
        return Arrays.stream(Series.values()).map(this::of).toArray(double[][]::new);
    }

    private double[] of(Series what) {
        return switch (what) {
            case INFECTED -> flow(Tally.Count.INFECTED);
            case EVER_INFECTED -> upTo(Tally.Count.INFECTED);
            case SUSCEPTIBLE -> minus(constant(model.population().size()), upTo(Tally.Count.INFECTED));
            case EXPOSED -> minus(upTo(Tally.Count.INFECTED), upTo(Tally.Count.INFECTIOUS_BEGUN));
            case INFECTIOUS -> minus(upTo(Tally.Count.INFECTIOUS_BEGUN), upTo(Tally.Count.REMOVED));
            case REMOVED -> upTo(Tally.Count.REMOVED);
            case ONSETS -> flow(Tally.Count.ONSETS);
            case REPORTED -> flow(Tally.Count.REPORTED);
            case TESTS -> flow(Tally.Count.TESTS);
            case TESTS_WAITING -> flow(Tally.Count.TESTS_WAITING);
            case CASES_TRACED -> flow(Tally.Count.CASES_TRACED);
            case CONTACTS_FOUND -> flow(Tally.Count.CONTACTS_FOUND);
            case ISOLATED -> stock(Tally.Stock.ISOLATED);
            case QUARANTINED -> stock(Tally.Stock.QUARANTINED);
            case LOCKED -> stock(Tally.Stock.LOCKED);
            case LIMITED -> tally.limited.clone();
            case IN_BEDS -> stock(Tally.Stock.IN_BED);
            case IN_INTENSIVE_CARE -> stock(Tally.Stock.IN_INTENSIVE_CARE);
            case NEEDING_BEDS -> bedsNeeded();
            case NEEDING_INTENSIVE_CARE -> intensiveCareNeeded();
            case BEYOND_BEDS -> beyondBeds();
            case WITHOUT_BED -> flow(Tally.Count.WITHOUT_BED);
            case SEVERE -> flow(Tally.Count.SEVERE);
            case DIED -> flow(Tally.Count.DIED);
            case STAFF -> tally.staff.clone();
            case VOLUNTEERS -> tally.volunteers.clone();
            case PARCELS -> times(held(), model.response().workload().parcelsPerHeldDay());
            case MASKS -> times(onDuty(), model.response().workload().masksPerStaffDay());
        };
    }

    private double[] flow(Tally.Count what) {
        double[] flow = new double[tally.days];
        for (int day = 0; day < flow.length; day++) {
            flow[day] = tally.of(what, day);
        }
        return flow;
    }

    private double[] upTo(Tally.Count what) {
        return summedUp(flow(what));
    }

    /** Not Arrays.parallelPrefix, which hands even a hundred numbers to other threads. */
    private static double[] summedUp(double[] flow) {
        for (int day = 1; day < flow.length; day++) {
            flow[day] += flow[day - 1];
        }
        return flow;
    }

    private double[] stock(Tally.Stock what) {
        double[] change = new double[tally.days];
        for (int day = 0; day < change.length; day++) {
            change[day] = tally.change(what)[day];
        }
        return summedUp(change);
    }

    private double[] bedsNeeded() {
        return plus(stock(Tally.Stock.IN_BED), stock(Tally.Stock.WITHOUT_BED));
    }

    private double[] intensiveCareNeeded() {
        return plus(stock(Tally.Stock.IN_INTENSIVE_CARE), stock(Tally.Stock.WITHOUT_INTENSIVE_CARE));
    }

    private double[] beyondBeds() {
        Capacity there = model.response().capacity();
        return plus(above(bedsNeeded(), there.beds()), above(intensiveCareNeeded(), there.intensiveBeds()));
    }

    private static double[] above(double[] values, int limit) {
        Arrays.setAll(values, day -> Math.max(0, values[day] - limit));
        return values;
    }

    private double[] constant(double value) {
        double[] all = new double[tally.days];
        Arrays.fill(all, value);
        return all;
    }

    private static double[] minus(double[] from, double[] what) {
        for (int day = 0; day < from.length; day++) {
            from[day] -= what[day];
        }
        return from;
    }

    private static double[] plus(double[] one, double[] other) {
        for (int day = 0; day < one.length; day++) {
            one[day] += other[day];
        }
        return one;
    }

    private static double[] times(double[] values, double factor) {
        for (int day = 0; day < values.length; day++) {
            values[day] *= factor;
        }
        return values;
    }

    private double[] held() {
        return plus(plus(stock(Tally.Stock.ISOLATED), stock(Tally.Stock.QUARANTINED)), stock(Tally.Stock.LOCKED));
    }

    private double[] onDuty() {
        return plus(tally.staff.clone(), tally.volunteers);
    }
}
