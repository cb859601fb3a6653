package org.tongxin.cli;

import java.util.List;
import java.util.function.Consumer;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;

/** Instances of kind supply. */
final class SupplyFile {

    private final JsonValue root;
    private final SupplyProblemBuilder builder;
    private final List<JsonValue> stock;
    private final List<JsonValue> need;
    private final int items;

    private SupplyFile(JsonValue root) {
        this.root = root;
        this.stock = root.get("stock").items();
        this.need = root.get("need").items();
        this.items = root.get("unitWeight").items().size();
        if (need.isEmpty() || items == 0) {
            throw root.refused(
                    "there is no community or no item, so there is nothing to allocate. Add need and unitWeight.");
        }
        this.builder = root.make(() -> SupplyProblem.builder(stock.size(), need.size(), items));
    }

    static SupplyProblem problem(DispatchJson json, Consumer<String> say) {
        DispatchFile.sayUnknown(
                json.root(),
                say,
                "unitWeight",
                "tierPenalty",
                "priority",
                "stock",
                "reserve",
                "depotCapacity",
                "need",
                "objective");
        return new SupplyFile(json.root()).read(json);
    }

    private SupplyProblem read(DispatchJson json) {
        builder.aim(aim());
        root.get("tierPenalty")
                .make(() -> builder.penalties(root.get("tierPenalty").larges()));
        each("unitWeight", items, (item, weight) -> builder.weight(item, weight.large()));
        each("priority", need.size(), (community, value) -> builder.priority(community, value.large()));
        readStock();
        readCapacity();
        readNeed();
        json.forEachRow(
                "lanes",
                (depot, community, cost) ->
                        builder.lane(DispatchJson.index(depot), DispatchJson.index(community), cost));
        return root.make(builder::build);
    }

    private SupplyProblem.Aim aim() {
        if (!root.has("objective")) {
            return SupplyProblem.Aim.CHEAPEST;
        }
        String objective = root.get("objective").text();
        if (!objective.equals("maxmin-then-cost")) {
            throw root.get("objective")
                    .refused("this (" + objective + ") must be maxmin-then-cost, or the field be left out.");
        }
        return SupplyProblem.Aim.FAIREST_THEN_CHEAPEST;
    }

    private void readStock() {
        List<JsonValue> reserve = root.has("reserve") ? sized("reserve", stock.size()) : List.of();
        for (int depot = 0; depot < stock.size(); depot++) {
            long[] units = row(stock.get(depot), items);
            long[] kept = reserve.isEmpty() ? new long[items] : row(reserve.get(depot), items);
            for (int item = 0; item < items; item++) {
                int of = item;
                int in = depot;
                stock.get(depot).make(() -> builder.stock(in, of, units[of], kept[of]));
            }
        }
    }

    /** Null stands for no limit, of one depot or of all. */
    private void readCapacity() {
        if (!root.has("depotCapacity")) {
            return;
        }
        each("depotCapacity", stock.size(), (depot, value) -> {
            if (!value.node().isNull()) {
                builder.capacity(depot, value.large());
            }
        });
    }

    private void readNeed() {
        for (int community = 0; community < need.size(); community++) {
            int of = community;
            List<JsonValue> rows = need.get(community).items();
            requireSize(need.get(community), rows.size(), items);
            for (int item = 0; item < items; item++) {
                int what = item;
                JsonValue tiers = rows.get(item);
                tiers.make(() -> builder.need(of, what, row(tiers, SupplyProblem.TIERS)));
            }
        }
    }

    private void each(String field, int size, Setter setter) {
        List<JsonValue> values = sized(field, size);
        for (int index = 0; index < size; index++) {
            int at = index;
            JsonValue value = values.get(index);
            value.make(() -> {
                setter.set(at, value);
                return value;
            });
        }
    }

    private List<JsonValue> sized(String field, int size) {
        JsonValue list = root.get(field);
        requireSize(list, list.items().size(), size);
        return list.items();
    }

    private static long[] row(JsonValue list, int size) {
        long[] numbers = list.larges();
        requireSize(list, numbers.length, size);
        return numbers;
    }

    private static void requireSize(JsonValue list, int size, int wanted) {
        if (size != wanted) {
            throw list.refused("there are " + size + " values and must be " + wanted + ".");
        }
    }

    private interface Setter {
        void set(int index, JsonValue value);
    }
}
