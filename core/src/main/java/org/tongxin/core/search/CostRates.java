package org.tongxin.core.search;

import java.util.List;

/**
 * What the measures cost. Volunteers are not paid; what restricted people lose is a {@link HarmRate}, not a cost of the
 * district. Immutable.
 *
 * @param perHeldDay for each person-day held: food, room, care
 * @param perTest for each test
 * @param perStaffDay for each day on duty of staff
 * @param perBedDay for each day in a bed
 */
public record CostRates(Rate perHeldDay, Rate perTest, Rate perStaffDay, Rate perBedDay) {

    /** Planning figures in yuan, to be replaced by the district's own. */
    public static final CostRates ASSUMED = new CostRates(
            Rate.assumed("a person-day held", 200, "yuan per person-day"),
            Rate.assumed("a test", 20, "yuan per test"),
            Rate.assumed("a day of staff", 300, "yuan per day"),
            Rate.assumed("a day in a bed", 1500, "yuan per day"));

    double cost(Outcome outcome) {
        return perHeldDay.value() * outcome.of(Quantity.HELD_DAYS)
                + perTest.value() * outcome.of(Quantity.TESTS)
                + perStaffDay.value() * outcome.of(Quantity.STAFF_DAYS)
                + perBedDay.value() * outcome.of(Quantity.BED_DAYS);
    }

    /** All rates, to be shown beside results. */
    public List<Rate> all() {
        return List.of(perHeldDay, perTest, perStaffDay, perBedDay);
    }
}
