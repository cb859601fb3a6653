package org.tongxin.core.roll;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What kept rows add up to: all that remains of a roll.
 *
 * @param rows how many there are
 * @param households how many they speak for
 * @param items amounts by thing and unit, in the order in which they first came
 */
public record RollSums(int rows, int households, List<RollItem> items) {

    public RollSums {
        items = List.copyOf(items);
    }

    /** Adds rows up. The same thing in two units stays two sums. */
    public static RollSums of(List<RollRow> rows) {
        Map<String, RollItem> sums = new LinkedHashMap<>();
        for (RollRow row : rows) {
            for (RollItem item : row.items()) {
                sums.merge(item.name() + "|" + item.unit(), item, RollSums::both);
            }
        }
        int households = rows.stream().mapToInt(RollRow::households).sum();
        return new RollSums(rows.size(), households, List.copyOf(sums.values()));
    }

    private static RollItem both(RollItem one, RollItem other) {
        BigDecimal amount = one.amount().add(other.amount());
        return new RollItem(one.name(), amount, one.unit());
    }
}
