package org.tongxin.app.simulation;

import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.Rate;

/**
 * What the measures cost, in yuan, 0 or more each. Assumptions of the scenario. Volunteers are not paid, and what restricted
 * people lose is no cost of the district.
 *
 * @param perHeldDay for each person-day in isolation, quarantine or a closed compound
 * @param perTest for each test
 * @param perStaffDay for each day on duty of staff
 * @param perBedDay for each day in a bed
 */
public record Costs(int perHeldDay, int perTest, int perStaffDay, int perBedDay) {

    /** The planning figures of the core, to be replaced by the district's own. */
    public static final Costs ASSUMED = new Costs(
            (int) CostRates.ASSUMED.perHeldDay().value(),
            (int) CostRates.ASSUMED.perTest().value(),
            (int) CostRates.ASSUMED.perStaffDay().value(),
            (int) CostRates.ASSUMED.perBedDay().value());

    /** Whether none is negative. */
    public boolean fit() {
        return perHeldDay >= 0 && perTest >= 0 && perStaffDay >= 0 && perBedDay >= 0;
    }

    /** As the core takes them, each marked as an assumption. */
    public CostRates rates() {
        return new CostRates(
                changed(CostRates.ASSUMED.perHeldDay(), perHeldDay),
                changed(CostRates.ASSUMED.perTest(), perTest),
                changed(CostRates.ASSUMED.perStaffDay(), perStaffDay),
                changed(CostRates.ASSUMED.perBedDay(), perBedDay));
    }

    private static Rate changed(Rate rate, int value) {
        return Rate.assumed(rate.name(), value, rate.unit());
    }
}
