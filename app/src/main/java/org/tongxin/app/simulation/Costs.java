package org.tongxin.app.simulation;

import java.util.List;
import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.Rate;

/**
 * What the measures cost, in yuan, 0 to 1,000,000 each. Assumptions of the scenario. Volunteers are not paid, and what restricted
 * people lose is no cost of the district.
 *
 * @param perHeldDay for each person-day in isolation, quarantine or a closed compound
 * @param perTest for each test
 * @param perStaffDay for each day on duty of staff
 * @param perBedDay for each day in a bed
 */
public record Costs(int perHeldDay, int perTest, int perStaffDay, int perBedDay) {

    private static final int MOST = 1_000_000;

    /** The planning figures of the core, to be replaced by the district's own. */
    public static final Costs ASSUMED = new Costs(
            (int) CostRates.ASSUMED.perHeldDay().value(),
            (int) CostRates.ASSUMED.perTest().value(),
            (int) CostRates.ASSUMED.perStaffDay().value(),
            (int) CostRates.ASSUMED.perBedDay().value());

    /** The numbers in the order in which they are shown. */
    public List<NumberField> fields() {
        return List.of(
                new NumberField("perHeldDay", perHeldDay, 0, MOST),
                new NumberField("perTest", perTest, 0, MOST),
                new NumberField("perStaffDay", perStaffDay, 0, MOST),
                new NumberField("perBedDay", perBedDay, 0, MOST));
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
