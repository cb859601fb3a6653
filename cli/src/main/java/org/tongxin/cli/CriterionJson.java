package org.tongxin.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongxin.core.search.Aim;
import org.tongxin.core.search.Criterion;

/** The criterion of a choice in a file. There is none that is assumed: whoever decides says what counts. */
final class CriterionJson {

    private CriterionJson() {}

    static Criterion criterion(JsonValue value) {
        value.only("name", "weights", "ceilings");
        JsonValue weights = value.get("weights").only(AimNames.fields());
        Map<Aim, Double> byAim = new EnumMap<>(Aim.class);
        weights.fields()
                .forEach(field ->
                        byAim.put(AimNames.aim(field), weights.get(field).number()));
        String name = value.has("name") ? value.get("name").text() : String.join(" and ", weights.fields());
        List<Criterion.Ceiling> ceilings = value.has("ceilings")
                ? value.get("ceilings").items().stream()
                        .map(CriterionJson::ceiling)
                        .toList()
                : List.of();
        return value.make(() -> new Criterion(name, byAim, ceilings));
    }

    private static Criterion.Ceiling ceiling(JsonValue value) {
        value.only("aim", "most", "price");
        return value.make(() -> new Criterion.Ceiling(
                AimNames.aim(value.get("aim")),
                value.get("most").number(),
                value.get("price").number()));
    }
}
