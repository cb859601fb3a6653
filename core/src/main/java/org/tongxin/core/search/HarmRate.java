package org.tongxin.core.search;

import java.util.List;

/**
 * A harm that measures do to people who are held or limited, as a rate per person-day. Immutable.
 *
 * @param name what it is, such as {@code dialysis sessions at risk}
 * @param perHeldDay for each person-day held
 * @param perLimitedDay for each person-day limited
 */
public record HarmRate(String name, Rate perHeldDay, Rate perLimitedDay) {

    private static final String BIRTHS =
            "National Bureau of Statistics of China: 6.77 births per 1,000 people in 2022, spread evenly over the year";

    /**
     * What a planner may begin with. How often people need care, work or go to school is what a person-day holds; the share of
     * it that is lost under each kind of restriction is an assumption throughout.
     */
    public static final List<HarmRate> ASSUMED = List.of(
            of("visits to a doctor missed", "visits", 0.016, 0.008),
            of("dialysis sessions at risk", "sessions", 0.00026, 0.00002),
            new HarmRate(
                    "births at risk of late care",
                    new Rate("births at risk of late care", 6.77e-3 / 365, "births per person-day held", BIRTHS),
                    Rate.assumed("births at risk of late care", 0, "births per person-day limited")),
            of("income lost", "yuan", 100, 40),
            of("school days lost", "days", 0.1, 0.1));

    private static HarmRate of(String name, String unit, double held, double limited) {
        return new HarmRate(
                name,
                Rate.assumed(name, held, unit + " per person-day held"),
                Rate.assumed(name, limited, unit + " per person-day limited"));
    }

    /** The harm of so many person-days. */
    public double harm(double heldDays, double limitedDays) {
        return perHeldDay.value() * heldDays + perLimitedDay.value() * limitedDays;
    }

    /** The least it may be, by what is not known of the rates: {@link Rate#low}. */
    public double least(double heldDays, double limitedDays) {
        return perHeldDay.low() * heldDays + perLimitedDay.low() * limitedDays;
    }

    /** The most, likewise. */
    public double most(double heldDays, double limitedDays) {
        return perHeldDay.high() * heldDays + perLimitedDay.high() * limitedDays;
    }
}
