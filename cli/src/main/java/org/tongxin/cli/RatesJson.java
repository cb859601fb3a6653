package org.tongxin.cli;

import java.util.List;
import org.tongxin.core.search.CostRates;
import org.tongxin.core.search.HarmRate;
import org.tongxin.core.search.Rate;

/** What measures cost and what harm they do, in a file: each number with its source. */
final class RatesJson {

    private RatesJson() {}

    /** Those that are not given are assumed. */
    static CostRates costs(JsonValue root) {
        CostRates assumed = CostRates.ASSUMED;
        if (!root.has("costs")) {
            return assumed;
        }
        JsonValue value = root.get("costs").only("perHeldDay", "perTest", "perStaffDay", "perBedDay");
        return new CostRates(
                cost(value, "perHeldDay", assumed.perHeldDay()),
                cost(value, "perTest", assumed.perTest()),
                cost(value, "perStaffDay", assumed.perStaffDay()),
                cost(value, "perBedDay", assumed.perBedDay()));
    }

    private static Rate cost(JsonValue costs, String field, Rate assumed) {
        return costs.has(field) ? rate(costs.get(field), assumed.name(), assumed.unit()) : assumed;
    }

    static List<HarmRate> harms(JsonValue root) {
        return root.has("harms")
                ? root.get("harms").items().stream().map(RatesJson::harm).toList()
                : HarmRate.ASSUMED;
    }

    private static HarmRate harm(JsonValue value) {
        value.only("name", "unit", "perHeldDay", "perLimitedDay");
        String name = value.get("name").text();
        String unit = value.get("unit").text();
        return new HarmRate(
                name,
                rate(value.get("perHeldDay"), name, unit + " per person-day held"),
                rate(value.get("perLimitedDay"), name, unit + " per person-day limited"));
    }

    private static Rate rate(JsonValue value, String name, String unit) {
        value.only("value", "source");
        return value.make(() -> new Rate(
                name, value.get("value").number(), unit, value.get("source").text()));
    }
}
