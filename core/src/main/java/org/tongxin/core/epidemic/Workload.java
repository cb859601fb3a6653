package org.tongxin.core.epidemic;

/**
 * What measures ask of people on duty and of stores. All values are planning figures of the district, each above or equal 0.
 *
 * @param staffPerCheckpoint on duty a day for each community whose ways are checked
 * @param staffPerThousandHeld on duty a day for each 1,000 people in closed compounds, quarantine and isolation
 * @param volunteersPerThousandHeld likewise volunteers
 * @param testsPerStaffDay samples that one person on duty takes a day; above 0
 * @param casesPerTracerDay cases whose contacts one person on duty asks after a day; above 0
 * @param parcelsPerHeldDay food parcels for each person held and day
 * @param masksPerStaffDay masks for each person on duty and day
 */
public record Workload(
        double staffPerCheckpoint,
        double staffPerThousandHeld,
        double volunteersPerThousandHeld,
        double testsPerStaffDay,
        double casesPerTracerDay,
        double parcelsPerHeldDay,
        double masksPerStaffDay) {

    /** Assumptions of a planner, to be replaced by the district's own figures. */
    public static final Workload ASSUMED = new Workload(6, 10, 15, 150, 3, 0.2, 2);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a value is negative, or one that is divided by is 0
     */
    public Workload {
        require("staff of a checkpoint", staffPerCheckpoint, 0);
        require("staff for 1,000 people held", staffPerThousandHeld, 0);
        require("volunteers for 1,000 people held", volunteersPerThousandHeld, 0);
        require("tests of a person on duty", testsPerStaffDay, Double.MIN_VALUE);
        require("cases of a tracer", casesPerTracerDay, Double.MIN_VALUE);
        require("parcels of a person held", parcelsPerHeldDay, 0);
        require("masks of a person on duty", masksPerStaffDay, 0);
    }

    private static void require(String name, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The workload in " + name + " (" + value + ") must be " + (least > 0 ? "above 0." : "0 or more."));
        }
    }

    double staff(double checkpoints, double held, double tests, double traced) {
        return checkpoints * staffPerCheckpoint
                + held * staffPerThousandHeld / 1000
                + tests / testsPerStaffDay
                + traced / casesPerTracerDay;
    }

    double volunteers(double held) {
        return held * volunteersPerThousandHeld / 1000;
    }
}
